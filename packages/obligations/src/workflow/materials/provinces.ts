import type { Mark } from '../../rulebook/marks.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import type { MarkedNote } from '../machine/model.ts';
import type { MaterialOverride } from './model.ts';

/** What is known of an administration's practice. */
export interface ProvincialPractice {
  /** Prefix of licence numbers: 苏. */
  readonly prefix: string;
  readonly notes: readonly MarkedNote[];
  readonly overrides: readonly MaterialOverride[];
  /** Telephone as seen on unofficial pages; may be stale. */
  readonly phone: string | null;
}

const UNOFFICIAL: Bilingual = { zh: '代办机构等非官方页面', en: 'Pages of agencies and other unofficial sources' };

function note(mark: Mark, zh: string, en: string): MarkedNote {
  return { text: { zh, en }, mark };
}

/** An item that one administration asks for in an application for a licence and its renewal. */
function asksFor(id: string, zh: string, en: string): MaterialOverride[] {
  const why = { zh: '该省要求', en: 'Asked for in this province' };
  const material = {
    name: { zh, en },
    need: 'always',
    condition: null,
    from: 'client',
    file: true,
    remark: null,
  } as const;
  return (['new', 'renewal'] as const).map((act) => ({
    act,
    change: 'add',
    id,
    material,
    why,
    source: UNOFFICIAL,
    mark: 'P',
  }));
}

/** Provinces of which a practice is known; all others follow the base lists. */
export const PROVINCIAL_PRACTICE: readonly ProvincialPractice[] = [
  {
    prefix: '京',
    notes: [note('P', '审查严格，承诺40个工作日；有面谈。', 'Strict check, promises 40 working days; interviews.')],
    overrides: [],
    phone: '010-51938033',
  },
  {
    prefix: '沪',
    notes: [
      note(
        'P',
        '另有地方要求；提供虚假材料三年内不得申请；每半年报送服务质量情况。',
        'Extra rules; three-year bar for false papers; half-yearly report on service quality.',
      ),
    ],
    overrides: [],
    phone: '021-63905098',
  },
  { prefix: '苏', notes: [], overrides: [], phone: '025-83666303' },
  {
    prefix: '浙',
    notes: [
      note('P', '两处填报：省政务服务网和管理平台。', 'Two entries: the provincial service net and the platform.'),
    ],
    overrides: [],
    phone: '0571-87880010',
  },
  {
    prefix: '粤',
    notes: [],
    overrides: [
      ...asksFor('articles', '公司章程', 'Articles'),
      ...asksFor('site-screenshots', '网站截图', 'Screenshots of the site'),
      ...asksFor('access-agreement', '接入协议', 'Access agreement'),
    ],
    phone: '020-87690666',
  },
  {
    prefix: '湘',
    notes: [
      note('P', '使用该省自有格式。', 'Formats of its own.'),
      note(
        'E',
        '该局2025年12月提示：不委托代理、不收费，只通过 dxzhgl.miit.gov.cn 办理。',
        'The administration, December 2025: no agents, free of charge, only through dxzhgl.miit.gov.cn.',
      ),
    ],
    overrides: [],
    phone: null,
  },
  {
    prefix: '桂',
    notes: [note('P', '另交纸质材料。', 'Paper is handed in too.')],
    overrides: (['new', 'renewal'] as const).map((act) => ({
      act,
      change: 'add',
      id: 'paper-copies',
      material: {
        name: { zh: '全套纸质材料', en: 'The whole set on paper' },
        need: 'always',
        condition: null,
        from: 'consultancy',
        file: false,
        remark: null,
      },
      why: { zh: '该省要求', en: 'Asked for in this province' },
      source: UNOFFICIAL,
      mark: 'P',
    })),
    phone: null,
  },
  { prefix: '冀', notes: [note('P', '上传文件不超过5MB。', 'Files of at most 5 MB.')], overrides: [], phone: null },
  {
    prefix: '辽',
    notes: [note('P', '被拒后一年内不得再次申请。', 'After a refusal no new application for a year.')],
    overrides: [],
    phone: null,
  },
];

const BY_PREFIX: ReadonlyMap<string, ProvincialPractice> = new Map(
  PROVINCIAL_PRACTICE.map((practice) => [practice.prefix, practice]),
);

/** What is known of the practice of a province; undefined when nothing is. */
export function practiceOf(prefix: string): ProvincialPractice | undefined {
  return BY_PREFIX.get(prefix);
}
