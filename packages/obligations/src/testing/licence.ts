import type { Licence } from '../licence/model.ts';

/** A provincial licence for Internet information services without search and messaging, as tests start from. */
export function licenceOf(overrides: Partial<Licence> = {}): Licence {
  return {
    number: '苏B2-20201234',
    holder: '示例信息技术有限公司',
    uscc: null,
    legalRepresentative: null,
    registeredAddress: null,
    services: [
      {
        code: 'B25',
        name: '信息服务业务',
        printed: '信息服务业务（仅限互联网信息服务）',
        limitedTo: ['互联网信息服务'],
        excludes: ['信息搜索查询服务', '信息即时交互服务'],
        b25Items: ['1', '3', '5'],
        coverage: null,
      },
    ],
    coveragePrinted: null,
    issuedOn: '2020-12-24',
    validTo: '2025-12-24',
    authorityPrinted: null,
    authorityEffective: '江苏省通信管理局',
    province: '苏',
    isCrossRegional: false,
    isForeignInvested: false,
    ...overrides,
  };
}
