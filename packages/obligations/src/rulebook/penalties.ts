import type { Penalty } from './schema.ts';
import { CSL_2016_FROM, CSL_2016_TO, CSL_2026_FROM, cite } from './sources.ts';

/** First day of the licensing measures (Order 42), through which the printed conditions bind. */
export const ORDER_42_FROM = '2017-09-01';

/** Entry in the list of bad conduct, which follows every penalty. */
const BAD_LIST: Penalty = {
  tier: 'listing',
  text: {
    zh: '受到处罚后30日内列入电信业务经营不良名单并公示',
    en: 'Listed publicly for bad conduct within 30 days of any penalty',
  },
  source: cite('order-42', '42', 'E'),
  validFrom: ORDER_42_FROM,
};

/**
 * What a breach of a licence condition costs in general. The article number of the fine is unverified everywhere; the
 * range is the one of article 30 of the rule of 2009.
 */
export const GENERAL_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令改正，给予警告，可以并处5000元以上3万元以下罚款（条号未核实）',
      en: 'Order to correct, warning, and a fine of 5,000 to 30,000 yuan may be added (article unverified)',
    },
    minYuan: 5_000,
    maxYuan: 30_000,
    source: cite('order-42', '48', 'M'),
    validFrom: ORDER_42_FROM,
  },
  BAD_LIST,
];

/** Operating without a licence or beyond it, and using, transferring or leasing telecom resources without right. */
export const OUT_OF_SCOPE_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令改正，没收违法所得，处违法所得3倍以上5倍以下罚款；没有违法所得或不足5万元的，处10万元以上100万元以下罚款',
      en: 'Order to correct, gains confiscated, fine of 3 to 5 times the gains; 100,000 to 1,000,000 yuan when gains are none or under 50,000',
    },
    minYuan: 100_000,
    maxYuan: 1_000_000,
    source: cite('telecom-regulations', '69', 'V'),
  },
  {
    tier: 'aggravated',
    text: { zh: '情节严重的，责令停业整顿', en: 'In serious cases, business suspended for rectification' },
    source: cite('telecom-regulations', '69', 'V'),
  },
];

/** The same as the Internet information measures say it for their services. */
export const OUT_OF_SCOPE_SITE_PENALTY: Penalty = {
  tier: 'aggravated',
  text: { zh: '情节严重的，责令关闭网站', en: 'In serious cases, the site is closed' },
  source: cite('internet-information-measures', '19', 'V'),
};

/** Refusing what users are entitled to (articles 40 and 74), and refusing bills or look-ups (article 73). */
export const USER_RIGHTS_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '拒绝免费提供费用查询等服务的，责令改正；拒不改正的，警告并处5000元以上5万元以下罚款',
      en: 'Refusing free fee information: order to correct; on refusal a warning and 5,000 to 50,000 yuan',
    },
    minYuan: 5_000,
    maxYuan: 50_000,
    source: cite('telecom-regulations', '73', 'V'),
  },
  {
    tier: 'aggravated',
    text: {
      zh: '损害用户权益拒不改正的，警告并处1万元以上10万元以下罚款；情节严重的，责令停业整顿',
      en: 'Harm to users’ rights and refusal to correct: warning and 10,000 to 100,000 yuan; if serious, suspension',
    },
    minYuan: 10_000,
    maxYuan: 100_000,
    source: cite('telecom-regulations', '74', 'V'),
  },
];

