import type { Bilingual } from '../text/bilingual.ts';
import type { Authority } from './schema.ts';

/** Whom nearly every duty binds. */
export const HOLDER: Bilingual = { zh: '持证企业', en: 'Licence holder' };

/** The licensing platform; the print still uses its name from before 2017. */
export const LICENSING_PLATFORM: Bilingual = {
  zh: '电信业务综合管理平台（dxzhgl.miit.gov.cn）',
  en: 'Telecom licensing platform (dxzhgl.miit.gov.cn)',
};

/** The ministry's system for network units; one signs in with the licence number. */
export const NETWORK_PROTECTION_SYSTEM: Bilingual = {
  zh: '通信网络安全防护管理系统（www.mii-aqfh.cn，以许可证编号登录）',
  en: 'Network protection system (www.mii-aqfh.cn, sign-in with the licence number)',
};

/** The clause names the telecom authority in general. */
export const TELECOM_AUTHORITY: Authority = {
  printed: { zh: '电信主管部门', en: 'Telecom authority' },
  effective: 'issuing-authority',
};

/** The clause names nobody; the authority that issued the licence supervises. */
export const SUPERVISED_BY_ISSUER: Authority = { printed: null, effective: 'issuing-authority' };

/** The national template says 我部 also in provincial licences; the authority that issued the licence receives. */
export const PRINTED_AS_MINISTRY: Authority = {
  printed: { zh: '我部', en: 'Our ministry' },
  effective: 'issuing-authority',
  note: {
    zh: '全国模板用语；省级许可证由原发证的省通信管理局受理（令第42号第27–30条）。',
    en: 'Wording of the national template; for a provincial licence the issuing provincial administration receives (Order 42 arts 27–30).',
  },
};
