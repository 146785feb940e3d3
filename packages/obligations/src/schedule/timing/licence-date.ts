import { daysBefore } from '../../calendar/index.ts';
import type { Timing } from '../../rulebook/schema.ts';
import { type Draft, type Run, ruleIsValidOn, type Subject } from '../run.ts';

const NEW_END = 'renewed_valid_to';
const END_OF_VALIDITY = { zh: '许可证有效期届满之日', en: 'Day the validity of the licence ends' };

/**
 * A number of days before the validity ends, for each end of validity known. An end after which the licence went on is
 * settled and scheduled apart (`continuation.ts`); a renewed end that is not known is asked for.
 */
export function beforeLicenceDate(
  timing: Extract<Timing, { type: 'before-licence-date' }>,
  subject: Subject,
  run: Run,
): Draft[] {
  const drafts: Draft[] = [];
  const { standing } = run;
  if (standing.continuation === 'renewed' && standing.heldTo === null) run.ask(NEW_END, subject.duty.duty.id);
  for (const end of standing.expiries) {
    if (standing.continuation !== null && end === standing.printedEnd) continue;
    const deadline = daysBefore(run.calendar, end, timing.days);
    if (deadline.actBy > run.until || deadline.nominalOn < standing.heldFrom) continue;
    if (!ruleIsValidOn(subject.rule, deadline.nominalOn)) continue;
    const anchor = { what: END_OF_VALIDITY, on: end };
    drafts.push({ suffix: `${run.licenceRef}/${end}`, opensOn: null, deadline, dueAt: null, anchor });
  }
  return drafts;
}
