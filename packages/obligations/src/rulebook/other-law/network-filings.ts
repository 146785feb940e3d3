import { citeInForce, inForce } from '../cite-in-force.ts';
import { NETWORK_SECURITY_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, citeCsl } from '../sources.ts';
import { NETWORK_OPERATOR, otherLawDuty } from './shared.ts';

const POLICE = { printed: null, effective: 'public-security' } as const;

/** X4 to X6: filing of sites and apps, filing with the police, multi-level protection. */
export const NETWORK_FILINGS: readonly Duty[] = [
  otherLawDuty({
    id: 'file-sites-and-apps',
    clause: 'X4',
    title: { zh: '网站、应用程序备案并展示备案号', en: 'File sites and apps and show the number' },
    wording: {
      zh: '网站、应用程序、小程序上线前完成备案；网站首页底部、应用设置页展示备案号并附链接。',
      en: 'File sites, apps and mini-programs before launch; show the number with a link on the home page or in settings.',
    },
    kinds: ['anchored', 'standing'],
    bearer: { zh: '网站和应用程序主办者', en: 'Operator of a site or app' },
    condition: {
      any: [
        { fact: 'has_website', is: true },
        { fact: 'has_app', is: true },
      ],
    },
    due: [
      {
        id: 'file-before-launch',
        action: { zh: '上线前完成备案', en: 'Have the filing number before launch' },
        timing: { type: 'at-once', event: 'site-or-app-launch-planned' },
        mark: 'E',
        sources: [citeInForce('notice-2023-105', null, 'E'), citeInForce('non-commercial-filing', null, 'M')],
      },
    ],
    authority: {
      printed: null,
      effective: 'several',
      note: {
        zh: '住所地通信管理局，经接入服务商或应用商店提交',
        en: 'Administration of the place of residence, through the access provider or app store',
      },
    },
    channel: { zh: '接入服务商或应用分发平台代为提交', en: 'Submitted by the access provider or the app store' },
    evidence: [
      { zh: '备案号', en: 'Filing number' },
      { zh: '首页与设置页截图', en: 'Screenshot of home page and settings' },
    ],
    sources: [
      citeInForce('notice-2023-105', null, 'E'),
      citeInForce('non-commercial-filing', null, 'M'),
      citeInForce('anti-fraud-law', '23', 'V'),
    ],
    marks: { deadline: 'E', authority: 'E', penalty: 'E' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '未备案的不得接入、不予上架', en: 'Without a filing no access and no listing' },
        source: cite('notice-2023-105', null, 'E'),
        ...inForce('notice-2023-105'),
      },
      {
        tier: 'aggravated',
        text: {
          zh: '另依反电信网络诈骗法处理，适用条款与金额未核实',
          en: 'Under the law against telecom fraud as well; article and amounts unverified',
        },
        source: cite('anti-fraud-law', null, 'M'),
        ...inForce('anti-fraud-law'),
      },
    ],
    validFrom: '2005-03-20',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '通知以前已上线的应用，备案截止2024-03-31，已过。',
          en: 'Apps already online when the notice came had until 2024-03-31, which is past.',
        },
        mark: 'E',
      },
    ],
  }),
  otherLawDuty({
    id: 'file-with-police',
    clause: 'X5',
    title: { zh: '公安联网备案', en: 'Filing of the network with the police' },
    wording: {
      zh: '网络正式联通后向公安机关办理备案，网站公示备案号。',
      en: 'After the network is connected, file it with the police and show the number on the site.',
    },
    kinds: ['event'],
    bearer: { zh: '使用国际联网的单位', en: 'Whoever connects to the Internet' },
    condition: { always: true },
    due: [
      {
        id: 'file-after-connection',
        action: { zh: '向公安机关备案', en: 'File with the police' },
        timing: {
          type: 'after-event',
          event: 'network-connected',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        },
        mark: 'V',
        sources: [cite('police-network-1997', '12', 'V')],
      },
    ],
    authority: POLICE,
    channel: { zh: '全国互联网安全管理服务平台（www.beian.gov.cn）', en: 'National platform (www.beian.gov.cn)' },
    evidence: [
      { zh: '网络联通日期凭证', en: 'Proof of the day of connection' },
      { zh: '公安备案号', en: 'Police filing number' },
    ],
    sources: [cite('police-network-1997', '12', 'V'), cite('police-network-1997', '23', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '警告或者停机整顿不超过六个月', en: 'Warning, or disconnection for up to six months' },
        source: cite('police-network-1997', '23', 'V'),
      },
    ],
    validFrom: '1997-12-30',
    bindsWithoutLicence: true,
  }),
  otherLawDuty({
    id: 'test-protected-systems-yearly',
    clause: 'X6',
    title: { zh: '三级以上系统每年等级测评', en: 'Yearly test of systems at level three or above' },
    wording: {
      zh: '等级保护三级以上的系统每年至少测评一次，整改后留存报告。',
      en: 'Test systems at protection level three or above at least once a year, mend what is found, keep the report.',
    },
    kinds: ['recurring'],
    bearer: NETWORK_OPERATOR,
    condition: {
      any: [
        { fact: 'mlps_level', is: '3' },
        { fact: 'mlps_level', is: '4' },
        { fact: 'mlps_level', is: '5' },
      ],
    },
    due: [
      {
        id: 'yearly-test',
        action: { zh: '完成年度等级测评', en: 'Complete the yearly test' },
        timing: { type: 'calendar-years', every: 1 },
        mark: 'M',
        sources: [cite('mlps-2007-43', null, 'M'), ...citeCsl('21', '23')],
      },
    ],
    authority: POLICE,
    evidence: [{ zh: '测评报告', en: 'Test report' }],
    sources: [cite('mlps-2007-43', null, 'M'), ...citeCsl('21', '23')],
    marks: { deadline: 'M', authority: 'M', penalty: 'M' },
    penalties: NETWORK_SECURITY_PENALTY,
    validFrom: '2017-06-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '四级、五级可能要求更密；此处只按每年至少一次，未核实。',
          en: 'Levels four and five may ask for more; only “at least yearly” is encoded, unverified.',
        },
        mark: 'M',
      },
    ],
  }),
  otherLawDuty({
    id: 'grade-and-protect-systems',
    clause: 'X6b',
    title: { zh: '等级保护定级、备案与防护', en: 'Grade, file and protect systems' },
    wording: {
      zh: '对系统定级并落实等级保护；二级以上向公安机关备案。',
      en: 'Grade the systems and protect them by level; file those at level two or above with the police.',
    },
    kinds: ['standing'],
    bearer: NETWORK_OPERATOR,
    condition: { always: true },
    authority: POLICE,
    evidence: [
      { zh: '定级报告与专家意见', en: 'Grading report with experts’ opinion' },
      { zh: '公安备案证明', en: 'Certificate of filing' },
    ],
    sources: [...citeCsl('21', '23'), cite('mlps-2007-43', null, 'M')],
    marks: { deadline: null, authority: 'M', penalty: 'M' },
    penalties: NETWORK_SECURITY_PENALTY,
    validFrom: '2017-06-01',
    bindsWithoutLicence: true,
  }),
];
