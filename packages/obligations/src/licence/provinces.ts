import type { Bilingual } from '../text/bilingual.ts';

/** A province, autonomous region or municipality with a communications administration of its own. */
export interface Province {
  /** Abbreviation that starts a provincial licence number: `苏`. */
  readonly prefix: string;
  /** Full name: `江苏省` / `Jiangsu`. */
  readonly name: Bilingual;
  /** Name without the words for its kind: `江苏`. */
  readonly shortName: string;
  /** Communications administration (通信管理局) that issues the licences of this province. */
  readonly authority: Bilingual;
  /** First two digits of the administrative division code, GB/T 2260. */
  readonly code: string;
}

function province(prefix: string, zh: string, shortName: string, en: string, code: string): Province {
  return {
    prefix,
    name: { zh, en },
    shortName,
    authority: { zh: `${zh}通信管理局`, en: `${en} Communications Administration` },
    code,
  };
}

/** The 31 provinces in the order of GB/T 2260. */
export const PROVINCES: readonly Province[] = [
  province('京', '北京市', '北京', 'Beijing', '11'),
  province('津', '天津市', '天津', 'Tianjin', '12'),
  province('冀', '河北省', '河北', 'Hebei', '13'),
  province('晋', '山西省', '山西', 'Shanxi', '14'),
  province('蒙', '内蒙古自治区', '内蒙古', 'Inner Mongolia', '15'),
  province('辽', '辽宁省', '辽宁', 'Liaoning', '21'),
  province('吉', '吉林省', '吉林', 'Jilin', '22'),
  province('黑', '黑龙江省', '黑龙江', 'Heilongjiang', '23'),
  province('沪', '上海市', '上海', 'Shanghai', '31'),
  province('苏', '江苏省', '江苏', 'Jiangsu', '32'),
  province('浙', '浙江省', '浙江', 'Zhejiang', '33'),
  province('皖', '安徽省', '安徽', 'Anhui', '34'),
  province('闽', '福建省', '福建', 'Fujian', '35'),
  province('赣', '江西省', '江西', 'Jiangxi', '36'),
  province('鲁', '山东省', '山东', 'Shandong', '37'),
  province('豫', '河南省', '河南', 'Henan', '41'),
  province('鄂', '湖北省', '湖北', 'Hubei', '42'),
  province('湘', '湖南省', '湖南', 'Hunan', '43'),
  province('粤', '广东省', '广东', 'Guangdong', '44'),
  province('桂', '广西壮族自治区', '广西', 'Guangxi', '45'),
  province('琼', '海南省', '海南', 'Hainan', '46'),
  province('渝', '重庆市', '重庆', 'Chongqing', '50'),
  province('川', '四川省', '四川', 'Sichuan', '51'),
  province('黔', '贵州省', '贵州', 'Guizhou', '52'),
  province('滇', '云南省', '云南', 'Yunnan', '53'),
  province('藏', '西藏自治区', '西藏', 'Tibet', '54'),
  province('陕', '陕西省', '陕西', 'Shaanxi', '61'),
  province('甘', '甘肃省', '甘肃', 'Gansu', '62'),
  province('青', '青海省', '青海', 'Qinghai', '63'),
  province('宁', '宁夏回族自治区', '宁夏', 'Ningxia', '64'),
  province('新', '新疆维吾尔自治区', '新疆', 'Xinjiang', '65'),
];

/** The ministry: issues cross-regional licences and those of foreign-invested companies. */
export const MINISTRY: Bilingual = { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' };

const byPrefix = new Map(PROVINCES.map((p) => [p.prefix, p]));
const byShortName = new Map(PROVINCES.map((p) => [p.shortName, p]));
const byCode = new Map(PROVINCES.map((p) => [p.code, p]));

/** Province of a licence-number prefix (`苏`), undefined when there is none. */
export function provinceOfPrefix(prefix: string): Province | undefined {
  return byPrefix.get(prefix);
}

/** Province of the first two digits of an administrative division code (GB/T 2260). */
export function provinceOfCode(code: string): Province | undefined {
  return byCode.get(code);
}

/** Province whose name (`江苏省` or `江苏`) starts the text: an address, an area list, the name of an authority. */
export function provinceAtStart(text: string): Province | undefined {
  return byShortName.get(text.slice(0, 2)) ?? byShortName.get(text.slice(0, 3));
}
