import { PERSONS, PIECES, reportField, TIMES } from '../field.ts';
import type { ReportForm } from '../model.ts';

/** Item (4) of the six: network and information security is not published (Order 42 art 35). */
const CLOSED = { disclosure: 'not-public' } as const;
const CALL_CENTRE = { onlyFor: ['B24', 'B24-1', 'B24-2'] } as const;

/** 网络信息安全表, filled in at the network protection system; a cross-regional holder also for each province. */
export const SECURITY_FORM: ReportForm = {
  id: 'security',
  name: { zh: '网络信息安全表', en: 'Network and information security' },
  repeats: 'per-province',
  fields: [
    reportField('security-head', 'text', '安全责任人', 'Person responsible', { ...CLOSED, carries: true }),
    reportField('security-head-phone', 'text', '安全责任人电话', 'Telephone of that person', {
      ...CLOSED,
      carries: true,
    }),
    reportField('security-staff-full-time', 'number', '专职安全人员数', 'Full-time security staff', {
      ...CLOSED,
      unit: PERSONS,
    }),
    reportField('security-body', 'text', '安全管理机构', 'Security body', { ...CLOSED, carries: true }),
    reportField('security-rules', 'long-text', '安全管理制度', 'Security rules', { ...CLOSED, carries: true }),
    reportField('emergency-plan', 'text', '应急预案', 'Emergency plan', { ...CLOSED, carries: true }),
    reportField('drills', 'number', '应急演练次数', 'Drills', { ...CLOSED, unit: TIMES }),
    reportField('security-events', 'number', '安全事件数', 'Security events', { ...CLOSED, unit: TIMES }),
    reportField('graded-units', 'number', '定级备案网络单元数', 'Graded and filed units', { ...CLOSED, unit: PIECES }),
    reportField('unit-tests', 'number', '评测、风险评估次数', 'Tests and risk assessments', { ...CLOSED, unit: TIMES }),
    reportField('log-retention', 'text', '日志留存情况', 'Retention of logs', { ...CLOSED, carries: true }),
    reportField('pi-self-check', 'text', '个人信息保护自查', 'Self-check of personal information', CLOSED),
  ],
};

/** 业务发展表, one for each opened service. */
export const DEVELOPMENT_FORM: ReportForm = {
  id: 'development',
  name: { zh: '业务发展表', en: 'Business development' },
  repeats: 'per-opened-service',
  fields: [
    reportField('users', 'number', '用户数', 'Users', { unit: { zh: '户', en: 'users' } }),
    reportField('traffic', 'text', '流量', 'Traffic', { hint: { zh: '连同单位', en: 'With its unit' } }),
    reportField('coverage', 'list', '覆盖范围', 'Coverage', { carries: true }),
    reportField('servers', 'number', '服务器数', 'Servers', { unit: PIECES }),
    reportField('access-providers', 'list', '接入服务商', 'Access providers', { carries: true }),
    reportField('development-sites', 'list', '网站、应用程序', 'Sites and apps', { carries: true }),
    reportField('seats', 'number', '坐席数', 'Seats', { ...CALL_CENTRE, unit: PIECES }),
    reportField('numbers', 'list', '接入号码', 'Numbers', { ...CALL_CENTRE, carries: true }),
    reportField('cities', 'list', '坐席所在城市', 'Cities', { ...CALL_CENTRE, carries: true }),
  ],
};

/** 其他材料. */
export const OTHER_MATERIAL_FORM: ReportForm = {
  id: 'other-material',
  name: { zh: '其他材料', en: 'Other material' },
  repeats: 'once',
  fields: [
    reportField('attachments', 'list', '附件', 'Attachments', {
      hint: { zh: '没有的填“无”', en: 'Write 无 where there is none' },
    }),
  ],
};
