import type { Mark } from '../../rulebook/marks.ts';
import type { SourceReference } from '../../rulebook/schema.ts';
import { cite, printed } from '../../rulebook/sources.ts';
import type { Material, MaterialAct } from './model.ts';

/** A list before any province or tenant departs from it. */
export interface BaseList {
  readonly mark: Mark;
  readonly sources: readonly SourceReference[];
  readonly materials: readonly Material[];
}

type Options = Partial<Pick<Material, 'from' | 'file' | 'condition' | 'remark'>>;

function material(id: string, zh: string, en: string, options: Options = {}): Material {
  const { condition = null, from = 'client', file = true, remark = null } = options;
  return { id, name: { zh, en }, need: condition === null ? 'always' : 'if', condition, from, file, remark };
}

const ours = { from: 'consultancy' } as const;

const businessLicence = material('business-licence', '营业执照复印件', 'Copy of the business licence');
const oldLicence = material('telecom-licence', '原经营许可证扫描件', 'Scan of the telecom licence');
const SIGNED = { zh: '由法定代表人签署', en: 'Signed by the legal representative' };
const form = (zh: string, en: string) => material('application-form', zh, en, ours);
const resolution = material('resolution', '股东（会）决议', 'Resolution of the shareholders', {
  remark: { zh: '载明日期', en: 'With its day' },
});

/** Base lists by act. Only the nine kinds for a new licence were seen in the measures; the rest is practice. */
export const BASE_LISTS: Readonly<Record<MaterialAct, BaseList>> = {
  new: {
    mark: 'E',
    sources: [cite('order-42', '8', 'E')],
    materials: [
      material('application-form', '申请书', 'Application', { ...ours, remark: SIGNED }),
      businessLicence,
      material('company-profile', '公司概况（含技术、管理人员）', 'Company profile with technical and managing staff'),
      material('articles-and-equity', '公司章程与股权结构', 'Articles and equity'),
      material('business-and-technical-plan', '业务发展计划与技术方案', 'Business plan and technical plan', ours),
      material('service-plan', '长期服务与质量保障措施', 'Plan for long-term service and quality', ours),
      material('security-plan', '网络与信息安全保障措施', 'Network and information security plan', ours),
      material('site-or-app-proof', '网站或应用的证明', 'Proof of site or app'),
      material('commitment', '依法经营承诺书', 'Commitment', { ...ours, remark: SIGNED }),
      material('prior-approvals', '前置审批文件', 'Prior approvals', {
        condition: { zh: '经营须前置审批的内容', en: 'Where the content needs prior approval' },
      }),
    ],
  },
  renewal: {
    mark: 'P',
    sources: [],
    materials: [
      material('continue-form', '继续经营申请表', 'Form for continuing the operation', ours),
      material('commitment', '承诺书', 'Commitment', ours),
      businessLicence,
      material('register-screenshot', '企业信用公示系统截图', 'Screenshot of the public register', ours),
      oldLicence,
      resolution,
      material('access-contracts', '接入合同', 'Access contract(s)'),
      material('domain-certificate', '域名证书', 'Domain certificate', {
        condition: { zh: '有网站的', en: 'With a website' },
      }),
      material('icp-filing-screenshot', 'ICP备案截图', 'Screenshot of the ICP filing', {
        ...ours,
        condition: { zh: '有网站或应用的', en: 'With a site or app' },
      }),
      material('business-opened-proof', '已开展业务的证明', 'Proof that the business was opened', {
        remark: {
          zh: '有效期内未开展业务是不予延续的理由（令第42号第27条，E）',
          en: 'Business never opened is a ground for refusal (Order 42 art 27, E)',
        },
      }),
      material('operation-report', '上年度经营情况报告', 'Operation report of last year', {
        ...ours,
        condition: { zh: '部分通信管理局要求', en: 'Where the administration asks for it' },
      }),
      material('audited-accounts', '审计报告', 'Audited accounts', {
        condition: { zh: '部分通信管理局要求', en: 'Where the administration asks for it' },
      }),
      material('social-insurance', '三名员工社保证明', 'Social insurance of three employees', {
        condition: { zh: '部分通信管理局要求', en: 'Where the administration asks for it' },
      }),
    ],
  },
  'not-continuing': {
    mark: 'P',
    sources: [],
    materials: [
      material('report', '不再继续经营的报告', 'Report of not continuing', ours),
      material('user-notice', '用户通知', 'Notice to users'),
      material('refund-list', '退费清单', 'List of refunds', {
        condition: { zh: '有预付费用户的', en: 'With prepaid users' },
      }),
      material('home-page-announcement', '首页公示截图', 'Screenshot of the announcement', {
        condition: { zh: '电子商务经营者', en: 'E-commerce operators' },
        remark: {
          zh: '提前30日持续公示（电子商务法第16条，V）',
          en: 'For the 30 days before (E-Commerce Law art 16, V)',
        },
      }),
    ],
  },
  'subject-change': {
    mark: 'P',
    sources: [],
    materials: [
      form('变更申请表', 'Form for the change'),
      resolution,
      material('new-articles', '新章程', 'New articles'),
      material(
        'shareholder-identities',
        '全部股东身份证明（穿透至自然人或国有单位）',
        'Identity of every shareholder, traced to natural persons or state bodies',
      ),
      material('equity-chart', '股权结构图', 'Equity chart', ours),
      material('foreign-capital-commitment', '外资情况承诺书', 'Commitment on foreign capital', ours),
    ],
  },
  'name-change': {
    mark: 'P',
    sources: [],
    materials: [
      form('变更申请表', 'Form for the change'),
      material('new-business-licence', '变更后的营业执照', 'New business licence'),
      material('register-change-notice', '登记机关变更通知书', 'Notice of the register change', {
        remark: { zh: '载明变更登记之日', en: 'With the day of the register change' },
      }),
      oldLicence,
      resolution,
    ],
  },
  'data-change': {
    mark: 'P',
    sources: [printed('12')],
    materials: [
      material('register-extract', '载明日期的登记材料', 'Register extract with its day'),
      material('platform-screenshot', '平台更新后的截图', 'Screenshot of the platform after the update', ours),
      material('local-body-data', '当地负责机构信息', 'Data of the local service body', {
        condition: { zh: '当地负责机构变化的', en: 'Where a local body changed' },
      }),
    ],
  },
  cancellation: {
    mark: 'P',
    sources: [],
    materials: [
      form('注销申请', 'Application for cancellation'),
      material('licence-originals', '许可证正副本原件', 'Originals of the licence'),
      material('aftercare-statement', '用户善后情况说明', 'Statement on the settlement with users'),
      resolution,
      material('settlement-proof', '费用结清证明', 'Proof of settlement'),
      material('public-notice', '终止经营公告', 'Public notice', {
        remark: { zh: '公示30日（M，未核实）', en: 'Published for 30 days (M, unverified)' },
      }),
    ],
  },
};
