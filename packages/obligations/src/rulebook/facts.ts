import type { Bilingual } from '../text/bilingual.ts';

/** Type of the value of a fact. `units` is the list of network units. */
export type FactType = 'boolean' | 'number' | 'date' | 'choice' | 'list' | 'units';

/** An answer about the company or licence that rules depend on. */
export interface FactDefinition {
  /** Shown when the answer is missing and something depends on it. */
  question: Bilingual;
  /** What the answer is about, as a heading before it, where the question without its mark would read badly. */
  topic?: Bilingual;
  type: FactType;
  /** Allowed values of `choice`, and of the members of `list` where they are fixed. */
  values?: readonly { value: string; label: Bilingual }[];
  /** The answer as a statement, where question and answer side by side would read badly. */
  says?: { yes: Bilingual; no: Bilingual };
  /** `licence`: read from the licence itself, asked only when the print does not tell. */
  source: 'licence' | 'company';
}

const yesNo = (zh: string, en: string, source: FactDefinition['source'] = 'company'): FactDefinition => ({
  question: { zh, en },
  type: 'boolean',
  source,
});
const count = (zh: string, en: string, topic: Bilingual): FactDefinition => ({
  question: { zh, en },
  topic,
  type: 'number',
  source: 'company',
});
const day = (zh: string, en: string): FactDefinition => ({
  question: { zh, en },
  type: 'date',
  source: 'company',
});

/**
 * All facts the base rulebook reads (service-condition matrix of the provisions table, with its corrections).
 * The keys are part of the public contract: command line, REST and tenant rules use them.
 */
