import { bodyOf, type CasePerson, type StaffingCase } from './model.ts';

const MILLION = { handles_personal_information: true, pi_subjects_count: 1_200_000 };
const REACHED = { id: 'million', type: 'pi-threshold-reached', on: '2026-09-01' };
const OFFICER: CasePerson = { posts: [{ post: 'pi-officer', share: 50, from: '2026-08-01' }] };
const DATA_HEAD: CasePerson = { posts: [{ post: 'data-security-head', share: 50 }] };
const DATA_BODY = bodyOf('data-security-body');
const member = (external: boolean | null) => ({ personId: null, external, from: '2025-06-01', to: null });
const outsideBody = (...members: (boolean | null)[]) => bodyOf('pi-supervisory-body', { members: members.map(member) });
const LEAD: CasePerson = { posts: [{ post: 'minors-protection', share: 20 }] };
const audit = (on: string) => ({ kind: 'minors-information' as const, on, reportedOn: null });

export const DATA_STAFF_CASES: readonly StaffingCase[] = [
  {
    check: 'S13',
    given: '9月1日达到一百万人，甲任负责人，9月10日已报送。',
    facts: MILLION,
    events: [REACHED],
    roster: {
      people: { 甲: OFFICER },
      filings: [{ kind: 'pi-officer', province: null, personId: '甲', on: '2026-09-10', receipt: true }],
    },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '负责人已指定（个保法第52条，V），已报送（E）。',
  },
  {
    check: 'S13',
    given: '9月1日达到一百万人，甲任负责人，没有报送。',
    facts: MILLION,
    events: [REACHED],
    roster: { people: { 甲: OFFICER } },
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '30个工作日的末日是10月19日（与规则库X8的算例相同），已过。',
  },
  {
    check: 'S13',
    given: '同上，看10月19日当天。',
    on: '2026-10-19',
    facts: MILLION,
    events: [REACHED],
    roster: { people: { 甲: OFFICER } },
    expect: { outcome: 'met' },
    why: '最后一日，尚在期限内。',
  },
  {
    check: 'S13',
    given: '处理一百二十万人，甲任负责人，何时达到一百万人没有登记，也没有报送。',
    facts: MILLION,
    roster: { people: { 甲: OFFICER } },
    expect: { outcome: 'unknown', asks: ['pi-threshold-reached'] },
    why: '不知道起算日，就不知道期限过了没有。',
  },
  {
    check: 'S13',
    given: '9月1日达到一百万人，甲11月16日才任负责人，从未报送。',
    facts: MILLION,
    events: [REACHED],
    roster: { people: { 甲: { posts: [{ post: 'pi-officer', share: 50, from: '2026-11-16' }] } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '首次报送自达到一百万人起算，10月19日已过；负责人任命晚不延长期限。',
  },
  {
    check: 'S13',
    given: '9月1日达到一百万人，前任乙9月10日已报送，甲11月16日接任，尚未报送。',
    facts: MILLION,
    events: [REACHED],
    roster: {
      people: {
        甲: { posts: [{ post: 'pi-officer', share: 50, from: '2026-11-16' }] },
        乙: { posts: [{ post: 'pi-officer', share: 50, from: '2026-08-01', to: '2026-11-15' }] },
      },
      filings: [{ kind: 'pi-officer', province: null, personId: '乙', on: '2026-09-10', receipt: true }],
    },
    expect: { outcome: 'met' },
    why: '已报送过的，变更自新负责人到任起算30个工作日，尚在期限内。',
  },
  {
    check: 'S13',
    given: '9月1日达到一百万人，甲11月16日任负责人，报送清单未确认完整。',
    facts: MILLION,
    events: [REACHED],
    roster: {
      kept: ['posts', 'people'],
      people: { 甲: { posts: [{ post: 'pi-officer', share: 50, from: '2026-11-16' }] } },
    },
    expect: { outcome: 'unknown', asks: ['filings'] },
    why: '不知道是否报送过前任，就不知道按首次还是按变更起算。',
  },
  {
    check: 'S13',
    given: '处理九十九万九千九百九十九人。',
    facts: { ...MILLION, pi_subjects_count: 999_999 },
    expect: { outcome: 'does-not-apply' },
    why: '不满一百万人。',
  },
  {
    check: 'S14',
    given: '处理重要数据；甲是管理层成员，任数据安全负责人；设有机构。',
    facts: { important_data: true },
    roster: { people: { 甲: { ...DATA_HEAD, contract: { management: true } } }, bodies: [DATA_BODY] },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '网数条例第30条：负责人由管理层成员担任，并设机构。',
  },
  {
    check: 'S14',
    given: '处理重要数据；甲任负责人，但不是管理层成员；没有机构。',
    facts: { important_data: true },
    roster: { people: { 甲: DATA_HEAD } },
    expect: { outcome: 'short', shortBy: 2, mark: 'V', asLaw: true },
    why: '差管理层身份和机构两项。',
  },
  {
    check: 'S14',
    given: '同上，看2024年12月31日，已有机构。',
    on: '2024-12-31',
    facts: { important_data: true },
    roster: {
      people: {
        甲: { contract: { contractFrom: '2023-01-01' }, posts: [{ post: 'data-security-head', from: '2023-01-01' }] },
      },
      bodies: [{ ...DATA_BODY, from: '2023-01-01' }],
    },
    expect: { outcome: 'met', mark: 'V' },
    why: '网数条例2025年1月1日起施行；此前只依数据安全法第27条，没有管理层要求。',
  },
  {
    check: 'S14',
    given: '处理重要数据；甲任负责人，是否管理层没有登记。',
    facts: { important_data: true },
    roster: { people: { 甲: { ...DATA_HEAD, contract: { management: null } } }, bodies: [DATA_BODY] },
    expect: { outcome: 'unknown', asks: ['people'] },
    why: '要问甲是否管理层成员。',
  },
  {
    check: 'S15',
    given: '大型平台，监督机构三名成员，两名外部。',
    facts: { is_large_platform: true },
    roster: { bodies: [outsideBody(true, true, false)] },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '外部成员三分之二，超过半数。',
  },
  {
    check: 'S15',
    given: '大型平台，监督机构四名成员，两名外部。',
    facts: { is_large_platform: true },
    roster: { bodies: [outsideBody(true, true, false, false)] },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '正好一半不算“主要由外部成员组成”；再加一名外部成员才超过半数。',
  },
  {
    check: 'S15',
    given: '大型平台，监督机构三名成员，一名外部，一名未登记。',
    facts: { is_large_platform: true },
    roster: { bodies: [outsideBody(true, null, false)] },
    expect: { outcome: 'unknown', asks: ['bodies'] },
    why: '未登记的一名决定是否过半。',
  },
  {
    check: 'S16',
    given: '处理未成年人信息，2026年5月已审计，甲为负责人。',
    facts: { minor_users: true },
    roster: { people: { 甲: LEAD }, audits: [audit('2026-05-10')] },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '每年审计（第37条，V）；负责人是本产品规则。',
  },
  {
    check: 'S16',
    given: '处理未成年人信息，只有2024年的审计。',
    facts: { minor_users: true },
    roster: { people: { 甲: LEAD }, audits: [audit('2024-05-10')] },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '2025年没有审计记录；2026年的还在期限内。',
  },
  {
    check: 'S16',
    given: '处理未成年人信息，审计没有登记，清单未确认完整。',
    facts: { minor_users: true },
    roster: { kept: ['posts', 'people'], people: { 甲: LEAD } },
    expect: { outcome: 'unknown', asks: ['audits'] },
    why: '没有登记不等于没有做。',
  },
];
