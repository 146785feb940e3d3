import { bodyOf, type CasePerson, type StaffingCase } from './model.ts';

const CII = { is_CII: true };
const HANDLES = { handles_personal_information: true };
const BODY = bodyOf('cii-security-body', { headId: '甲', headSince: '2025-01-01' });
const KEY: CasePerson = { posts: [{ post: 'cii-key-post' }] };
const CHECKED: CasePerson['certificates'] = [{ kind: 'background-check' }];
const HANDLER: CasePerson = { posts: [{ post: 'pi-handler', share: 40 }] };
const trained = (on: string) => [{ kind: 'personal-information' as const, on }];
const DATA_HEAD: CasePerson = { posts: [{ post: 'data-security-head', share: 30 }] };

export const CRITICAL_AND_TRAINING_CASES: readonly StaffingCase[] = [
  {
    check: 'S22',
    given: '关键信息基础设施，设有专门机构，负责人甲和关键岗位乙都经过背景审查。',
    facts: CII,
    roster: { people: { 甲: { certificates: CHECKED }, 乙: { ...KEY, certificates: CHECKED } }, bodies: [BODY] },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '条例第14条（V）。',
  },
  {
    check: 'S22',
    given: '关键岗位乙没有背景审查。',
    facts: CII,
    roster: { people: { 甲: { certificates: CHECKED }, 乙: KEY }, bodies: [BODY] },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '负责人和关键岗位人员都要审查，乙缺。',
  },
  {
    check: 'S22',
    given: '背景审查没有登记，清单未确认完整。',
    facts: CII,
    roster: { kept: ['posts', 'people', 'bodies'], people: { 甲: {}, 乙: KEY }, bodies: [BODY] },
    expect: { outcome: 'unknown', asks: ['certificates'] },
    why: '没有登记不等于没有审查。',
  },
  {
    check: 'S23',
    given: '甲处理个人信息，2025年11月25日受过培训。',
    facts: HANDLES,
    roster: { people: { 甲: { ...HANDLER, trainings: trained('2025-11-25') } } },
    expect: { outcome: 'met', mark: 'E', asLaw: true },
    why: '至11月24日是第364日，仍在365日内。',
  },
  {
    check: 'S23',
    given: '甲的培训是2025年11月23日。',
    facts: HANDLES,
    roster: { people: { 甲: { ...HANDLER, trainings: trained('2025-11-23') } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'O', asLaw: false },
    why: '第365日是2026年11月23日，24日起超过。一年是本产品规则；培训本身做过，法律要求未违反。',
  },
  {
    check: 'S23',
    given: '甲从未培训，培训清单完整。',
    facts: HANDLES,
    roster: { people: { 甲: HANDLER } },
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '令第24号第15条要求培训（E）；只算一次，不重复计。',
  },
  {
    check: 'S23',
    given: '处理个人信息，但没有登记谁处理。',
    facts: HANDLES,
    expect: { outcome: 'unknown', asks: ['posts'] },
    why: '没有人登记在岗，不能证明没有人处理；要问是谁。',
  },
  {
    check: 'S24',
    given: '处理重要数据，甲任数据安全负责人，已签责任书。',
    facts: { important_data: true },
    roster: { people: { 甲: { ...DATA_HEAD, letterOn: '2025-02-01' } } },
    expect: { outcome: 'met', mark: 'E', asLaw: true },
    why: '工信领域数据安全办法（E）。',
  },
  {
    check: 'S24',
    given: '处理重要数据，甲任负责人已签，关键岗位乙未签。',
    facts: { important_data: true },
    roster: {
      people: {
        甲: { ...DATA_HEAD, letterOn: '2025-02-01' },
        乙: { posts: [{ post: 'data-security-staff', share: 50 }] },
      },
    },
    expect: { outcome: 'short', shortBy: 1, mark: 'E', asLaw: true },
    why: '乙缺责任书。',
  },
  {
    check: 'S24',
    given: '处理重要数据，甲任负责人，责任书没有登记，清单未确认完整。',
    facts: { important_data: true },
    roster: { kept: ['posts', 'people'], people: { 甲: DATA_HEAD } },
    expect: { outcome: 'unknown', asks: ['letters'] },
    why: '没有登记不等于没有签。',
  },
  {
    check: 'S24',
    given: '不处理重要数据，没有数据安全负责人，也没有人签责任书。',
    facts: { important_data: false },
    expect: { outcome: 'does-not-apply', mark: null },
    why: '负责人、关键岗位和责任书只要求重要数据、核心数据处理者。',
  },
  {
    check: 'S25',
    given: '关键岗位乙2026年3月受过培训，技能考核证书有效。',
    facts: CII,
    roster: {
      people: {
        乙: {
          ...KEY,
          trainings: [{ kind: 'cii-security', on: '2026-03-01' }],
          certificates: [{ kind: 'skill-test', validTo: '2026-12-31' }],
        },
      },
    },
    expect: { outcome: 'met', mark: 'M', asLaw: false },
    why: '条文未核实（M），不作为法律要求显示。',
  },
  {
    check: 'S25',
    given: '同上，看2027年1月1日，证书已过期。',
    on: '2027-01-01',
    facts: CII,
    roster: {
      people: {
        乙: {
          ...KEY,
          trainings: [{ kind: 'cii-security', on: '2026-03-01' }],
          certificates: [{ kind: 'skill-test', validTo: '2026-12-31' }],
        },
      },
    },
    expect: { outcome: 'short', shortBy: 1, mark: 'M', asLaw: false },
    why: '证书有效至2026年12月31日当天。',
  },
  {
    check: 'S25',
    given: '是否关键信息基础设施没有回答。',
    expect: { outcome: 'unknown', asks: ['is_CII'] },
    why: '是否适用取决于这个问题。',
  },
];
