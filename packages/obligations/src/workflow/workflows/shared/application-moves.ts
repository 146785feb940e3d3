import { cite } from '../../../rulebook/sources.ts';
import type { MoveSource } from '../../machine/define-workflow.ts';
import type { Effect, Guard } from '../../machine/model.ts';
import type { ApplicationState } from './application-states.ts';
import { date, document, maybeText, note, PAPER, REASON, RECEIPT, reason, text } from './fields.ts';
import { opens, stops } from './rule-clock.ts';

/** What differs from one application to another. */
interface Parts<S extends string> {
  /** Clocks of ours that handing in stops. */
  readonly limits: readonly string[];
  /** Clocks of the authority until its decision, running from the submission or from the acceptance. */
  readonly decide: readonly string[];
  readonly decideFromAcceptance?: readonly string[];
  /** Whether a certificate follows an approval; a cancellation ends without one. */
  readonly delivers?: boolean;
  readonly onSubmit?: readonly Effect[];
  /** What is owed again when the application came to nothing. */
  readonly onFailure?: readonly Effect[];
  readonly submitGuards?: readonly Guard[];
  /** Further states from which one may hand in. */
  readonly submitFrom?: readonly S[];
}

/** Moves of an application, for a workflow that spreads `APPLICATION_STATES` and `APPLICATION_CLOCKS`. */
export function applicationMoves<S extends string = never>(
  parts: Parts<S>,
): Readonly<Record<string, MoveSource<S | ApplicationState>>> {
  const { limits, decide, decideFromAcceptance = [], onSubmit = [], onFailure = [], submitFrom = [] } = parts;
  const { submitGuards = [], delivers = true } = parts;
  const pending = ['submitted', 'asked-to-complete', 'accepted', 'under-review'] as const;
  const deciding = [...decide, ...decideFromAcceptance];
  const stopAll = (on: string): Effect[] => stops(on, 'accept', ...deciding);
  return {
    begin: { name: { zh: '启动', en: 'Begin' }, from: ['planned'], to: 'preparing', by: 'applicant' },
    'ask-client': {
      name: { zh: '向客户索取材料', en: 'Ask the client for material' },
      from: ['preparing'],
      to: 'waiting-for-client',
      by: 'applicant',
      fields: { asked: text('索取的材料', 'What is asked for') },
    },
    'client-delivered': {
      name: { zh: '客户已提供', en: 'Client has delivered' },
      from: ['waiting-for-client'],
      to: 'preparing',
      by: 'applicant',
    },
    submit: {
      name: { zh: '登记已提交', en: 'Record the submission' },
      from: ['preparing', ...submitFrom],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: submitGuards,
      effects: [
        { type: 'records-receipt', field: 'receipt' },
        ...stops('receipt', ...limits),
        ...opens('accept', ...decide),
        ...onSubmit,
      ],
    },
    'ask-for-material': {
      name: { zh: '收到补正通知', en: 'Told what is missing' },
      from: ['submitted'],
      to: 'asked-to-complete',
      by: 'authority',
      fields: {
        toldOn: date('告知日', 'Day of the notice'),
        missing: text('需补正的内容', 'What is missing'),
        paper: PAPER,
      },
      guards: [notBeforeReceipt('toldOn')],
      effects: stopAll('toldOn'),
    },
    'complete-material': {
      name: { zh: '登记已补正提交', en: 'Record the completed submission' },
      from: ['asked-to-complete'],
      to: 'submitted',
      by: 'applicant',
      fields: { receipt: RECEIPT },
      guards: [
        {
          type: 'not-before',
          field: 'receipt',
          than: 'toldOn',
          otherwise: {
            zh: '补正日期早于告知日，请核对。',
            en: 'The day lies before the notice of what is missing; check it.',
          },
        },
      ],
      effects: [{ type: 'records-receipt', field: 'receipt' }, ...opens('accept', ...decide)],
    },
    accept: {
      name: { zh: '收到受理通知', en: 'Accepted' },
      from: ['submitted'],
      to: 'accepted',
      by: 'authority',
      fields: { acceptedOn: date('受理日', 'Day of acceptance'), paper: PAPER },
      guards: [notBeforeReceipt('acceptedOn')],
      effects: [...stops('acceptedOn', 'accept'), ...opens(...decideFromAcceptance)],
    },
    'deem-accepted': {
      name: { zh: '逾期未告知，按已受理处理', en: 'No notice in time: treat as accepted' },
      from: ['submitted'],
      to: 'accepted',
      by: 'applicant',
      guards: [
        {
          type: 'clock-past',
          clock: 'accept',
          otherwise: {
            zh: '五个工作日的受理期限未满，请等待。',
            en: 'The five working days for acceptance are not over yet; wait.',
          },
        },
      ],
      // Whoever is silent has accepted from the day the material was received.
      effects: decideFromAcceptance.map((clock) => ({ type: 'opens-clock', clock, on: 'receipt' })),
    },
    'not-accept': {
      name: { zh: '收到不予受理决定', en: 'Not accepted' },
      from: ['submitted'],
      to: 'not-accepted',
      by: 'authority',
      fields: {
        notAcceptedOn: date('决定日', 'Day of the decision'),
        refusalReason: reason('不予受理理由', 'Reasons given'),
        paper: PAPER,
      },
      guards: [notBeforeReceipt('notAcceptedOn')],
      effects: [...stopAll('notAcceptedOn'), ...onFailure],
    },
    'begin-review': {
      name: { zh: '书面告知评审或听证', en: 'Review or hearing, told in writing' },
      from: ['accepted'],
      to: 'under-review',
      by: 'authority',
      fields: {
        reviewToldOn: date('告知日', 'Day of the notice'),
        notice: document('书面告知', 'The written notice'),
        reviewDays: maybeText('告知的所需时间', 'Time it is said to take'),
      },
      effects: deciding.map((clock) => ({ type: 'pauses-clock', clock, on: 'reviewToldOn' })),
      notes: [
        note(
          'V',
          '评审、听证所需时间不计入期限，但须书面告知。',
          'The time of review or hearing is not counted, if told in writing.',
          [cite('licensing-law', '45', 'V')],
        ),
      ],
    },
    'end-review': {
      name: { zh: '评审或听证结束', en: 'Review or hearing ended' },
      from: ['under-review'],
      to: 'accepted',
      by: 'authority',
      fields: { reviewEndedOn: date('结束日', 'Day it ended') },
      guards: [
        {
          type: 'not-before',
          field: 'reviewEndedOn',
          than: 'reviewToldOn',
          otherwise: { zh: '结束日早于告知日，请核对。', en: 'It ended before it was told; check the day.' },
        },
      ],
      effects: deciding.map((clock) => ({ type: 'resumes-clock', clock, on: 'reviewEndedOn' })),
    },
    approve: {
      name: { zh: '收到批准决定', en: 'Approved' },
      from: ['accepted', 'under-review'],
      to: 'approved',
      by: 'authority',
      fields: { approvedOn: date('决定日', 'Day of the decision'), paper: PAPER },
      guards: [notBeforeReceipt('approvedOn')],
      effects: [...stops('approvedOn', ...deciding), ...(delivers ? opens('deliver') : [])],
    },
    refuse: {
      name: { zh: '收到不予批准决定', en: 'Refused' },
      from: ['accepted', 'under-review'],
      to: 'refused',
      by: 'authority',
      fields: {
        refusedOn: date('决定日', 'Day of the decision'),
        refusalReason: reason('不予批准理由', 'Reasons given'),
        paper: PAPER,
      },
      guards: [notBeforeReceipt('refusedOn')],
      effects: stops('refusedOn', ...deciding),
    },
    'prepare-again': {
      name: { zh: '改正后重新准备', en: 'Correct and prepare again' },
      from: ['not-accepted', 'refused'],
      to: 'preparing',
      by: 'applicant',
      fields: { reason: REASON },
      effects: onFailure,
    },
    'give-up': {
      name: { zh: '不再申请', en: 'Apply no more' },
      from: ['not-accepted', 'refused'],
      to: 'ended-refused',
      by: 'applicant',
      fields: { reason: REASON },
    },
    withdraw: {
      name: { zh: '撤回', en: 'Withdraw' },
      from: ['planned', 'preparing', 'waiting-for-client', ...pending],
      to: 'withdrawn',
      by: 'applicant',
      fields: { reason: REASON },
      effects: [...stopClocks('accept', ...deciding), ...onFailure],
    },
  };
}

/** The authority no longer owes anything, by the moment of recording. */
function stopClocks(...clocks: readonly string[]): Effect[] {
  return clocks.map((clock) => ({ type: 'stops-clock', clock }));
}

function notBeforeReceipt(field: string): Guard {
  return {
    type: 'not-before',
    field,
    than: 'receipt',
    otherwise: { zh: '该日早于提交日，请核对。', en: 'The day lies before the submission; check it.' },
  };
}
