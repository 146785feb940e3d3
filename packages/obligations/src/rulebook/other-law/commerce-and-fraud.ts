import { SUPERVISED_BY_ISSUER } from '../parties.ts';
import type { Duty } from '../schema.ts';
import { cite, ownRule } from '../sources.ts';
import { KEPT_FOR_INSPECTION, otherLawDuty } from './shared.ts';

/** X17, X18 and X19: e-commerce, and the law against telecom fraud. */
export const COMMERCE_AND_FRAUD: readonly Duty[] = [
  otherLawDuty({
    id: 'announce-end-of-e-commerce',
    clause: 'X17',
    title: { zh: '停止电子商务提前公示', en: 'Announce the end of e-commerce' },
    wording: {
      zh: '自行终止电子商务的，提前三十日在首页显著位置持续公示。',
      en: 'Before ending e-commerce, announce it on the home page for the thirty days before.',
    },
    kinds: ['anchored', 'event'],
    bearer: { zh: '电子商务经营者', en: 'E-commerce operator' },
    condition: { fact: 'is_ecommerce_operator', is: true },
    due: [
      {
        id: 'announce-30-days-before',
        action: { zh: '开始在首页公示', en: 'Start the announcement on the home page' },
        timing: { type: 'before-event', event: 'business-stop-planned', from: 'on', days: 30 },
        mark: 'V',
        sources: [cite('e-commerce-law', '16', 'V')],
      },
    ],
    authority: { printed: null, effective: 'users', note: { zh: '首页公示', en: 'On the home page' } },
    evidence: [{ zh: '公示截图及起止日期', en: 'Screenshot of the announcement with its days' }],
    sources: [cite('e-commerce-law', '16', 'V'), cite('e-commerce-law', '76', 'V')],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '限期改正，可处1万元以下罚款', en: 'Order to correct, may be fined up to 10,000 yuan' },
        maxYuan: 10_000,
        source: cite('e-commerce-law', '76', 'V'),
      },
    ],
    validFrom: '2019-01-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '电子商务法不适用于内容服务（第2条）。',
          en: 'The e-commerce law leaves content services out (article 2).',
        },
        mark: 'V',
      },
    ],
  }),
  otherLawDuty({
    id: 'keep-transaction-data-three-years',
    clause: 'X18',
    title: { zh: '交易信息保存三年', en: 'Keep transaction data three years' },
    wording: {
      zh: '平台记录并保存商品、服务和交易信息，自交易完成起不少于三年。',
      en: 'A platform keeps data on goods, services and transactions for at least three years after completion.',
    },
    kinds: ['standing'],
    bearer: { zh: '电子商务平台经营者', en: 'E-commerce platform operator' },
    condition: { fact: 'is_ecommerce_platform', is: true },
    authority: KEPT_FOR_INSPECTION,
    evidence: [{ zh: '保存策略与最早一笔的抽查', en: 'Retention settings and a test of the oldest record' }],
    sources: [cite('e-commerce-law', '31', 'V')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: [
      {
        tier: 'first',
        text: { zh: '依电子商务法第80条（未核实）', en: 'Under article 80 of the e-commerce law (unverified)' },
        source: cite('e-commerce-law', '80', 'M'),
      },
    ],
    validFrom: '2019-01-01',
    bindsWithoutLicence: true,
  }),
  otherLawDuty({
    id: 'control-telecom-fraud',
    clause: 'X19',
    title: { zh: '反电信网络诈骗内控', en: 'Internal control against telecom fraud' },
    wording: {
      zh: '建立反诈内部控制制度；新业务上线前评估涉诈风险；依法核验、监测、处置。',
      en: 'Keep internal control against fraud, assess the fraud risk of new services, verify, watch and act as the law asks.',
    },
    kinds: ['staffing', 'event', 'standing'],
    bearer: { zh: '电信业务经营者、互联网服务提供者', en: 'Telecom operators and Internet service providers' },
    condition: { always: true },
    due: [
      {
        id: 'assess-fraud-risk-before-launch',
        action: { zh: '上线前完成涉诈风险评估', en: 'Finish the fraud-risk assessment before launch' },
        timing: { type: 'at-once', event: 'service-launch-planned' },
        mark: 'V',
        sources: [cite('anti-fraud-law', '6', 'V')],
      },
    ],
    authority: SUPERVISED_BY_ISSUER,
    evidence: [
      { zh: '反诈内控制度', en: 'Internal control rules' },
      { zh: '涉诈风险评估报告', en: 'Fraud-risk assessment' },
      { zh: '负责人任命（本产品建议）', en: 'Appointment of a responsible person (our proposal)' },
    ],
    sources: [
      cite('anti-fraud-law', '6', 'V'),
      cite('anti-fraud-law', '21-26', 'V'),
      ownRule(
        '第6条没有写“负责人”；指定负责人是本产品的规则。',
        'Article 6 names no responsible person; naming one is our own rule.',
      ),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [
      {
        tier: 'first',
        text: {
          zh: '情节较轻的，警告、通报批评，或处5万元以上50万元以下罚款',
          en: 'Lighter cases: warning or censure, or 50,000 to 500,000 yuan',
        },
        minYuan: 50_000,
        maxYuan: 500_000,
        source: cite('anti-fraud-law', '39, 41, 43', 'V'),
      },
      {
        tier: 'aggravated',
        text: { zh: '情节严重的，50万元以上500万元以下', en: 'Serious cases: 500,000 to 5,000,000 yuan' },
        minYuan: 500_000,
        maxYuan: 5_000_000,
        source: cite('anti-fraud-law', '39, 41, 43', 'V'),
      },
      {
        tier: 'person',
        text: { zh: '责任人员1万元以上20万元以下', en: 'Persons responsible 10,000 to 200,000 yuan' },
        minYuan: 10_000,
        maxYuan: 200_000,
        source: cite('anti-fraud-law', '39, 41, 43', 'V'),
      },
    ],
    validFrom: '2022-12-01',
    bindsWithoutLicence: true,
    notes: [
      {
        text: {
          zh: '第39、41、43条幅度相同；第40条针对银行，第42条另有幅度。',
          en: 'Articles 39, 41 and 43 have the same range; 40 is for banks, 42 has its own scale.',
        },
        mark: 'V',
      },
    ],
  }),
];
