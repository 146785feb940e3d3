import { type CasePerson, everyDay, shiftsOf, type StaffingCase } from './model.ts';

const HEAD: CasePerson = { posts: [{ post: 'security-head', share: 20, appointedOn: '2025-01-01' }] };
const REVIEWER: CasePerson = { posts: [{ post: 'content-reviewer' }] };
const PUBLISHES = { provinces_operating: ['苏'], publishes_public_info: true };
const COMMUNITY = { provinces_operating: ['苏'], offers_b25_1: false, offers_b25_3: true };
const CROSS_REGIONAL = { isCrossRegional: true, province: null, number: 'B2-20230001' };
const IN_ZHEJIANG = { provinces_operating: ['浙'] };
const LOCAL = { province: '浙', from: '2025-01-01', to: null, addressSet: true, contactId: '甲' } as const;

export const SECURITY_AND_SERVICE_CASES: readonly StaffingCase[] = [
  {
    check: 'S5',
    given: '甲为网络安全负责人，身份、电话、任命文件齐全。',
    roster: { people: { 甲: HEAD } },
    expect: { outcome: 'met', mark: 'E', asLaw: true },
    why: '2026年起依修正后的网络安全法第23条第1项（E）。',
  },
  {
    check: 'S5',
    given: '同样的名册，看2025年12月31日。',
    on: '2025-12-31',
    roster: { people: { 甲: HEAD } },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '2025年底以前依2016年文本第21条（V）；本产品规则2026年起才检查。',
  },
  {
    check: 'S5',
    given: '岗位登记完整，没有网络安全负责人。',
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '法律要求确定负责人。',
  },
  {
    check: 'S5',
    given: '甲任负责人，但没有登记劳动合同，人员清单未确认完整。',
    roster: { kept: ['posts'], people: { 甲: { ...HEAD, contract: null } } },
    expect: { outcome: 'unknown', asks: ['people'] },
    why: '不知道甲是否在职，要问合同起止。',
  },
  {
    check: 'S6',
    given: '每天9时至21时发布信息，甲全程审核。',
    facts: PUBLISHES,
    roster: {
      people: { 甲: REVIEWER },
      serviceHours: [{ from: '2026-01-01', to: null, hours: everyDay('09:00', '21:00') }],
      rotas: [{ post: 'content-reviewer', from: '2026-01-01', to: null, shifts: shiftsOf('甲', '09:00', '21:00') }],
    },
    expect: { outcome: 'met', mark: 'O', asLaw: false },
    why: '印文要求人工检查，班次与人数未印明：本产品规则，不是法律。',
  },
  {
    check: 'S6',
    given: '每天9时至21时发布信息，甲只审核到18时。',
    facts: PUBLISHES,
    roster: {
      people: { 甲: REVIEWER },
      serviceHours: [{ from: '2026-01-01', to: null, hours: everyDay('09:00', '21:00') }],
      rotas: [{ post: 'content-reviewer', from: '2026-01-01', to: null, shifts: shiftsOf('甲', '09:00', '18:00') }],
    },
    expect: { outcome: 'short', shortBy: 7, mark: 'O', asLaw: false },
    why: '每天18时至21时没有人，一周七处空档。',
  },
  {
    check: 'S6',
    given: '没有回答是否面向公众发布信息。',
    expect: { outcome: 'unknown', asks: ['publishes_public_info'] },
    why: '是否适用取决于这个问题。',
  },
  {
    check: 'S6',
    given: '不面向公众发布信息。',
    facts: { ...PUBLISHES, publishes_public_info: false },
    expect: { outcome: 'does-not-apply', mark: null },
    why: '第十五（七）项人工检查只针对面向公众的信息。',
  },
  {
    check: 'S7',
    given: '提供信息社区，甲审核账号，乙应急值守。',
    facts: COMMUNITY,
    roster: { people: { 甲: { posts: [{ post: 'account-verifier' }] }, 乙: { posts: [{ post: 'emergency-duty' }] } } },
    expect: { outcome: 'met', mark: 'O', asLaw: false },
    why: '不经营应用商店，故不看应用审核人员。岗位未印明，是本产品规则。',
  },
  {
    check: 'S7',
    given: '提供信息社区，没有账号审核人员，也没有应急值守。',
    facts: COMMUNITY,
    expect: { outcome: 'short', shortBy: 2, mark: 'O', asLaw: false },
    why: '两个岗位都空缺。',
  },
  {
    check: 'S7',
    given: '许可证允许社区，是否提供没有回答。',
    facts: { provinces_operating: ['苏'], offers_b25_1: false },
    expect: { outcome: 'unknown', asks: ['offers_b25_3'] },
    why: '允许不等于提供。',
  },
  {
    check: 'S8',
    given: '跨地区许可证，浙江设有机构，联系人甲在职；9月1日变化，9月20日更新。',
    licence: CROSS_REGIONAL,
    facts: IN_ZHEJIANG,
    province: '浙',
    roster: { people: { 甲: {} }, localBodies: [{ ...LOCAL, changedOn: '2026-09-01', updatedOn: '2026-09-20' }] },
    expect: { outcome: 'met', mark: 'V' },
    why: '变化后30日内已更新（印文第十二项）；“每省一个”是本产品规则，也做到了。',
  },
  {
    check: 'S8',
    given: '跨地区许可证，浙江机构9月1日变化，没有更新记录。',
    licence: CROSS_REGIONAL,
    facts: IN_ZHEJIANG,
    province: '浙',
    roster: { people: { 甲: {} }, localBodies: [{ ...LOCAL, changedOn: '2026-09-01', updatedOn: null }] },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '第30日10月1日在国庆假期内，顺延至10月8日，已过。',
  },
  {
    check: 'S8',
    given: '同上，但看10月8日当天。',
    on: '2026-10-08',
    licence: CROSS_REGIONAL,
    facts: IN_ZHEJIANG,
    province: '浙',
    roster: { people: { 甲: {} }, localBodies: [{ ...LOCAL, changedOn: '2026-09-01', updatedOn: null }] },
    expect: { outcome: 'met' },
    why: '10月8日是最后一日，尚在期限内。',
  },
  {
    check: 'S8',
    given: '跨地区许可证，当地机构没有登记，清单未确认完整。',
    licence: CROSS_REGIONAL,
    facts: IN_ZHEJIANG,
    province: '浙',
    roster: { kept: [] },
    expect: { outcome: 'unknown', asks: ['local-bodies'] },
    why: '没有登记不等于没有设。',
  },
];
