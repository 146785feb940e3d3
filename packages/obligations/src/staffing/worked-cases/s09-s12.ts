import { type CasePerson, shiftsOf, type StaffingCase } from './model.ts';

const UNITS = { network_units: [{ id: 'portal' }, { id: 'app' }] };
const DATA_CENTRE = {
  services: [
    {
      code: 'B11',
      name: '互联网数据中心业务',
      printed: '互联网数据中心业务',
      limitedTo: [],
      excludes: [],
      b25Items: [],
      coverage: null,
    },
  ],
};
const MANAGER: CasePerson = { posts: [{ post: 'security-manager', share: 30 }] };
const CONTACT: CasePerson = { posts: [{ post: 'duty-contact-7x24', share: 0 }] };
const FULL_TIME: CasePerson = { posts: [{ post: 'security-staff' }] };
const ROUND_THE_CLOCK = {
  post: 'duty-contact-7x24' as const,
  from: '2026-01-01',
  to: null,
  shifts: [...shiftsOf('乙', '08:00', '20:00'), ...shiftsOf('丙', '20:00', '08:00')],
};

export const CONTACT_AND_NUMBER_CASES: readonly StaffingCase[] = [
  {
    check: 'S9',
    given: '两个网络单元，甲是全部单元的备案联系人。',
    facts: UNITS,
    roster: { people: { 甲: { posts: [{ post: 'unit-contact', share: 5 }] } } },
    expect: { outcome: 'met', mark: 'E', asLaw: true },
    why: '未指明单元的联系人覆盖全部单元。',
  },
  {
    check: 'S9',
    given: '甲只是门户的联系人，应用没有联系人。',
    facts: UNITS,
    roster: { people: { 甲: { posts: [{ post: 'unit-contact', share: 5, unit: 'portal' }] } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'E' },
    why: '两个单元中一个没有在职联系人。',
  },
  {
    check: 'S9',
    given: '甲是联系人，已于10月31日离职。',
    facts: UNITS,
    roster: { people: { 甲: { posts: [{ post: 'unit-contact', share: 5 }], contract: { leftOn: '2026-10-31' } } } },
    expect: { outcome: 'short', shortBy: 2, mark: 'E' },
    why: '任职还在登记中，但人已离职：备案联系人必须在职。',
  },
  {
    check: 'S9',
    given: '网络单元没有回答。',
    expect: { outcome: 'unknown', asks: ['network_units'] },
    why: '有哪些单元要先回答。',
  },
  {
    check: 'S10',
    given: '甲为责任人；乙、丙昼夜轮流值班，电话不同。',
    roster: { people: { 甲: MANAGER, 乙: CONTACT, 丙: CONTACT }, rotas: [ROUND_THE_CLOCK] },
    expect: { outcome: 'met', mark: 'P', asLaw: false },
    why: '信息服务企业的两名联系人是业界做法；夜班跨零点，全周没有空档。',
  },
  {
    check: 'S10',
    given: '数据中心企业，乙、丙共用一个电话。',
    licence: DATA_CENTRE,
    roster: {
      people: { 甲: MANAGER, 乙: { ...CONTACT, phones: ['shared'] }, 丙: { ...CONTACT, phones: ['shared'] } },
      rotas: [ROUND_THE_CLOCK],
    },
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '两名联系人要两个不同的电话，一个电话只算一人；数据中心依552号通告（E）。',
  },
  {
    check: 'S10',
    given: '乙、丙为联系人，丙的电话没有登记。',
    roster: { people: { 甲: MANAGER, 乙: CONTACT, 丙: { ...CONTACT, phones: null } }, rotas: [ROUND_THE_CLOCK] },
    expect: { outcome: 'unknown', asks: ['people'] },
    why: '没有登记电话，不知道是否与乙不同。',
  },
  {
    check: 'S11',
    given: '接入12000个网站，四名专职。',
    licence: DATA_CENTRE,
    facts: { hosted_sites_count: 12_000 },
    roster: { people: { 甲: FULL_TIME, 乙: FULL_TIME, 丙: FULL_TIME, 丁: FULL_TIME } },
    expect: { outcome: 'met', mark: 'E', asLaw: true },
    why: '每一万个网站两名，12000个按两个一万计，需要四名。',
  },
  {
    check: 'S11',
    given: '接入12000个网站，两名专职。',
    licence: DATA_CENTRE,
    facts: { hosted_sites_count: 12_000 },
    roster: { people: { 甲: FULL_TIME, 乙: FULL_TIME } },
    expect: { outcome: 'short', shortBy: 2, mark: 'E', asLaw: true },
    why: '需要四名，差两名。',
  },
  {
    check: 'S11',
    given: '网站数没有回答，两名专职。',
    licence: DATA_CENTRE,
    roster: { people: { 甲: FULL_TIME, 乙: FULL_TIME } },
    expect: { outcome: 'unknown', asks: ['hosted_sites_count'] },
    why: '最少两名已有；是否更多取决于网站数。',
  },
  {
    check: 'S11',
    given: '只经营信息服务。',
    expect: { outcome: 'does-not-apply' },
    why: '通告只针对数据中心和接入服务。',
  },
  {
    check: 'S12',
    given: '甲、乙、丙社会保险由公司缴纳已满一个月。',
    roster: { people: { 甲: {}, 乙: {}, 丙: {} } },
    expect: { outcome: 'met', mark: 'P', asLaw: false },
    why: '三人是办理机构的通行要求，不是法律要求。',
  },
  {
    check: 'S12',
    given: '甲、乙已缴；丙11月1日才开始缴纳。',
    roster: { people: { 甲: {}, 乙: {}, 丙: { contract: { insurance: { from: '2026-11-01', to: null } } } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'P', asLaw: false },
    why: '丙到12月1日才满一个月。',
  },
  {
    check: 'S12',
    given: '甲、乙已缴，丙是否缴纳没有登记。',
    roster: { people: { 甲: {}, 乙: {}, 丙: { contract: { insurance: null } } } },
    expect: { outcome: 'unknown', asks: ['people'] },
    why: '丙缴纳就够三人，不缴就差一人。',
  },
];
