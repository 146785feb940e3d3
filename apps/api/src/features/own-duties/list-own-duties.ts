import { OwnDuty } from '@zhengqi/obligations';
import { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { ownDutyRow } from './own-duty-view.ts';
import { readOwnDutyPage, readOwnDutyVersions } from './queries.ts';
import {
  GetOwnDutyInput,
  ListOwnDutiesInput,
  type OwnDutyDetail,
  OwnDutyRow,
  type OwnDutyPage,
  type OwnDutySchema,
} from './schemas.ts';

/** The duties that the organisation has set for itself, latest changed first. */
export async function listOwnDuties(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OwnDutyPage>> {
  const { state, search, cursor, limit } = parseInput(ListOwnDutiesInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readOwnDutyPage(tx, { state, search, after: decodeCursor(cursor), limit });
    const people = await readPeople(tx);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.recordedAt, row.id]);
    return { items: items.map((row) => ownDutyRow(row, people)), nextCursor };
  });
}

/** One duty with all of its versions. @throws AppError `not-found` */
export async function getOwnDuty(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OwnDutyDetail>> {
  const { dutyId } = parseInput(GetOwnDutyInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const versions = await readOwnDutyVersions(tx, dutyId);
    const [newest] = versions;
    if (!newest) throw notFound();
    const people = await readPeople(tx);
    return {
      ...ownDutyRow(newest, people),
      duty: newest.duty,
      versions: versions.map(({ version, state, duty, reason, recordedAt, saidBy }) => ({
        version,
        state: OwnDutyRow.shape.state.parse(state),
        duty,
        reason,
        at: recordedAt,
        by: people(saidBy),
      })),
    };
  });
}

let schema: Record<string, unknown> | undefined;

/** The JSON Schema that a duty fits, for an editor. The catalogues of facts, events and laws say which names it may use. */
export function ownDutySchema(): z.infer<typeof OwnDutySchema> {
  schema ??= z.toJSONSchema(OwnDuty, { target: 'draft-2020-12' }) as Record<string, unknown>;
  return { schema };
}
