import { BANNED_CONTENT_PENALTY, CONTENT_FINES } from '../content-penalties.ts';
import { HOLDER, TELECOM_AUTHORITY } from '../parties.ts';
import { GENERAL_PENALTY, NETWORK_SECURITY_PENALTY, ORDER_42_FROM } from '../penalties.ts';
import type { Duty } from '../schema.ts';
import { cite, citeCsl, printed } from '../sources.ts';

/** Provision 九: inspections, logs, illegal information. */
export const LOGS_AND_CONTENT_DUTIES: readonly Duty[] = [
  {
    id: 'keep-user-logs',
    clause: '9a',
    provision: '9',
    title: { zh: '留存用户日志', en: 'Keep user logs' },
    wording: {
      zh: '网络日志至少留6个月；内容、时间、网址等记录至少60日；取较长者。',
      en: 'Keep network logs at least 6 months, records of content, time and address at least 60 days; the longer counts.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: {
      printed: { zh: '国家有关部门', en: 'State departments concerned' },
      effective: 'several',
      note: { zh: '发证机关、公安机关', en: 'Issuing authority, police' },
    },
    channel: null,
    evidence: [
      { zh: '留存配置', en: 'Retention settings' },
      { zh: '最早日志抽查记录', en: 'Test of the oldest log' },
    ],
    sources: [
      printed('9'),
      ...citeCsl('21(3)', '23(3)'),
      cite('internet-information-measures', '14', 'V'),
      cite('police-order-82', '13', 'M', { validFrom: '2006-03-01' }),
    ],
    marks: { deadline: null, authority: 'E', penalty: 'E' },
    penalties: [
      ...NETWORK_SECURITY_PENALTY,
      {
        tier: 'aggravated',
        text: {
          zh: '未按规定留存备份的，责令改正；情节严重的，停业整顿或暂时关闭网站',
          en: 'Records not kept: order to correct; if serious, suspension or closure of the site for a time',
        },
        source: cite('internet-information-measures', '21', 'V'),
      },
    ],
    validFrom: '2000-09-25',
    bindsWithoutLicence: true,
  },
  {
    id: 'report-illegal-content',
    clause: '9b',
    provision: '9',
    title: { zh: '处置并上报违法信息', en: 'Dispose of illegal content and report it' },
    wording: {
      zh: '发现违法信息马上处置、留记录，处置后10个工作日内上报；法定内容另有立即报告和24小时时限。',
      en: 'Dispose of illegal content at once, keep records, report within 10 working days after disposal; listed content also at once and within 24 hours.',
    },
    kinds: ['event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'stop-and-report-at-once',
        action: {
          zh: '立即停止传输、保存记录；属法定禁止内容的，并向国家有关机关报告',
          en: 'Stop transmission at once and keep records; report content the law forbids to the state organs',
        },
        timing: { type: 'at-once', event: 'illegal-content-disposed', from: 'foundAt' },
        mark: 'V',
        sources: [cite('internet-information-measures', '16', 'V'), cite('telecom-regulations', '61', 'V')],
      },
      {
        id: 'report-to-police',
        action: {
          zh: '属法定禁止内容的，向当地公安机关报告（24小时）',
          en: 'If it is content the law forbids, report to the local police (24 hours)',
        },
        timing: {
          type: 'after-event',
          event: 'illegal-content-disposed',
          from: 'foundAt',
          period: { n: 24, unit: 'hour' },
        },
        mark: 'V',
        sources: [cite('police-network-1997', '10(6)', 'V')],
      },
      {
        id: 'report-to-telecom-authority',
        action: { zh: '向电信主管部门上报', en: 'Report to the telecom authority' },
        timing: {
          type: 'after-event',
          event: 'illegal-content-disposed',
          from: 'on',
          period: { n: 10, unit: 'working-day' },
        },
        onlyWithLicence: true,
        mark: 'V',
        sources: [printed('9')],
        validFrom: ORDER_42_FROM,
      },
    ],
    authority: {
      ...TELECOM_AUTHORITY,
      note: {
        zh: '另向国家有关机关（立即）和当地公安机关（24小时）报告。',
        en: 'Also to the state organs (at once) and the local police (24 hours).',
      },
    },
    channel: null,
    evidence: [
      { zh: '处置工单', en: 'Disposal ticket' },
      { zh: '内容备份', en: 'Copy of the content' },
      { zh: '上报回执', en: 'Receipt of the report' },
    ],
    sources: [
      printed('9'),
      cite('telecom-regulations', '61', 'V'),
      cite('internet-information-measures', '16', 'V'),
      cite('police-network-1997', '10(6)', 'V'),
      ...citeCsl('47', '49'),
    ],
    marks: { deadline: 'V', authority: 'V', penalty: 'V' },
    penalties: [...BANNED_CONTENT_PENALTY, ...CONTENT_FINES],
    validFrom: '2000-09-25',
    bindsWithoutLicence: true,
    textualNote: {
      zh: '10个工作日只见于许可证，处置当日不计；法律另有更早的时限，均予显示。',
      en: 'The 10 working days stand in the licence only, the day of disposal not counted; the law has earlier limits, all are shown.',
    },
  },
  {
    id: 'monitor-illegal-content',
    clause: '9c',
    provision: '9',
    title: { zh: '监测违法信息', en: 'Monitor for illegal content' },
    wording: {
      zh: '按法规和标准对违法信息开展监测。',
      en: 'Monitor for illegal information as law and standards ask.',
    },
    kinds: ['standing'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [],
    authority: TELECOM_AUTHORITY,
    channel: null,
    evidence: [{ zh: '监测规则与日志', en: 'Monitoring rules and logs' }],
    sources: [printed('9'), ...citeCsl('47', '49')],
    marks: { deadline: null, authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
  },
  {
    id: 'cooperate-with-all-inspections',
    clause: '9d',
    provision: '9',
    title: { zh: '配合国家各有关部门检查', en: 'Cooperate with inspections of all departments' },
    wording: {
      zh: '不限于电信主管部门：国家各有关部门依法检查，都要配合。',
      en: 'Not only the telecom authority: cooperate with lawful inspections of every state department concerned.',
    },
    kinds: ['standing', 'event'],
    scope: 'company',
    bearer: HOLDER,
    condition: { always: true },
    due: [
      {
        id: 'cooperate',
        action: { zh: '立即或按通知所定日期配合检查', en: 'Cooperate at once or by the day the notice sets' },
        timing: { type: 'at-once', event: 'inspection-notified' },
        when: { fact: 'event.by', is: 'other-authority' },
        mark: 'V',
        sources: [printed('9')],
      },
    ],
    authority: {
      printed: { zh: '国家有关部门', en: 'State departments concerned' },
      effective: 'several',
      note: { zh: '作出检查通知的机关', en: 'Whoever gave the notice' },
    },
    channel: null,
    evidence: [{ zh: '检查记录', en: 'Inspection log' }],
    sources: [printed('9')],
    marks: { deadline: 'V', authority: 'V', penalty: 'M' },
    penalties: GENERAL_PENALTY,
    validFrom: ORDER_42_FROM,
    bindsWithoutLicence: false,
    notes: [
      {
        text: {
          zh: '电信主管部门的检查见特别规定事项一。',
          en: 'Inspections of the telecom authority: provision 1.',
        },
        mark: 'O',
      },
    ],
  },
];
