import type { Bilingual } from '../text/bilingual.ts';
import { foldCompact } from '../text/fold.ts';
import type { B25Item } from './model.ts';

/** One line of the classification of telecom services (电信业务分类目录, edition 2015, revised 2019). */
export interface ServiceClass {
  /** `B2`, `B25`, `B24-1`, `A24-1`. */
  readonly code: string;
  readonly level: 'class' | 'service' | 'sub-service' | 'basic-as-value-added';
  readonly name: Bilingual;
  /** Code of the line above it; null for the two classes and for basic services. */
  readonly parent: string | null;
  /** Other wordings seen on licences. */
  readonly variants: readonly string[];
}

function line(
  code: string,
  level: ServiceClass['level'],
  parent: string | null,
  zh: string,
  en: string,
  ...variants: string[]
): ServiceClass {
  return { code, level, name: { zh, en }, parent, variants };
}

/** The value-added part of the classification, and the basic services managed like value-added ones. */
export const CLASSIFICATION: readonly ServiceClass[] = [
  line('B1', 'class', null, '第一类增值电信业务', 'Category I value-added telecom services'),
  line(
    'B11',
    'service',
    'B1',
    '互联网数据中心业务',
    'Internet data centre (IDC)',
    '互联网资源协作服务业务',
    '因特网数据中心业务',
    'IDC业务',
  ),
  line('B12', 'service', 'B1', '内容分发网络业务', 'Content delivery network (CDN)', 'CDN业务'),
  line('B13', 'service', 'B1', '国内互联网虚拟专用网业务', 'Domestic IP-VPN', '国内因特网虚拟专用网业务'),
  line(
    'B14',
    'service',
    'B1',
    '互联网接入服务业务',
    'Internet access (ISP)',
    '互联网接入业务',
    '因特网接入服务业务',
    'ISP业务',
  ),
  line('B2', 'class', null, '第二类增值电信业务', 'Category II value-added telecom services'),
  line(
    'B21',
    'service',
    'B2',
    '在线数据处理与交易处理业务',
    'Online data processing and transaction processing (EDI)',
    '在线数据处理和交易处理业务',
    '在线数据与交易处理业务',
    'EDI业务',
  ),
  line('B22', 'service', 'B2', '国内多方通信服务业务', 'Domestic multi-party communication', '国内多方通信业务'),
  line('B23', 'service', 'B2', '存储转发类业务', 'Store-and-forward', '存储转发业务'),
  line('B24', 'service', 'B2', '呼叫中心业务', 'Call centre'),
  line('B24-1', 'sub-service', 'B24', '国内呼叫中心业务', 'Domestic call centre'),
  line('B24-2', 'sub-service', 'B24', '离岸呼叫中心业务', 'Offshore call centre'),
  line('B25', 'service', 'B2', '信息服务业务', 'Information services', '互联网信息服务业务', '移动网信息服务业务'),
  line('B26', 'service', 'B2', '编码和规程转换业务', 'Code and protocol conversion', '编码与规程转换业务'),
  line('B26-1', 'sub-service', 'B26', '互联网域名解析服务业务', 'Internet domain-name resolution', '域名解析服务业务'),
  line('A22', 'basic-as-value-added', null, '无线寻呼业务', 'Radio paging', '无线寻呼服务业务'),
  line(
    'A23-2',
    'basic-as-value-added',
    null,
    '国内甚小口径终端地球站通信业务',
    'Domestic VSAT',
    '国内甚小口径终端地球站(VSAT)通信业务',
    '国内VSAT通信业务',
  ),
  line('A24-1', 'basic-as-value-added', null, '固定网国内数据传送业务', 'Fixed-network domestic data transmission'),
  line('A25-3', 'basic-as-value-added', null, '用户驻地网业务', 'Customer-premises network'),
  line('A27', 'basic-as-value-added', null, '网络托管业务', 'Network hosting'),
];

/** The five items of B25, in order. `names` are the wordings that limits and exclusions use. */
export const B25_ITEMS: readonly {
  readonly item: B25Item;
  readonly name: Bilingual;
  readonly names: readonly string[];
}[] = [
  {
    item: '1',
    name: { zh: '信息发布平台和递送服务', en: 'Information publication platform and delivery' },
    names: ['信息发布平台和递送', '信息发布平台及递送', '信息发布平台与递送', '信息发布平台', '信息递送'],
  },
  {
    item: '2',
    name: { zh: '信息搜索查询服务', en: 'Information search and query' },
    names: ['信息搜索查询', '信息搜索和查询', '信息搜索'],
  },
  {
    item: '3',
    name: { zh: '信息社区平台服务', en: 'Information community platform' },
    names: ['信息社区平台', '信息社区'],
  },
  {
    item: '4',
    name: { zh: '信息即时交互服务', en: 'Instant information interaction' },
    names: ['信息即时交互', '信息实时交互'],
  },
  {
    item: '5',
    name: { zh: '信息保护和处理服务', en: 'Information protection and processing' },
    names: ['信息保护和处理', '信息保护和加工处理', '信息保护及处理'],
  },
];

const byCode = new Map(CLASSIFICATION.map((c) => [c.code, c]));

/** Longest first, so that 国内呼叫中心业务 is not read as 呼叫中心业务 with a stray word. */
const wordings: readonly { readonly words: string; readonly service: ServiceClass }[] = CLASSIFICATION.flatMap(
  (service) =>
    service.level === 'class'
      ? []
      : [service.name.zh, ...service.variants].map((words) => ({ words: foldCompact(words).toUpperCase(), service })),
).sort((a, b) => b.words.length - a.words.length);

/** Line of the classification with this code, undefined when there is none. */
export function serviceOfCode(code: string): ServiceClass | undefined {
  return byCode.get(code);
}

/** Service whose official name, or a wording in use, starts the text. `length` counts characters of the folded text. */
export function serviceAtStart(
  foldedText: string,
): { readonly service: ServiceClass; readonly length: number } | undefined {
  const start = foldedText.slice(0, 40).toUpperCase();
  const found = wordings.find(({ words }) => start.startsWith(words));
  return found && { service: found.service, length: found.words.length };
}

/** Service of exactly this name or wording, blanks and width ignored. */
export function serviceOfName(name: string): ServiceClass | undefined {
  const folded = foldCompact(name.slice(0, 80)).toUpperCase();
  return wordings.find(({ words }) => words === folded)?.service;
}
