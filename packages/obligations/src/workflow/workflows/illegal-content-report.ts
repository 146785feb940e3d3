import { defineWorkflow } from '../machine/define-workflow.ts';
import { STAY } from '../machine/model.ts';
import { date, instant, maybeDocument, maybeFlag, note, REASON, RECEIPT, text } from './shared/fields.ts';
import { closes, opens, ruleClock, stops } from './shared/rule-clock.ts';

const DUTY = 'report-illegal-content';
const LISTED = { fact: 'event.listedContent', is: true } as const;

/** W7: illegal content is stopped, kept as record and reported. */
export const ILLEGAL_CONTENT_REPORT = defineWorkflow({
  kind: 'illegal-content-report',
  name: { zh: '违法信息处置上报', en: 'Report of illegal content' },
  clauses: ['9b'],
  subject: 'event',
  initial: 'found',
  opening: {
    fields: {
      foundAt: instant('发现时间', 'Time it was found'),
      what: text('内容概述', 'What it is'),
      listedContent: maybeFlag('是否属法律列明的禁止内容', 'Is it content that the law lists as forbidden'),
    },
    effects: opens('stop', 'organs', 'police'),
  },
  states: {
    found: { name: { zh: '已发现，立即停止传输', en: 'Found: stop it at once' }, kind: 'start' },
    stopped: { name: { zh: '已处置，待上报', en: 'Stopped, report to come' }, kind: 'waiting-for-us' },
    reported: { name: { zh: '已上报', en: 'Reported' }, kind: 'waiting-for-authority', filed: true },
    'asked-for-more': { name: { zh: '被要求补充', en: 'Asked for more' }, kind: 'waiting-for-us', filed: true },
    closed: { name: { zh: '已结案', en: 'Closed' }, kind: 'ended-good', filed: true },
    lawful: { name: { zh: '经查不属违法信息', en: 'Found to be lawful' }, kind: 'ended-bad' },
  },
  clocks: {
    stop: ruleClock(DUTY, 'stop-and-report-at-once', {
      name: { zh: '立即停止传输、保存记录', en: 'Stop transmission at once and keep records' },
    }),
    organs: ruleClock(DUTY, 'stop-and-report-at-once', {
      name: { zh: '立即向国家有关机关报告', en: 'Report to the state organs at once' },
      when: LISTED,
    }),
    police: ruleClock(DUTY, 'report-to-police', { when: LISTED }),
    report: ruleClock(DUTY, 'report-to-telecom-authority', { from: 'disposedOn' }),
  },
  moves: {
    stop: {
      name: { zh: '登记已停止传输、留存记录', en: 'Record that it was stopped and kept' },
      from: ['found'],
      to: 'stopped',
      by: 'applicant',
      fields: {
        disposedOn: date('处置日', 'Day of the disposal'),
        disposedAt: instant('处置时间', 'Time of the disposal'),
        record: text('留存的记录', 'What was kept as record'),
        copy: maybeDocument('内容备份', 'Copy of the content'),
      },
      guards: [
        {
          type: 'not-before',
          field: 'disposedAt',
          than: 'foundAt',
          otherwise: { zh: '处置早于发现，请核对。', en: 'It was stopped before it was found; check the times.' },
        },
      ],
      effects: [
        ...stops('disposedAt', 'stop'),
        ...opens('report'),
        {
          type: 'records-event',
          event: 'illegal-content-disposed',
          attributes: { on: 'disposedOn', foundAt: 'foundAt' },
        },
      ],
    },
    classify: {
      name: { zh: '判定是否属列明的禁止内容', en: 'Decide whether it is listed content' },
      from: ['found', 'stopped', 'reported'],
      to: STAY,
      by: 'applicant',
      fields: {
        listedContent: { ...maybeFlag('是否属法律列明的禁止内容', 'Is it content that the law lists'), required: true },
        basis: REASON,
      },
    },
    'report-to-organs': {
      name: { zh: '登记已向国家有关机关报告', en: 'Record the report to the state organs' },
      from: ['found', 'stopped', 'reported'],
      to: STAY,
      by: 'applicant',
      fields: {
        organsReportedAt: instant('报告时间', 'Time of the report'),
        receipt: RECEIPT,
        told: text('报给哪一机关', 'To whom'),
      },
      effects: [{ type: 'records-receipt', field: 'receipt' }, ...stops('organsReportedAt', 'organs')],
    },
    'report-to-police': {
      name: { zh: '登记已向公安机关报告', en: 'Record the report to the police' },
      from: ['found', 'stopped', 'reported'],
      to: STAY,
      by: 'applicant',
      fields: { policeReportedAt: instant('报告时间', 'Time of the report'), receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('policeReportedAt', 'police'),
        closes(DUTY, 'report-to-police'),
      ],
    },
    report: {
      name: { zh: '登记已上报电信主管部门', en: 'Record the report to the telecom authority' },
      from: ['stopped'],
      to: 'reported',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', 'report'),
        closes(DUTY, 'report-to-telecom-authority'),
      ],
    },
    'ask-for-more': {
      name: { zh: '收到补充要求', en: 'Asked for more' },
      from: ['reported'],
      to: 'asked-for-more',
      by: 'authority',
      fields: { toldOn: date('告知日', 'Day of the notice'), missing: text('要求', 'What is asked') },
    },
    'report-more': {
      name: { zh: '登记已补充', en: 'Record the addition' },
      from: ['asked-for-more'],
      to: 'reported',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      effects: [{ type: 'records-receipt', field: 'receipt' }],
    },
    close: {
      name: { zh: '结案', en: 'Close' },
      from: ['reported'],
      to: 'closed',
      by: 'applicant',
      guards: [
        {
          type: 'done',
          move: 'report-to-police',
          when: LISTED,
          otherwise: {
            zh: '属列明的禁止内容（或尚未判定），须登记向公安机关的报告。',
            en: 'It is listed content, or not decided yet: record the report to the police.',
          },
        },
        {
          type: 'done',
          move: 'report-to-organs',
          when: LISTED,
          otherwise: {
            zh: '属列明的禁止内容（或尚未判定），须登记向国家有关机关的报告。',
            en: 'It is listed content, or not decided yet: record the report to the state organs.',
          },
        },
      ],
      // Stopping alone is not enough where the content is listed: the rule asks for the report as well.
      effects: [closes(DUTY, 'stop-and-report-at-once')],
    },
    lawful: {
      name: { zh: '经查不属违法信息', en: 'Lawful after all' },
      from: ['found', 'stopped'],
      to: 'lawful',
      by: 'applicant',
      fields: { reason: REASON },
    },
  },
  notes: [
    note(
      'V',
      '10个工作日只见于许可证，处置当日不计；列明的禁止内容另须立即报告并在24小时内报公安机关。',
      'The 10 working days stand in the licence only, the day of disposal not counted; listed content is also reported at once and to the police within 24 hours.',
    ),
  ],
});
