import type { Bilingual } from '../text/bilingual.ts';

/** One attribute of a trigger event. */
export interface EventAttribute {
  label: Bilingual;
  /** `date`: civil date; `instant`: RFC 3339 with offset. */
  type: 'date' | 'instant' | 'number' | 'boolean' | 'text' | 'choice';
  required?: boolean;
  values?: readonly string[];
  /** The day or moment may lie in the future (a plan). All others must have happened. */
  mayBeFuture?: boolean;
}

/** A kind of happening that starts clocks. */
export interface EventDefinition {
  name: Bilingual;
  /** Attributes besides `id` and `type`. The first one is the main date. */
  attributes: Readonly<Record<string, EventAttribute>>;
}

const on = (zh: string, en: string): EventAttribute => ({
  label: { zh, en },
  type: 'date',
  required: true,
});
const planned = (zh: string, en: string): EventAttribute => ({
  ...on(zh, en),
  mayBeFuture: true,
});
const later = (zh: string, en: string): EventAttribute => ({
  label: { zh, en },
  type: 'date',
});
const at = (zh: string, en: string): EventAttribute => ({
  label: { zh, en },
  type: 'instant',
});
const flag = (zh: string, en: string): EventAttribute => ({
  label: { zh, en },
  type: 'boolean',
});

