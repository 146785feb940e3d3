import { citeInForce, inForce } from '../cite-in-force.ts';
import { GENERAL_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';
import { informationServiceDuty, offersItem } from './15-shared.ts';

/** 15.11: app distribution platforms (item one of B25). */
export const APP_DISTRIBUTION: readonly Duty[] = [
  informationServiceDuty({
    id: 'govern-app-distribution',
    clause: '15.11',
    provision: '15.11',
    title: { zh: '应用软件发布平台管理', en: 'Governing an app distribution platform' },
    wording: {
      zh: '建技术手段；上架前检测（含更新），日常巡检；明示权限与用途；留存历史版本和开发者资料；违法应用及时处理；设黑名单和投诉举报；督促开发者负责。',
      en: 'Build the tools; test before listing and on update, patrol; show permissions and purpose; keep versions and developer data; act on illegal apps; blacklist and complaints; hold developers to their duty.',
    },
    kinds: ['standing', 'event', 'staffing'],
    when: [...offersItem('1'), { fact: 'runs_app_store', is: true }],
    due: [
      {
        id: 'act-on-illegal-app',
        action: { zh: '及时处理违法违规应用', en: 'Deal with the illegal app without delay' },
        timing: { type: 'at-once', event: 'publisher-or-app-violation-found' },
        when: { fact: 'event.subject', is: 'app' },
        mark: 'V',
        sources: [printed('15.11')],
      },
    ],
    authority: {
      printed: { zh: '电信主管部门', en: 'telecom authority' },
      effective: 'several',
      note: {
        zh: '通信管理局；平台另向省级网信部门备案',
        en: 'Communications administration; the platform is filed with the provincial cyberspace administration too',
      },
    },
    channel: null,
    evidence: [
      { zh: '每个版本的检测报告', en: 'Test report of each version' },
      { zh: '开发者档案', en: 'Developer file' },
      { zh: '黑名单与巡检记录', en: 'Blacklist and patrol log' },
      { zh: '投诉举报台账', en: 'Complaint register' },
    ],
    sources: [
      printed('15.11'),
      citeInForce('app-information', null, 'E'),
      citeInForce('notice-2016-407', null, 'M'),
      citeInForce('notice-2023-105', null, 'E'),
      citeInForce('network-data-regulations', '41', 'V'),
      citeInForce('anti-fraud-law', '23', 'V'),
    ],
    marks: { deadline: 'V', authority: 'E', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '责令改正，警告，没收违法所得', en: 'Order to correct, warning, gains confiscated' },
        source: cite('network-data-regulations', '55', 'V'),
        ...inForce('network-data-regulations'),
      },
      {
        tier: 'aggravated',
        text: {
          zh: '拒不改正或情节严重：100万元以下罚款，可吊销许可',
          en: 'Refusal or serious: up to 1,000,000 yuan, the licence may be revoked',
        },
        maxYuan: 1_000_000,
        source: cite('network-data-regulations', '55', 'V'),
        ...inForce('network-data-regulations'),
      },
      {
        tier: 'first',
        text: {
          zh: '违反反诈法的，5万元以上50万元以下罚款',
          en: 'Breach of the anti-fraud law: 50,000 to 500,000 yuan',
        },
        minYuan: 50_000,
        maxYuan: 500_000,
        source: cite('anti-fraud-law', '41', 'V'),
        ...inForce('anti-fraud-law'),
      },
      {
        tier: 'aggravated',
        text: { zh: '情节严重的，50万元以上500万元以下', en: 'Serious cases: 500,000 to 5,000,000 yuan' },
        minYuan: 500_000,
        maxYuan: 5_000_000,
        source: cite('anti-fraud-law', '41', 'V'),
        ...inForce('anti-fraud-law'),
      },
      ...GENERAL_PENALTY,
    ],
    notes: [
      {
        text: {
          zh: '历史版本留存期限未印明；建议上架期间加六个月。',
          en: 'How long old versions are kept is not printed; the time of listing plus six months is proposed.',
        },
        mark: 'O',
      },
    ],
  }),
];