/** Failing the security duties of a network operator: the law of 2016 until 2025, the amended one from 2026. */
export const NETWORK_SECURITY_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令改正，给予警告，可以处1万元以上5万元以下罚款',
      en: 'Order to correct, warning, and 10,000 to 50,000 yuan may be added',
    },
    minYuan: 10_000,
    maxYuan: 50_000,
    source: cite('csl-2026', '61', 'E'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'aggravated',
    text: {
      zh: '拒不改正或造成危害后果的，处5万元以上50万元以下罚款',
      en: 'Refusal to correct or harm: 50,000 to 500,000 yuan',
    },
    minYuan: 50_000,
    maxYuan: 500_000,
    source: cite('csl-2026', '61', 'E'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'person',
    text: {
      zh: '直接负责的主管人员和其他直接责任人员处1万元以上10万元以下罚款',
      en: 'Persons in charge and directly responsible: 10,000 to 100,000 yuan',
    },
    minYuan: 10_000,
    maxYuan: 100_000,
    source: cite('csl-2026', '61', 'E'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'first',
    text: {
      zh: '2025年底以前依2016年文本第59条，金额未录入',
      en: 'Until the end of 2025 article 59 of the 2016 text; amounts not recorded',
    },
    source: cite('csl-2016', '59', 'M'),
    validFrom: CSL_2016_FROM,
    validTo: CSL_2016_TO,
  },
];

/** The two upper steps of the amended law: mass leak of data, and loss of the main function of critical infrastructure. */
export const SEVERE_INCIDENT_PENALTY: Penalty[] = [
  {
    tier: 'aggravated',
    text: {
      zh: '造成大量数据泄露等严重后果的，处50万元以上200万元以下罚款；有关人员处5万元以上20万元以下罚款',
      en: 'Grave harm such as a mass leak: 500,000 to 2,000,000 yuan; persons 50,000 to 200,000',
    },
    minYuan: 500_000,
    maxYuan: 2_000_000,
    source: cite('csl-2026', '61', 'E'),
    validFrom: CSL_2026_FROM,
  },
  {
    tier: 'aggravated',
    text: {
      zh: '造成关键信息基础设施丧失主要功能等特别严重后果的，处200万元以上1000万元以下罚款；有关人员处20万元以上100万元以下罚款',
      en: 'Especially grave harm such as loss of the main function of critical infrastructure: 2,000,000 to 10,000,000 yuan; persons 200,000 to 1,000,000',
    },
    minYuan: 2_000_000,
    maxYuan: 10_000_000,
    source: cite('csl-2026', '61', 'E'),
    validFrom: CSL_2026_FROM,
  },
];

/** Personal information law. The company's fine of the first step needs a refusal to correct. */
export const PERSONAL_INFORMATION_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令改正，警告，没收违法所得；拒不改正的，并处100万元以下罚款',
      en: 'Order to correct, warning, gains confiscated; on refusal to correct up to 1,000,000 yuan',
    },
    maxYuan: 1_000_000,
    source: cite('pipl', '66', 'V'),
    validFrom: '2021-11-01',
  },
  {
    tier: 'aggravated',
    text: {
      zh: '情节严重的，处5000万元以下或上一年度营业额5%以下罚款，可以停业整顿、吊销许可',
      en: 'Serious: up to 50,000,000 yuan or 5 % of last year’s turnover; suspension or loss of licences possible',
    },
    maxYuan: 50_000_000,
    source: cite('pipl', '66', 'V'),
    validFrom: '2021-11-01',
  },
  {
    tier: 'person',
    text: {
      zh: '直接责任人员处1万元以上10万元以下罚款；情节严重的10万元以上100万元以下',
      en: 'Persons responsible: 10,000 to 100,000 yuan; serious 100,000 to 1,000,000',
    },
    minYuan: 10_000,
    maxYuan: 1_000_000,
    source: cite('pipl', '66', 'V'),
    validFrom: '2021-11-01',
  },
];

/** Order 24 on users' personal information; the articles of its fines are unverified. */
export const ORDER_24_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令限期改正，予以警告，可以并处1万元以下罚款',
      en: 'Order to correct in time, warning, and up to 10,000 yuan may be added',
    },
    maxYuan: 10_000,
    source: cite('order-24', '22', 'M'),
    validFrom: '2013-09-01',
  },
  {
    tier: 'aggravated',
    text: {
      zh: '警告，可以并处1万元以上3万元以下罚款，向社会公告',
      en: 'Warning, 10,000 to 30,000 yuan may be added, published',
    },
    minYuan: 10_000,
    maxYuan: 30_000,
    source: cite('order-24', '23', 'M'),
    validFrom: '2013-09-01',
  },
];

/** Order 11 on network protection, with the list that follows the penalty. */
export const NETWORK_PROTECTION_PENALTY: Penalty[] = [
  {
    tier: 'first',
    text: {
      zh: '责令改正；拒不改正的，警告并处5000元以上3万元以下罚款',
      en: 'Order to correct; on refusal a warning and 5,000 to 30,000 yuan',
    },
    minYuan: 5_000,
    maxYuan: 30_000,
    source: cite('order-11', '22', 'E'),
    validFrom: '2010-03-01',
  },
  BAD_LIST,
];