export const FACTS = {
  licence_current: {
    ...yesNo('该日是否在许可证载明的有效期内？', 'Is the day within the printed validity of the licence?', 'licence'),
    says: {
      yes: { zh: '许可证在载明的有效期内', en: 'the licence is within its printed validity' },
      no: { zh: '该日不在许可证载明的有效期内', en: 'the day is outside the printed validity of the licence' },
    },
  },
  has_B25: {
    ...yesNo('许可证是否包含信息服务业务（B25）？', 'Does the licence include information services (B25)?', 'licence'),
    says: {
      yes: { zh: '许可证包含信息服务业务（B25）', en: 'the licence includes information services (B25)' },
      no: { zh: '许可证不含信息服务业务（B25）', en: 'the licence does not include information services (B25)' },
    },
  },
  services: {
    question: {
      zh: '许可证载明哪些业务代码？',
      en: 'Which service codes does the licence print?',
    },
    topic: { zh: '许可证载明的业务', en: 'services on the licence' },
    type: 'list',
    source: 'licence',
  },
  b25_items: {
    question: {
      zh: '许可证允许信息服务业务的哪几项（1–5）？',
      en: 'Which items of B25 (1–5) does the licence allow?',
    },
    topic: { zh: '许可证允许的信息服务项目', en: 'information-service items on the licence' },
    type: 'list',
    values: [
      {
        value: '1',
        label: {
          zh: '信息发布平台和递送服务',
          en: 'Publication platform and delivery',
        },
      },
      { value: '2', label: { zh: '信息搜索查询服务', en: 'Search and query' } },
      {
        value: '3',
        label: { zh: '信息社区平台服务', en: 'Community platform' },
      },
      {
        value: '4',
        label: { zh: '信息即时交互服务', en: 'Instant interaction' },
      },
      {
        value: '5',
        label: { zh: '信息保护和处理服务', en: 'Protection and processing' },
      },
    ],
    source: 'licence',
  },
  is_cross_regional: {
    ...yesNo('是否为跨地区许可证？', 'Is it a cross-regional licence?', 'licence'),
    says: {
      yes: { zh: '这是跨地区许可证', en: 'this is a cross-regional licence' },
      no: { zh: '这不是跨地区许可证', en: 'this is not a cross-regional licence' },
    },
  },
  is_foreign_invested: yesNo('持证企业是否有外商投资？', 'Is the holder foreign-invested?', 'licence'),
  renewal_status: {
    question: {
      zh: '许可证载明的有效期已届满：是否已取得延续，或已在届满90日前提出延续申请？',
      en: 'The printed validity has ended: was the licence renewed, or was renewal applied for 90 days before expiry?',
    },
    topic: { zh: '届满后的延续情况', en: 'renewal after the expiry' },
    type: 'choice',
    values: [
      { value: 'renewed', label: { zh: '已延续', en: 'Renewed' } },
      {
        value: 'filed_in_time',
        label: {
          zh: '已按期提出申请，未获答复',
          en: 'Filed in time, no decision yet',
        },
      },
      { value: 'not_renewed', label: { zh: '未延续', en: 'Not renewed' } },
    ],
    source: 'company',
  },
  renewed_valid_to: day('延续后的有效期至哪一天？', 'Until which day is the renewed licence valid?'),
  annual_report_confirmed_after_lapse: yesNo(
    '请向发证机关确认：许可证在上一年12月31日前已届满的，是否仍须参加当年年报？',
    'Ask the issuing authority: is an annual report still owed although the licence lapsed before 31 December of last year?',
  ),
  wants_to_continue: yesNo('有效期届满后是否继续经营？', 'Will the business go on after the validity ends?'),
  business_opened: yesNo('是否已实际开展许可的业务？', 'Has the licensed business actually been opened?'),
  company_type: {
    question: {
      zh: '公司类型是什么？',
      en: 'What type of company is the holder?',
    },
    topic: { zh: '公司类型', en: 'type of company' },
    type: 'choice',
    values: [
      {
        value: 'LLC',
        label: { zh: '有限责任公司', en: 'Limited liability company' },
      },
      {
        value: 'JSC',
        label: { zh: '股份有限公司', en: 'Joint-stock company' },
      },
    ],
    source: 'company',
  },
  has_authorised_subsidiaries: yesNo(
    '是否授权子公司经营电信业务？',
    'Are subsidiaries authorised to operate the service?',
  ),
  holds_cross_regional_licence: yesNo(
    '公司是否另持有跨地区许可证？',
    'Does the company also hold a cross-regional licence?',
  ),
  holds_facility_licence: yesNo(
    '是否持有国内通信设施服务业务许可？',
    'Does the company hold a domestic facility-service licence?',
  ),
  provinces_operating: {
    question: {
      zh: '在哪些省份开展业务？',
      en: 'In which provinces does the company operate?',
    },
    type: 'list',
    source: 'company',
  },
  has_local_body: yesNo('业务覆盖范围内是否设有当地负责机构？', 'Is there a local body in the area of coverage?'),
  has_website: yesNo('是否有网站？', 'Is there a web site?'),
  has_app: yesNo('是否有移动应用程序（含小程序）？', 'Is there a mobile app or mini-program?'),
  leases_transmission: yesNo(
    '是否使用电信传输网等网络基础设施？',
    'Does the company use transmission network infrastructure?',
  ),
  holds_numbers: yesNo('是否占用电信网码号？', 'Does the company hold telecom numbers?'),
  provides_resources_to_users: yesNo(
    '是否向用户提供接入、托管等电信资源？',
    'Does the company provide telecom resources to users?',
  ),
  hosted_sites_count: count('接入、托管多少个网站？', 'How many sites are hosted or given access?', {
    zh: '接入、托管的网站数',
    en: 'sites hosted or given access',
  }),
  charges_users: yesNo('是否向用户收费？', 'Are users charged?'),
  bills_via_operator: yesNo('是否委托电信运营企业代收费？', 'Are fees collected through a telecom operator?'),
  sends_sms: yesNo('是否发送短信息？', 'Does the company send short messages?'),
  advertises_service: yesNo('是否发布信息服务业务广告？', 'Does the company advertise its service?'),
  publishes_public_info: yesNo('是否面向公众发布信息？', 'Does the company publish information to the public?'),
  offers_b25_1: yesNo('是否提供信息发布平台和递送服务？', 'Is a publication platform or delivery service offered?'),
  offers_b25_2: yesNo('是否提供信息搜索查询服务？', 'Is a search service offered?'),
  offers_b25_3: yesNo('是否提供信息社区平台服务？', 'Is a community platform offered?'),
  offers_b25_4: yesNo('是否提供信息即时交互服务？', 'Is instant messaging offered?'),
  offers_b25_5: yesNo('是否提供信息保护和处理服务？', 'Is information protection or processing offered?'),
  runs_app_store: yesNo('是否运营应用软件发布平台？', 'Does the company run an app distribution platform?'),
  runs_public_accounts: yesNo('是否运营公众账号平台？', 'Does the company run a public-account platform?'),
  prior_approval_topics: {
    question: {
      zh: '业务涉及哪些需前置审批或专项审批的领域？（没有则留空）',
      en: 'In which topics that need prior or special approval is the business? (empty when none)',
    },
    topic: { zh: '涉及需前置审批或专项审批的领域', en: 'topics that need prior or special approval' },
    type: 'list',
    source: 'company',
  },
  handles_personal_information: yesNo('是否处理个人信息？', 'Is personal information handled?'),
  pi_subjects_count: count('处理多少人的个人信息？', 'Personal information of how many people is handled?', {
    zh: '处理个人信息的人数',
    en: 'people whose personal information is handled',
  }),
  last_pi_audit_on: day(
    '最近一次个人信息保护合规审计何时完成？',
    'When was the last compliance audit of personal information completed?',
  ),
  minor_users: yesNo('是否处理未成年人个人信息？', 'Is personal information of minors handled?'),
  important_data: yesNo('是否处理重要数据？', 'Is important data handled?'),
  is_CII: yesNo('是否为关键信息基础设施运营者？', 'Is the company an operator of critical information infrastructure?'),
  is_large_platform: yesNo(
    '是否为大型网络平台（网数条例第62条第8项全部要件）？',
    'Is it a large network platform (all limbs of art. 62(8))?',
  ),
  serves_many_minors: yesNo(
    '是否为未成年人用户数量巨大或对未成年人群体有显著影响的平台？',
    'Is it a platform with very many minor users or marked influence on minors?',
  ),
  employees_count: count('从业人员多少人？', 'How many employees are there?', {
    zh: '从业人员人数',
    en: 'employees',
  }),
  is_ecommerce_operator: yesNo('是否为电子商务经营者？', 'Is the company an e-commerce operator?'),
  is_ecommerce_platform: yesNo('是否为电子商务平台经营者？', 'Is the company an e-commerce platform operator?'),
  uses_algorithm_recommendation: yesNo('是否使用算法推荐技术？', 'Is algorithmic recommendation used?'),
  opinion_capable: yesNo(
    '服务是否具有舆论属性或社会动员能力？',
    'Does the service have public-opinion attributes or mobilisation capacity?',
  ),
  mlps_level: {
    question: {
      zh: '等级保护最高级别是几级？',
      en: 'What is the highest multi-level protection level?',
    },
    topic: { zh: '等级保护最高级别', en: 'highest multi-level protection level' },
    type: 'choice',
    values: ['1', '2', '3', '4', '5'].map((value) => ({
      value,
      label: { zh: `${value}级`, en: `Level ${value}` },
    })),
    source: 'company',
  },
  network_units: {
    question: {
      zh: '有哪些网络单元？各自的级别、定级通过日、备案日、最近一次符合性评测日和风险评估日是什么？',
      en: 'Which network units are there, with grade, days of grade approval and filing, last conformity test and last risk assessment?',
    },
    type: 'units',
    source: 'company',
  },
} as const satisfies Record<string, FactDefinition>;

/** Key of the fact catalogue. */
export type FactKey = keyof typeof FACTS;

/** A network unit as facts describe it. Dates are civil dates; null or absent means not known. */
export interface NetworkUnit {
  /** Stable and unique in the list; part of occurrence keys. */
  id: string;
  name?: string;
  /** 1 to 5; null when not graded yet. */
  grade?: number | null;
  gradeApprovedOn?: string | null;
  filedOn?: string | null;
  lastTestOn?: string | null;
  lastRiskAssessmentOn?: string | null;
}

/** Value of a fact. Absent keys are unknown; null is treated as unknown too. */
export type FactValue = boolean | number | string | readonly string[] | readonly NetworkUnit[] | null;

/** Answers, by key. Tenant rules may add keys of their own. */
export type Facts = Readonly<Record<string, FactValue>>;
