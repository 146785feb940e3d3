import { citeInForce } from '../cite-in-force.ts';
import { HOLDER, TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY, ORDER_24_PENALTY, ORDER_42_FROM, USER_RIGHTS_PENALTY } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, printed } from '../sources.ts';

/** Provision 五: service standard, complaint handlers, disputes. */
export const SERVICE_QUALITY_DUTIES: readonly Duty[] = [
  {
    id: 'serve-to-standard',
    clause: '5a',
    provision: '5',
    title: { zh: '按电信服务规范提供服务', en: 'Serve to the service standard' },
    wording: {
      zh: '按服务规范服务用户，建好内部服务制度；故障限时修复，投诉限时答复。',
      en: 'Serve users to the standard with an internal service system; mend faults and answer complaints in time.',
    },
    kinds: ['standing', 'event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'repair-fault-in-town',
        action: { zh: '修复服务障碍（城镇）', en: 'Repair the service fault (town)' },
        timing: {
          type: 'after-event',
          event: 'service-fault-reported',
          from: 'at',
          period: { n: 48, unit: 'hour' },
        },
        when: { fact: 'event.area', is: 'town' },
        mark: 'V',
        sources: [cite('telecom-regulations', '32', 'V')],
        validFrom: '2000-09-25',
      },
      {
        id: 'repair-fault-in-country',
        action: { zh: '修复服务障碍（农村）', en: 'Repair the service fault (country)' },
        timing: {
          type: 'after-event',
          event: 'service-fault-reported',
          from: 'at',
          period: { n: 72, unit: 'hour' },
        },
        when: { fact: 'event.area', is: 'country' },
        mark: 'V',
        sources: [cite('telecom-regulations', '32', 'V')],
        validFrom: '2000-09-25',
      },
      {
        id: 'answer-complaint',
        action: { zh: '答复用户投诉', en: 'Answer the user’s complaint' },
        timing: {
          type: 'after-event',
          event: 'user-complaint-received',
          from: 'on',
          period: { n: 15, unit: 'natural-day' },
        },
        mark: 'M',
        sources: [cite('order-36-service-standard', null, 'M')],
        validFrom: '2005-04-20',
      },
    ],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [
      { zh: '服务标准与质量报告', en: 'Service standard and quality report' },
      { zh: '投诉与故障台账', en: 'Log of complaints and faults' },
    ],
    sources: [
      printed('5'),
      cite('telecom-regulations', '30', 'V'),
      cite('telecom-regulations', '32', 'V'),
      cite('telecom-regulations', '33', 'V'),
      cite('telecom-regulations', '35', 'V'),
      cite('telecom-regulations', '38', 'V'),
      cite('telecom-regulations', '39', 'V'),
      cite('telecom-regulations', '40', 'V'),
      citeInForce('order-36-service-standard', null, 'M'),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: USER_RIGHTS_PENALTY,
    validFrom: '2000-09-25',
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '修复时限来自条例（V）；15日答复来自服务规范，未核实（M）。',
          en: 'The repair hours come from the regulations (V); the 15 days for complaints from the standard, unverified (M).',
        },
        mark: 'M',
      },
    ],
  },
  {
    id: 'complaint-handlers',
    clause: '5b',
    provision: '5',
    title: { zh: '配备用户投诉受理人员', en: 'Name complaint handlers' },
    wording: {
      zh: '有人受理用户投诉，并能及时答复主管部门转来的申诉。',
      en: 'Have people who take complaints, and who answer in time those that the authority passes on.',
    },
    kinds: ['staffing', 'event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'answer-authority',
        action: { zh: '就转来的申诉答复受理机构', en: 'Answer the authority about the complaint passed on' },
        timing: {
          type: 'after-event',
          event: 'complaint-passed-on-by-authority',
          from: 'on',
          period: { n: 15, unit: 'natural-day' },
        },
        mark: 'E',
        sources: [cite('order-35-complaints', null, 'E')],
        validFrom: '2016-07-30',
      },
    ],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [
      { zh: '人员姓名、电话、排班', en: 'Names, phone numbers and rota' },
      { zh: '投诉数量与答复率', en: 'Number of complaints and rate of replies' },
    ],
    sources: [printed('5'), cite('order-24', '12', 'M'), cite('order-35-complaints', null, 'E')],
    marks: { deadline: 'E', authority: 'E', penalty: 'M' },
    penalties: [...GENERAL_PENALTY, ...ORDER_24_PENALTY.filter((step) => step.tier === 'first')],
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '人数未印明；有人离岗的，应及时补位。',
          en: 'No number is printed; when somebody leaves, fill the gap at once.',
        },
        mark: 'O',
      },
      {
        text: { zh: '年报表格要求填写投诉电话。', en: 'The form of the annual report asks for the complaint phone.' },
        mark: 'P',
      },
    ],
  },
  {
    id: 'settle-service-disputes',
    clause: '5c',
    provision: '5',
    title: { zh: '妥善处理服务争议', en: 'Settle service disputes properly' },
    wording: {
      zh: '服务争议妥善解决，用户权益得到保护。',
      en: 'Settle disputes about the service properly and protect users’ rights.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [{ zh: '争议处理记录', en: 'Record of disputes and outcomes' }],
    sources: [printed('5')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
];
