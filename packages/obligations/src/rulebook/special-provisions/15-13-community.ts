import { citeInForce } from '../cite-in-force.ts';
import type { Duty } from '../schema.ts';
import { CSL_2016_FROM, CSL_2016_TO, CSL_2026_FROM, cite, citeCsl, printed } from '../sources.ts';
import { informationServiceDuty, offersItem } from './15-shared.ts';

/** 15.13: community platforms (item three of B25). The print writes 账号 in two ways. */
export const COMMUNITY: readonly Duty[] = [
  informationServiceDuty({
    id: 'govern-community-publishers',
    clause: '15.13',
    provision: '15.13',
    title: { zh: '社区发布者审核备案与分级处置', en: 'Verify community publishers, graded sanctions' },
    wording: {
      zh: '审核并登记公众账号和开放平台发布者的资质；违法违约的，依轻重警示、限制、暂停直至关闭；配合建立应急机制。',
      en: 'Verify and register public accounts and open-platform publishers; warn, limit, suspend or close violators; join the emergency mechanism.',
    },
    kinds: ['standing', 'event', 'staffing'],
    when: offersItem('3'),
    due: [
      {
        id: 'sanction-account',
        action: { zh: '按情节处置违规账号', en: 'Sanction the account by the gravity of the case' },
        timing: { type: 'at-once', event: 'publisher-or-app-violation-found' },
        when: { fact: 'event.subject', is: 'account' },
        mark: 'V',
        sources: [printed('15.13')],
      },
    ],
    authority: {
      printed: { zh: '电信主管部门', en: 'telecom authority' },
      effective: 'several',
      note: {
        zh: '通信管理局；平台规则另报省级网信部门',
        en: 'Communications administration; platform rules also to the provincial cyberspace administration',
      },
    },
    evidence: [
      { zh: '账号资质审核档案', en: 'Verification file of accounts' },
      { zh: '处置记录', en: 'Log of sanctions' },
      { zh: '应急联络机制', en: 'Emergency contacts and procedure' },
    ],
    sources: [
      printed('15.13'),
      citeInForce('public-accounts', '6', 'E'),
      citeInForce('public-accounts', '7', 'E'),
      citeInForce('account-information', null, 'M'),
      ...citeCsl('24', '26'),
    ],
    marks: { deadline: 'V', authority: 'E', penalty: 'M' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '未落实真实身份等：5万元以上50万元以下（条号未核实）',
          en: 'No real-name check and the like: 50,000 to 500,000 yuan (article unverified)',
        },
        minYuan: 50_000,
        maxYuan: 500_000,
        source: cite('csl-2026', '63-64', 'M'),
        validFrom: CSL_2026_FROM,
      },
      {
        tier: 'person',
        text: { zh: '责任人员1万元以上10万元以下', en: 'Persons responsible 10,000 to 100,000 yuan' },
        minYuan: 10_000,
        maxYuan: 100_000,
        source: cite('csl-2026', '63-64', 'M'),
        validFrom: CSL_2026_FROM,
      },
      {
        tier: 'first',
        text: {
          zh: '2025年底以前依2016年文本第61条，金额未录入',
          en: 'Until the end of 2025 article 61 of the 2016 text; amounts not recorded',
        },
        source: cite('csl-2016', '61', 'M'),
        validFrom: CSL_2016_FROM,
        validTo: CSL_2016_TO,
      },
    ],
  }),
];
