import { PERCENT, reportField, YUAN, TIMES } from '../field.ts';
import type { ReportForm } from '../model.ts';

const PUBLIC = { disclosure: 'public' } as const;
const CHOICE = { disclosure: 'by-choice', unit: YUAN } as const;
const MONEY = { unit: YUAN } as const;

/** 企业服务质量表. */
export const SERVICE_QUALITY_FORM: ReportForm = {
  id: 'service-quality',
  name: { zh: '企业服务质量表', en: 'Service quality' },
  repeats: 'once',
  fields: [
    reportField('complaint-phone', 'text', '投诉电话', 'Complaint telephone', { ...PUBLIC, carries: true }),
    reportField('complaints', 'number', '投诉数量', 'Complaints', {
      ...PUBLIC,
      unit: TIMES,
      hint: { zh: '统计至12月31日', en: 'Counted to 31 December' },
    }),
    reportField('complaint-reply-rate', 'percent', '投诉回复率', 'Complaint reply rate', { ...PUBLIC, unit: PERCENT }),
    reportField('hotline-reach-rate', 'percent', '热线接通率', 'Hotline reach rate', { unit: PERCENT }),
    reportField('complaint-kinds', 'long-text', '主要投诉类型', 'Main kinds of complaints'),
    reportField('complaint-handlers', 'list', '投诉处理人员', 'Complaint handlers', { carries: true }),
  ],
};

/** 企业经济效益表. The screens show values above a billion in red. */
export const ECONOMY_FORM: ReportForm = {
  id: 'economy',
  name: { zh: '企业经济效益表', en: 'Economy' },
  repeats: 'once',
  fields: [
    reportField('revenue', 'money', '营业收入', 'Revenue', CHOICE),
    reportField('costs', 'money', '营业成本', 'Costs', CHOICE),
    reportField('telecom-revenue', 'money', '电信业务收入', 'Telecom revenue', CHOICE),
    reportField('profit', 'money', '利润', 'Profit', MONEY),
    reportField('tax', 'money', '纳税额', 'Tax', MONEY),
    reportField('assets', 'money', '资产总额', 'Assets', MONEY),
    reportField('investment', 'money', '投资额', 'Investment', MONEY),
    reportField('research', 'money', '研发投入', 'Research and development', MONEY),
  ],
};
