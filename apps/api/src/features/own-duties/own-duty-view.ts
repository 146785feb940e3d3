import { publicId } from '../../db/ids.ts';
import type { PersonView } from '../people.ts';
import type { OwnDutyVersion } from './queries.ts';
import { OwnDutyRow } from './schemas.ts';

/** A duty as lists show it. */
export function ownDutyRow(row: OwnDutyVersion, people: (id: string | null) => PersonView): OwnDutyRow {
  const { id, version, slug, state, duty, origin, recordedAt, saidBy } = row;
  const mark = duty.due[0]?.mark ?? duty.sources[0]?.mark ?? 'O';
  return {
    id: publicId('ownDuty', id),
    version,
    slug,
    state: OwnDutyRow.shape.state.parse(state),
    title: duty.title,
    kind: duty.kinds[0] ?? 'standing',
    mark,
    scope: duty.scope,
    due: duty.due.length,
    origin: origin && {
      organisationId: publicId('organisation', origin.tenantId),
      name: origin.name,
      dutyId: publicId('ownDuty', origin.dutyId),
      version: origin.version,
    },
    at: recordedAt,
    by: people(saidBy),
  };
}
