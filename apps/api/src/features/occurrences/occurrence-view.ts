import { type CivilDate, daysBetween, parseInstant, REVIEW_RULE_ID, type Rulebook } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import type { PersonView } from '../people.ts';
import { titleOf } from '../schedule/change-views.ts';
import type { OccurrenceRecord } from './queries.ts';
import { OccurrenceRow } from './schemas.ts';

const { applies, status, mark, workState } = OccurrenceRow.shape;

/** What a view needs besides the row. */
export interface Around {
  rulebook: Rulebook;
  today: CivilDate;
  /** The moment, in UTC. */
  now: string;
  people: (id: string | null) => PersonView;
}

/** An occurrence as lists show it. */
export function occurrenceView(row: OccurrenceRecord, around: Around): OccurrenceRow {
  const { rulebook, today, now, people } = around;
  return {
    id: publicId('occurrence', row.id),
    key: row.naturalKey,
    licenceIds: row.licenceIds.map((id) => publicId('licence', id)),
    dutyId: row.dutyId,
    dueRuleId: row.dueRuleId,
    clause: row.clause,
    title: titleOf(row.dutyId, rulebook),
    action: row.action,
    applies: applies.parse(row.applies),
    opensOn: row.opensOn,
    nominalOn: row.nominalOn,
    dueOn: row.dueOn,
    dueAt: row.dueAt,
    actBy: row.actBy,
    provisional: row.provisional,
    provisionalFields: [...row.explanation.provisionalFields],
    status: status.parse(row.status),
    mark: mark.parse(row.mark),
    workState: workState.parse(row.workState),
    version: row.version,
    assignee: people(row.assigneeId),
    workedAt: row.workedAt,
    submittedOn: row.submittedOn,
    closedAt: row.closedAt,
    doneOn: row.doneOn,
    daysLate: row.daysLate,
    minutesLate: row.minutesLate,
    missed: row.missed,
    overdue: isToDo(row.workState) && isPast(row, today, now),
    waiverPending: row.waiverPending,
    evidenceCount: row.evidenceCount,
    isReview: row.dueRuleId === REVIEW_RULE_ID,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn),
    ruleVersion: row.ruleVersion,
    sortOn: row.sortOn,
    removedAt: row.removedAt,
  };
}

function isToDo(state: string): boolean {
  return state === 'open' || state === 'prepared';
}

function isPast({ dueOn, dueAt }: OccurrenceRecord, today: CivilDate, now: string): boolean {
  if (dueAt !== null) return dueAt < parseInstant(now);
  return dueOn !== null && dueOn < today;
}
