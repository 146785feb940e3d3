import { addDays, addMonths, addYears, type CivilDate, type Province, provinceOfPrefix } from '@zhengqi/obligations';

/** Kinds of licences of the demo. The first seven have a document of `samples/`; the others were typed in. */
export type LicenceKind =
  | 'information-services'
  | 'online-data-processing'
  | 'idc-isp'
  | 'call-centre'
  | 'sms'
  | 'cross-regional'
  | 'foreign-invested'
  | 'content-delivery'
  | 'virtual-private-network'
  | 'domain-resolution';

/** How much the company has told. */
export type Answered = 'all' | 'some' | 'nothing';

/** One fictional company, dated relative to today. */
export interface DemoCompany {
  index: number;
  name: string;
  province: Province;
  kind: LicenceKind;
  issuedOn: CivilDate;
  validTo: CivilDate;
  /** Day on which the consultancy took the licence in. */
  registeredOn: CivilDate;
  answered: Answered;
}

const PROVINCES = ['京', '沪', '苏', '浙', '粤', '鲁', '川', '闽', '鄂', '湘', '陕', '渝'];
const WORDS = (
  '云桥 星河 青禾 海岚 远帆 明达 智汇 聚能 天枢 瀚海 博远 启航 灵犀 鼎新 恒通 锐思 飞鸿 合创 凌云 蓝鲸 ' +
  '众联 金穗 雅言 思源 数港 易集 云声 短讯 通联 海外 极光 若水 千寻 百川 万象 长风 观澜 拾光 听涛 知行'
).split(' ');
const SUFFIXES = ['网络科技有限公司', '信息技术有限公司', '科技股份有限公司', '电子商务有限公司', '通信技术有限公司'];
const KINDS: readonly LicenceKind[] = [
  'information-services',
  'online-data-processing',
  'information-services',
  'sms',
  'idc-isp',
  'call-centre',
  'information-services',
  'cross-regional',
  'online-data-processing',
  'foreign-invested',
  'content-delivery',
  'virtual-private-network',
  'domain-resolution',
];

/** Days from today to the end of a licence: long expired, just expired, about to expire in every window, and fresh ones. */
const DAYS_TO_END = [
  -330, -45, -3, 12, 40, 75, 88, 93, 120, 180, 240, 300, 365, 430, 520, 610, 700, 790, 880, 960, 1050, 1140, 1230, 1320,
  1400, 1480, 1560, 1640, 1700, 1750, 1790, 1810, 1820, 55, 145, 410, 830, 1260, -120, 1000,
];
const ANSWERED: readonly Answered[] = ['all', 'some', 'all', 'nothing', 'all', 'some'];

/** The forty companies. The same every time but for the dates. */
export function demoCompanies(today: CivilDate): DemoCompany[] {
  return DAYS_TO_END.map((daysToEnd, index) => {
    const prefix = PROVINCES[index % PROVINCES.length] ?? '京';
    const province = provinceOfPrefix(prefix);
    if (!province) throw new Error(`no province ${prefix}`);
    const validTo = addDays(today, daysToEnd);
    const issuedOn = addYears(validTo, -5);
    const longAgo = addMonths(today, -14);
    const soonAfter = addDays(issuedOn, 9);
    return {
      index,
      name: `${province.shortName}示例${WORDS[index]}${SUFFIXES[index % SUFFIXES.length]}`,
      province,
      kind: KINDS[index % KINDS.length] ?? 'information-services',
      issuedOn,
      validTo,
      registeredOn: soonAfter > longAgo ? (soonAfter < today ? soonAfter : today) : longAgo,
      answered: ANSWERED[index % ANSWERED.length] ?? 'some',
    };
  });
}

/** Number of a company's licence: the classes of its kind, the year of issue, and a serial that no register gives. */
export function licenceNumberOf({ kind, province, issuedOn, index }: DemoCompany): string {
  const serial = `${issuedOn.slice(0, 4)}99${String(index + 10).padStart(2, '0')}`;
  switch (kind) {
    case 'cross-regional':
      return `B1.B2-${serial}`;
    case 'foreign-invested':
      return `合字B2-${serial}`;
    case 'idc-isp':
    case 'content-delivery':
    case 'virtual-private-network':
      return `${province.prefix}B1-${serial}`;
    default:
      return `${province.prefix}B2-${serial}`;
  }
}
