import { type CivilDate, daysBetween, type Rulebook } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import { titleOf } from '../schedule/change-views.ts';
import type { OccurrenceRecord } from './queries.ts';
import { OccurrenceRow } from './schemas.ts';

const { applies, status, mark, workState } = OccurrenceRow.shape;

/** An occurrence as lists show it. */
export function occurrenceView(row: OccurrenceRecord, rulebook: Rulebook, today: CivilDate): OccurrenceRow {
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
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn),
    ruleVersion: row.ruleVersion,
    sortOn: row.sortOn,
    removedAt: row.removedAt,
  };
}
