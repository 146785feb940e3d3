import {
  addDays,
  type CivilDate,
  type Facts,
  type Licence,
  type Roster,
  type StaffingParameter,
  type TriggerEvent,
} from '@zhengqi/obligations';
import { eq } from 'drizzle-orm';
import { licence } from '../../db/schema/licences.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readLiveEvents } from '../events/queries.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { readRoster } from '../roster/queries.ts';
import { asParameter, readParameters } from './parameter-queries.ts';

/** One licence with all that its checks depend on besides the day. */
export interface StaffingCase {
  licenceId: string;
  licence: Licence;
  facts: Facts;
  events: readonly TriggerEvent[];
  roster: Roster;
  parameters: readonly StaffingParameter[];
}

/** A licence for which the checks are to be made. */
interface CheckedLicence {
  id: string;
  fields: Licence;
}

/**
 * Reads what the checks of a company depend on, once for all of its licences.
 * @param on day whose answers count
 * @param knownOn day at whose end it was so recorded; without it, as it is recorded now
 */
export async function readStaffingCases(
  tx: TenantTransaction,
  licences: readonly CheckedLicence[],
  on: CivilDate,
  knownOn?: CivilDate,
): Promise<StaffingCase[]> {
  const before = knownOn === undefined ? undefined : `${addDays(knownOn, 1)}T00:00:00+08:00`;
  const facts = await readFactsInForce(tx, on, before);
  const events = await readLiveEvents(tx, before);
  const roster = await readRoster(tx, before);
  const parameters = (await readParameters(tx, before)).map(asParameter);
  return licences.map(({ id, fields }) => ({
    licenceId: id,
    licence: fields,
    facts: factsOf(facts, id),
    events,
    roster,
    parameters,
  }));
}

/** Licences of the company, or the one that is asked for. */
export async function readLicencesToCheck(tx: TenantTransaction, licenceId: string | undefined) {
  return tx.db
    .select({ id: licence.id, number: licence.number, fields: licence.fields })
    .from(licence)
    .where(licenceId === undefined ? undefined : eq(licence.id, licenceId))
    .orderBy(licence.createdAt, licence.id);
}
