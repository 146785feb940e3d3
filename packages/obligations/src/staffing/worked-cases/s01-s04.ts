import { bodyOf, type CasePerson, type StaffingCase } from './model.ts';

const HANDLER: CasePerson = { posts: [{ post: 'complaint-handler', share: 50 }] };
const DEPUTY: CasePerson = { posts: [{ post: 'complaint-handler', share: 10, deputy: true }] };
const HEAD: CasePerson = { posts: [{ post: 'security-manager', share: 30 }] };
const FULL_TIME: CasePerson = { posts: [{ post: 'security-staff' }] };
const BODY = bodyOf('security-body', {
  from: '2025-03-01',
  headId: '甲',
  headSince: '2025-03-01',
  appointedOn: '2025-03-01',
});
const FILED = { kind: 'security-body', province: '苏', personId: null, on: '2025-03-20', receipt: true } as const;

export const PRINTED_STAFF_CASES: readonly StaffingCase[] = [
  {
    check: 'S1',
    given: '甲受理投诉，有电话；乙为代理人；投诉登记完整，没有未答复的。',
    roster: { people: { 甲: HANDLER, 乙: DEPUTY } },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '印文要求配备受理人员，至少一人；代理人与电话是本产品规则，也都有。',
  },
  {
    check: 'S1',
    given: '岗位登记完整，没有任何人受理投诉，但设有代理人乙。',
    roster: { people: { 乙: DEPUTY } },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '代理人不算受理人员；差一人，依据是印文第五项。',
  },
  {
    check: 'S1',
    given: '甲受理投诉，乙代理；一件投诉10月8日收到，至今没有答复。',
    roster: { people: { 甲: HANDLER, 乙: DEPUTY }, complaints: [{ receivedOn: '2026-10-08', answeredOn: null }] },
    expect: { outcome: 'short', shortBy: 1, mark: 'M', asLaw: false },
    why: '15日从10月9日起数，末日10月23日（周五）已过。15日出自服务规范，未核实，不作为法律要求显示。',
  },
  {
    check: 'S1',
    given: '公司自设5日答复；一件投诉11月16日收到，至今没有答复。',
    roster: { people: { 甲: HANDLER, 乙: DEPUTY }, complaints: [{ receivedOn: '2026-11-16', answeredOn: null }] },
    parameters: [
      {
        key: 'complaint-reply-days',
        province: null,
        value: 5,
        source: { law: 'own-rule', article: null, mark: 'O', note: { zh: '示例', en: 'example' } },
        setBy: 'company',
      },
    ],
    expect: { outcome: 'short', shortBy: 1, mark: 'O', asLaw: false },
    why: '末日11月21日（周六）顺延至23日，已过；天数是公司自设的，标记随数字走，不写成服务规范的期限。',
  },
  {
    check: 'S1',
    given: '什么都还没有登记。',
    roster: { kept: [] },
    expect: { outcome: 'unknown', asks: ['posts', 'complaints'] },
    why: '没有登记不等于没有人；要问岗位和投诉是否已登记完整。',
  },
  {
    check: 'S2',
    given: '甲为责任人（兼任，占30%），乙专职做网络与信息安全，社保由公司缴纳。',
    roster: { people: { 甲: HEAD, 乙: FULL_TIME } },
    expect: { outcome: 'met', mark: 'P', asLaw: false },
    why: '默认一名责任人加一名专职，是业界做法（P），不是法定人数。',
  },
  {
    check: 'S2',
    given: '甲既是责任人，又登记为专职人员，没有别人。',
    roster: { people: { 甲: { posts: [{ post: 'security-manager', share: 0 }, { post: 'security-staff' }] } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'P' },
    why: '同一人不能既算责任人又算专职人员：需要两个人，只有一个。印文要求的“专职”有一人，差的是按参数计的人数。',
  },
  {
    check: 'S2',
    given: '只有甲：三成工时任责任人，七成做网络与信息安全管理，不做别的。',
    roster: {
      people: {
        甲: {
          posts: [
            { post: 'security-manager', share: 30 },
            { post: 'security-staff', share: 70 },
          ],
        },
      },
    },
    expect: { outcome: 'short', shortBy: 1, mark: 'P', asLaw: false },
    why: '甲的全部工时都是网络与信息安全，是专职；差的是业界做法要的第二个人，不是违反印文。',
  },
  {
    check: 'S2',
    given: '甲、乙都是专职人员，也都登记为责任人。',
    roster: {
      people: {
        甲: { posts: [{ post: 'security-manager', share: 0 }, { post: 'security-staff' }] },
        乙: { posts: [{ post: 'security-manager', share: 0 }, { post: 'security-staff' }] },
      },
    },
    expect: { outcome: 'met', mark: 'P' },
    why: '只需要一名责任人：一人算责任人，另一人算专职。',
  },
  {
    check: 'S2',
    given: '乙登记为专职人员，同时以20%工时做技术工作。',
    roster: {
      people: {
        甲: HEAD,
        乙: {
          posts: [
            { post: 'security-staff', share: 80 },
            { post: 'technical', share: 20 },
          ],
        },
      },
    },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '专职是全部工时只做这一项；一个专职也没有，违反的是印文本身（V）。',
  },
  {
    check: 'S2',
    given: '浙江的参数是三名专职（本公司按当地要求自设），乙、丙专职，甲为责任人。',
    facts: { provinces_operating: ['苏', '浙'] },
    province: '浙',
    roster: { people: { 甲: HEAD, 乙: FULL_TIME, 丙: FULL_TIME } },
    parameters: [
      {
        key: 'security-full-time-staff',
        province: '浙',
        value: 3,
        source: { law: 'own-rule', article: null, mark: 'O', note: { zh: '示例', en: 'example' } },
        setBy: 'company',
      },
    ],
    expect: { outcome: 'short', shortBy: 1, mark: 'O', asLaw: false },
    why: '浙江要三人，只有两人，差一人；数字是公司自设的，不是法律。江苏仍按默认一人。',
  },
  {
    check: 'S2',
    given: '乙专职，但社会保险不由公司缴纳。',
    roster: { people: { 甲: HEAD, 乙: { ...FULL_TIME, contract: { insurance: 'none' } } } },
    expect: { outcome: 'short', shortBy: 1, mark: 'O', asLaw: false },
    why: '人数够；社会保险是本产品用来证明在岗的规则，差一人的社保。',
  },
  {
    check: 'S2',
    given: '乙在专职岗位上，但占用工时没有登记。',
    roster: { people: { 甲: HEAD, 乙: { posts: [{ post: 'security-staff', share: null }] } } },
    expect: { outcome: 'unknown', asks: ['posts'] },
    why: '不知道是否占全部工时，就不知道是否专职；要问乙的工时。',
  },
  {
    check: 'S2',
    given: '业务开展地没有回答。',
    facts: { provinces_operating: null },
    roster: { kept: [], people: { 甲: HEAD, 乙: FULL_TIME } },
    province: null,
    expect: { outcome: 'unknown', asks: ['provinces_operating'] },
    why: '人数按省定；不知道在哪些省开展业务，就要先问。',
  },
  {
    check: 'S3',
    given: '机构2025年3月1日成立，有文件和在职负责人甲，已向江苏报备。',
    roster: { people: { 甲: {} }, bodies: [BODY], filings: [FILED] },
    expect: { outcome: 'met', mark: 'V', asLaw: true },
    why: '印文要求成立机构并向业务开展地报备，都已做到。',
  },
  {
    check: 'S3',
    given: '在江苏、浙江开展业务，只向江苏报备。',
    facts: { provinces_operating: ['苏', '浙'] },
    roster: { people: { 甲: {} }, bodies: [BODY], filings: [FILED] },
    expect: { outcome: 'short', shortBy: 1, mark: 'V', asLaw: true },
    why: '每个业务开展地都要报备，浙江缺一份。',
  },
  {
    check: 'S3',
    given: '机构没有登记，清单也没有确认完整。',
    roster: { kept: [] },
    expect: { outcome: 'unknown', asks: ['bodies', 'filings'] },
    why: '没有登记不等于没有设；要问机构和报备的清单。',
  },
  {
    check: 'S4',
    given: '机构2025年3月1日成立，20日报备，其后没有变化。',
    roster: { people: { 甲: {} }, bodies: [BODY], filings: [FILED] },
    expect: { outcome: 'met', asLaw: true },
    why: '最近一次报备不早于最近一次变化，清单完整，可以说没有别的变化。',
  },
  {
    check: 'S4',
    given: '2025年3月20日报备；专职人员乙2026年10月31日离职。',
    roster: {
      people: { 甲: {}, 乙: { ...FULL_TIME, contract: { leftOn: '2026-10-31' } } },
      bodies: [BODY],
      filings: [FILED],
    },
    expect: { outcome: 'short', shortBy: 1, asLaw: true },
    why: '11月1日起人员有变化，报备早于变化。印文没有天数，补报的30日是建议。',
  },
  {
    check: 'S4',
    given: '已报备，但岗位清单没有确认完整。',
    roster: { kept: ['bodies', 'filings', 'people'], people: { 甲: {} }, bodies: [BODY], filings: [FILED] },
    expect: { outcome: 'unknown', asks: ['posts'] },
    why: '可能有没有登记的人员变化；“其后没有变化”说不了。',
  },
];
