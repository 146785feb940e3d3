import { z } from 'zod';
import { cite, ownRule } from '../rulebook/sources.ts';
import { SourceReference } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Day } from './day.ts';

interface ParameterDefinition {
  readonly label: Bilingual;
  readonly value: number;
  readonly source: SourceReference;
}

const practice = (zh: string, en: string): SourceReference => ({
  law: 'own-rule',
  article: null,
  mark: 'P',
  note: { zh, en },
});
const NO_NUMBER_PUBLISHED = practice(
  '公开规定中未见人数，此为业界做法，不是法律要求。',
  'No published number was found; this is practice, not law.',
);

/** Numbers that the sources leave open or set by place, each with its default, its source and mark. */
export const STAFFING_PARAMETERS = {
  'security-responsible-persons': {
    label: { zh: '网络与信息安全责任人数', en: 'Persons responsible for security' },
    value: 1,
    source: NO_NUMBER_PUBLISHED,
  },
  'security-full-time-staff': {
    label: { zh: '专职网络与信息安全管理人员数', en: 'Full-time security staff' },
    value: 1,
    source: NO_NUMBER_PUBLISHED,
  },
  'security-staff-certificates': {
    label: { zh: '持有效安全证书的专职人员数', en: 'Full-time security staff with a valid certificate' },
    value: 0,
    source: ownRule('默认不要求证书。', 'No certificate is asked for by default.'),
  },
  'contacts-7x24': {
    label: { zh: '全天候（7×24）联系人数', en: 'Contacts around the clock (7x24)' },
    value: 2,
    source: NO_NUMBER_PUBLISHED,
  },
  'contacts-7x24-access': {
    label: { zh: '数据中心、接入服务的全天候应急联系人数', en: 'Emergency contacts 7x24 for IDC and access services' },
    value: 2,
    source: cite('notice-2012-552', null, 'E'),
  },
  'security-staff-per-10000-sites': {
    label: { zh: '每一万个网站的专职安全人员数', en: 'Full-time security staff for each 10,000 sites' },
    value: 2,
    source: cite('notice-2012-552', null, 'E'),
  },
  'insured-staff': {
    label: { zh: '由本公司缴纳社会保险的人员数', en: 'Staff insured by the company' },
    value: 3,
    source: practice('办理机构的通行要求，不是法律要求。', 'What offices commonly ask for; not law.'),
  },
  'insured-months': {
    label: { zh: '社会保险至少缴纳月数', en: 'Months of social insurance at least' },
    value: 1,
    source: practice('办理机构的通行要求，不是法律要求。', 'What offices commonly ask for; not law.'),
  },
  'complaint-reply-days': {
    label: { zh: '用户投诉答复天数', en: 'Days to answer a user complaint' },
    value: 15,
    source: cite('order-36-service-standard', null, 'M'),
  },
  'training-days': {
    label: { zh: '培训有效天数', en: 'Days for which a training counts' },
    value: 365,
    source: ownRule('法律未定周期；一年是建议。', 'No law sets the rhythm; one year is proposed.'),
  },
  'gap-days': {
    label: { zh: '补足缺口的建议天数', en: 'Days proposed to fill a gap' },
    value: 30,
    source: ownRule(
      '没有法定天数；建议30日，可调整。',
      'No statute gives the days; 30 are proposed and can be changed.',
    ),
  },
} as const satisfies Record<string, ParameterDefinition>;

/** Id of a parameter. */
export type ParameterKey = keyof typeof STAFFING_PARAMETERS;
export const ParameterKey = z.enum(Object.keys(STAFFING_PARAMETERS) as [ParameterKey, ...ParameterKey[]]);

/** A number that a company or its consultancy sets, for a province or for all, with a source of their own. */
export const StaffingParameter = z.strictObject({
  key: ParameterKey,
  /** Null: for every province without a number of its own. */
  province: z.string().min(1).nullable(),
  value: z.int().min(0).max(100_000),
  source: SourceReference,
  setBy: z.enum(['company', 'consultancy']),
});
export type StaffingParameter = z.infer<typeof StaffingParameter>;

/** The number that counts, and from where it comes. */
export interface ChosenParameter {
  readonly key: ParameterKey;
  readonly value: number;
  readonly source: SourceReference;
  readonly setBy: 'base' | StaffingParameter['setBy'];
}

/** Finds the number that counts on the day: that of the province before that for all, the company's before the consultancy's. */
export function chooseParameter(
  key: ParameterKey,
  province: string | null,
  given: readonly StaffingParameter[],
  day: Day,
): ChosenParameter {
  let best: StaffingParameter | null = null;
  for (const parameter of given) {
    if (parameter.key !== key || (parameter.province !== null && parameter.province !== province)) continue;
    const { validFrom, validTo } = parameter.source;
    if (validFrom !== undefined && !day.reached(validFrom, 'rule-in-force')) continue;
    if (validTo !== undefined && day.passed(validTo, 'rule-in-force')) continue;
    if (best === null || rank(parameter) > rank(best)) best = parameter;
  }
  if (best !== null) return best;
  const { value, source } = STAFFING_PARAMETERS[key];
  return { key, value, source, setBy: 'base' };
}

function rank({ province, setBy }: StaffingParameter): number {
  return (province === null ? 0 : 2) + (setBy === 'company' ? 1 : 0);
}
