import type { MoveSource } from '../../machine/define-workflow.ts';
import { type Guard, STAY } from '../../machine/model.ts';
import { date, maybeDocument, PAPER, text } from './fields.ts';
import { closes, ruleClock, stops } from './rule-clock.ts';

const E_COMMERCE = { fact: 'is_ecommerce_operator', is: true } as const;

/** The 30 days of public notice on the home page, for e-commerce operators; `ends` is the field of the last day. */
export const publicNoticeClock = (ends: string) =>
  ruleClock('announce-end-of-e-commerce', 'announce-30-days-before', { from: ends, when: E_COMMERCE });

/** What is done for users before a business ends, in any order. */
export function aftercareMoves<S extends string>(...states: readonly S[]): Readonly<Record<string, MoveSource<S>>> {
  return {
    'notify-users': {
      name: { zh: '登记已通知用户', en: 'Record the notice to users' },
      from: states,
      to: STAY,
      by: 'applicant',
      fields: {
        usersNotifiedOn: date('通知日', 'Day of the notice'),
        noticeText: maybeDocument('通知文本', 'Text of the notice'),
      },
    },
    'settle-with-users': {
      name: { zh: '登记已退费、善后', en: 'Record refunds and settlement' },
      from: states,
      to: STAY,
      by: 'applicant',
      fields: {
        settledOn: date('完成日', 'Day of completion'),
        settlement: text('处理情况（退费清单、数据处理等）', 'What was settled: refunds, data and the like'),
        refunds: maybeDocument('退费清单', 'List of refunds'),
      },
    },
    'announce-publicly': {
      name: { zh: '登记首页公示', en: 'Record the announcement on the home page' },
      from: states,
      to: STAY,
      by: 'applicant',
      fields: { announcedOn: date('公示开始日', 'First day of the announcement'), screenshot: PAPER },
      effects: [...stops('announcedOn', 'announce'), closes('announce-end-of-e-commerce', 'announce-30-days-before')],
    },
  };
}

/** Nobody ends the work before users are told and settled with. */
export const AFTERCARE_DONE: readonly Guard[] = [
  {
    type: 'done',
    move: 'notify-users',
    otherwise: { zh: '尚未登记用户通知。', en: 'The notice to users is not recorded yet.' },
  },
  {
    type: 'done',
    move: 'settle-with-users',
    otherwise: { zh: '尚未登记退费、善后。', en: 'Refunds and settlement are not recorded yet.' },
  },
  {
    type: 'done',
    move: 'announce-publicly',
    when: E_COMMERCE,
    otherwise: {
      zh: '电子商务经营者须登记首页公示；是否为电子商务经营者未填的，请先填写。',
      en: 'E-commerce operators record the announcement first; if it is not answered whether the company is one, answer it.',
    },
  },
];
