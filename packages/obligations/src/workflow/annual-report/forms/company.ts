import { PERSONS, reportField, YUAN } from '../field.ts';
import type { ReportForm } from '../model.ts';

const PUBLIC = { disclosure: 'public', carries: true } as const;

/** The text that the holder types first. */
export const COMMITMENT: ReportForm = {
  id: 'commitment',
  name: { zh: '承诺书', en: 'Commitment' },
  repeats: 'once',
  fields: [
    reportField(
      'commitment-typed',
      'boolean',
      '已按页面所示逐字填写承诺书',
      'Commitment typed exactly as the screen shows it',
      {
        hint: { zh: '承诺文字以当年页面为准', en: 'The words are those of the screen of the year' },
      },
    ),
  ],
};

/** 企业基本情况表. */
export const COMPANY_FORM: ReportForm = {
  id: 'company',
  name: { zh: '企业基本情况表', en: 'Company' },
  repeats: 'once',
  fields: [
    reportField('company-name', 'text', '企业名称', 'Name', PUBLIC),
    reportField('credit-code', 'text', '统一社会信用代码', 'Unified social credit code', PUBLIC),
    reportField('legal-representative', 'text', '法定代表人', 'Legal representative', PUBLIC),
    reportField('licence-number', 'text', '许可证编号', 'Licence number', PUBLIC),
    reportField('registered-address', 'text', '注册住所', 'Registered address', PUBLIC),
    reportField('place-of-registration', 'text', '注册地', 'Place of registration', PUBLIC),
    reportField('registered-capital', 'money', '注册资本', 'Registered capital', { ...PUBLIC, unit: YUAN }),
    reportField('nature-of-firm', 'text', '企业性质', 'Nature of the firm', PUBLIC),
    reportField('listed', 'boolean', '是否上市', 'Listed on an exchange', PUBLIC),
    reportField('branches', 'list', '分支机构', 'Branches', PUBLIC),
    reportField('services-and-opening', 'list', '业务种类及开展情况', 'Services and whether opened', {
      disclosure: 'public',
      hint: { zh: '与“业务发展表”的张数一致', en: 'As many opened services as development forms' },
    }),
    reportField('sites-and-apps', 'list', '网站、应用程序', 'Sites and apps', { carries: true }),
    reportField('contact-person', 'text', '联系人', 'Contact person', { carries: true }),
    reportField('contact-phone', 'text', '联系电话', 'Telephone', { carries: true }),
    reportField('staff-total', 'number', '员工总数', 'Staff in total', { unit: PERSONS }),
    reportField('staff-technical', 'number', '技术人员数', 'Technical staff', { unit: PERSONS }),
    reportField('staff-security', 'number', '安全人员数', 'Security staff', { unit: PERSONS }),
    reportField('shareholders', 'list', '股东名单', 'Shareholders', { carries: true }),
  ],
};