/** All trigger events of the base rulebook; the keys are part of the public contract. */
export const EVENTS = {
  'subject-change-decided': {
    name: { zh: '决定合并、分立、变更股东或转移经营权', en: 'Merger, split, shareholder change or transfer decided' },
    attributes: {
      on: on('公司作出决定之日', 'Day of the company’s decision'),
      change: {
        label: { zh: '事项', en: 'Matter' },
        type: 'choice',
        values: ['merger', 'split', 'shareholders', 'transfer-of-operation'],
        required: true,
      },
      foreignShareholder: flag('涉及外方股东', 'A foreign shareholder is involved'),
      plannedOn: {
        ...later('计划实施日', 'Planned day of implementation'),
        mayBeFuture: true,
      },
    },
  },
  'registered-data-changed': {
    name: { zh: '住所、注册资本、股东股权或当地负责机构变更', en: 'Address, capital, equity or local body changed' },
    attributes: {
      on: on('变更之日', 'Day of the change'),
      change: {
        label: { zh: '事项', en: 'Matter' },
        type: 'choice',
        values: ['address', 'capital', 'equity', 'local-body'],
        required: true,
      },
    },
  },
  'name-or-legal-representative-changed': {
    name: { zh: '公司名称或法定代表人变更登记', en: 'Company name or legal representative changed' },
    attributes: {
      on: on('变更登记之日', 'Day of the register change'),
      change: {
        label: { zh: '事项', en: 'Matter' },
        type: 'choice',
        values: ['name', 'legal-representative'],
        required: true,
      },
    },
  },
  'cross-regional-licence-received': {
    name: { zh: '取得跨地区经营许可证', en: 'Cross-regional licence received' },
    attributes: { on: on('取得许可证之日', 'Day the licence was received') },
  },
  'illegal-content-disposed': {
    name: { zh: '发现并处置违法信息', en: 'Illegal content found and disposed of' },
    attributes: {
      on: on('处置之日', 'Day of the disposal'),
      foundAt: at('发现时间', 'Time it was found'),
    },
  },
  'network-security-incident': {
    name: { zh: '网络安全事件', en: 'Network security incident' },
    attributes: {
      at: { ...at('发现时间', 'Time it was found'), required: true },
      personsAffected: {
        label: { zh: '涉及个人信息人数', en: 'Persons whose information leaked' },
        type: 'number',
      },
      harmsNationalOrPublicInterest: flag('危害国家安全或公共利益', 'Harms national security or public interests'),
      level: {
        label: { zh: '事件级别', en: 'Level of the incident' },
        type: 'choice',
        values: ['general', 'fairly-large', 'large', 'extremely-large'],
      },
      handledOn: later('处置完毕之日', 'Day the handling was completed'),
    },
  },
  'emergency-measures-ordered': {
    name: { zh: '主管部门就事件提出应急要求', en: 'Emergency measures ordered by the telecom authority' },
    attributes: { on: on('接到要求之日', 'Day of the order') },
  },
  'service-fault-reported': {
    name: { zh: '用户申告电信服务障碍', en: 'User reported a service fault' },
    attributes: {
      at: { ...at('申告时间', 'Time of the report'), required: true },
      area: {
        label: { zh: '地区', en: 'Area' },
        type: 'choice',
        values: ['town', 'country'],
      },
    },
  },
  'user-complaint-received': {
    name: { zh: '收到用户投诉', en: 'User complaint received' },
    attributes: { on: on('收到之日', 'Day of receipt') },
  },
  'complaint-passed-on-by-authority': {
    name: { zh: '申诉受理机构转来用户申诉', en: 'User complaint passed on by the authority' },
    attributes: { on: on('接到转办之日', 'Day it was passed on') },
  },
  'service-interruption-planned': {
    name: { zh: '计划中断服务', en: 'Service interruption planned' },
    attributes: { on: planned('计划中断日', 'Planned day') },
  },
  'inspection-notified': {
    name: { zh: '接到检查通知', en: 'Inspection notified' },
    attributes: {
      on: on('接到通知之日', 'Day of the notice'),
      by: {
        label: { zh: '检查机关', en: 'Who inspects' },
        type: 'choice',
        values: ['telecom-authority', 'other-authority'],
      },
    },
  },
  'assistance-requested': {
    name: { zh: '有关机关依法要求技术支持和协助', en: 'Technical assistance lawfully requested' },
    attributes: { on: on('接到要求之日', 'Day of the request') },
  },
  'security-threat-notified': {
    name: { zh: '接到或发现网络安全威胁', en: 'Security threat notified or found' },
    attributes: {
      on: on('接到通知或发现之日', 'Day of the notice or finding'),
    },
  },
  'security-assessment-completed': {
    name: { zh: '新技术新业务安全评估完成', en: 'Security assessment of a new service completed' },
    attributes: {
      on: on('评估完成之日', 'Day the assessment was completed'),
      service: { label: { zh: '评估对象', en: 'Subject' }, type: 'text' },
    },
  },
  'service-launch-planned': {
    name: { zh: '新技术、业务或应用拟上线或发生较大变化', en: 'Launch or large change of a service planned' },
    attributes: {
      on: planned('拟上线或变化之日', 'Planned day'),
      service: { label: { zh: '对象', en: 'Subject' }, type: 'text' },
    },
  },
  'site-or-app-launch-planned': {
    name: { zh: '网站、应用程序或小程序拟上线', en: 'Launch of a site, app or mini-program planned' },
    attributes: {
      on: planned('拟上线之日', 'Planned day of the launch'),
      name: { label: { zh: '网站或应用名称', en: 'Name of the site or app' }, type: 'text' },
    },
  },
  'publisher-or-app-violation-found': {
    name: { zh: '发现发布者账号或应用软件违法违规', en: 'Violation by a publisher account or an app found' },
    attributes: {
      on: on('发现之日', 'Day it was found'),
      subject: {
        label: { zh: '对象', en: 'Subject' },
        type: 'choice',
        values: ['account', 'app'],
        required: true,
      },
    },
  },
  'service-items-or-site-change-planned': {
    name: { zh: '拟变更互联网信息服务项目或网站网址', en: 'Change of service items or site address planned' },
    attributes: { on: planned('拟变更之日', 'Planned day of the change') },
  },
  'prior-approval-project-planned': {
    name: { zh: '拟从事需前置审批的项目', en: 'Project that needs prior approval planned' },
    attributes: { on: planned('拟开展之日', 'Planned day') },
  },
  'listing-or-foreign-venture-planned': {
    name: { zh: '拟境内外上市或与外商合资合作', en: 'Listing or venture with foreigners planned' },
    attributes: { on: planned('拟实施之日', 'Planned day') },
  },
  'fee-collection-agreed': {
    name: { zh: '委托电信运营企业代收费', en: 'Fee collection through an operator starts' },
    attributes: { on: planned('开始代收之日', 'Day collection starts') },
  },
  'security-body-changed': {
    name: {
      zh: '网络与信息安全管理机构或人员变化，或进入新省份',
      en: 'Security body or staff changed, or new province entered',
    },
    attributes: {
      on: on('变化之日', 'Day of the change'),
      province: { label: { zh: '省份', en: 'Province' }, type: 'text' },
    },
  },
  'network-unit-data-changed': {
    name: { zh: '网络单元备案信息变化', en: 'Filed data of a network unit changed' },
    attributes: {
      on: on('变化之日', 'Day of the change'),
      unit: { label: { zh: '网络单元', en: 'Network unit' }, type: 'text' },
    },
  },
  'network-unit-test-completed': {
    name: { zh: '网络单元评测或风险评估完成', en: 'Test or risk assessment of a network unit completed' },
    attributes: {
      on: on('完成之日', 'Day of completion'),
      unit: { label: { zh: '网络单元', en: 'Network unit' }, type: 'text' },
      work: {
        label: { zh: '完成的工作', en: 'Work completed' },
        type: 'choice',
        values: ['conformity-test', 'risk-assessment'],
      },
    },
  },
  'network-unit-grade-changed': {
    name: { zh: '网络单元级别调整', en: 'Grade of a network unit changed' },
    attributes: {
      on: on('调整之日', 'Day of the change'),
      unit: { label: { zh: '网络单元', en: 'Network unit' }, type: 'text' },
    },
  },
  'number-use-changed': {
    name: { zh: '码号使用情况变化', en: 'Use of telecom numbers changed' },
    attributes: { on: on('变化之日', 'Day of the change') },
  },
  'network-connected': {
    name: { zh: '网络正式联通', en: 'Network connected' },
    attributes: { on: on('联通之日', 'Day of connection') },
  },
  'pi-threshold-reached': {
    name: { zh: '处理个人信息达到100万人', en: 'Personal information of 1,000,000 people reached' },
    attributes: { on: on('达到之日', 'Day it was reached') },
  },
  'pi-officer-changed': {
    name: { zh: '个人信息保护负责人信息变化', en: 'Personal information protection officer changed' },
    attributes: { on: on('变化之日', 'Day of the change') },
  },
  'algorithm-service-offered': {
    name: { zh: '开始提供算法推荐服务', en: 'Algorithm service offered' },
    attributes: { on: on('提供服务之日', 'Day the service was offered') },
  },
  'algorithm-data-changed': {
    name: { zh: '算法备案信息变化', en: 'Filed data of an algorithm changed' },
    attributes: { on: on('变更之日', 'Day of the change') },
  },
  'algorithm-service-ended': {
    name: { zh: '终止算法推荐服务', en: 'Algorithm service ended' },
    attributes: { on: on('终止之日', 'Day it ended') },
  },
  'tariff-changed': {
    name: { zh: '资费方案变化', en: 'Tariff changed' },
    attributes: { on: on('变化之日', 'Day of the change') },
  },
  'abnormal-fee-found': {
    name: { zh: '用户费用异常', en: 'Abnormal fee found' },
    attributes: { on: on('发现之日', 'Day it was found') },
  },
  'business-stop-planned': {
    name: { zh: '拟终止经营', en: 'End of business planned' },
    attributes: { on: planned('拟终止之日', 'Planned last day') },
  },
} as const satisfies Record<string, EventDefinition>;

/** Kind of trigger event of the base rulebook. */
export type EventType = keyof typeof EVENTS;

/** A trigger event as recorded. Attribute values are civil dates, instants, numbers, booleans or text. */
export interface TriggerEvent {
  /** Unique among the events of a company; part of occurrence keys. */
  id: string;
  type: string;
  [attribute: string]: string | number | boolean | null | undefined;
}
