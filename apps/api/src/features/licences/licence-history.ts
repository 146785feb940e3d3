import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { changedFields } from './correct-licence.ts';
import { readRevisions } from './queries.ts';
import { LicenceHistory, LicenceHistoryInput } from './schemas.ts';

const Source = LicenceHistory.shape.items.element.shape.source;

/** Who changed which field of a licence, when and why; latest first. */
export async function licenceHistory(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LicenceHistory>> {
  const { licenceId } = parseInput(LicenceHistoryInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const revisions = await readRevisions(tx, licenceId);
    if (revisions.length === 0) throw notFound();
    const people = await readPeople(tx);
    const items = revisions.map((row, i) => {
      const before = revisions[i - 1]?.fields;
      const fields = before ? changedFields(before, row.fields) : [];
      return {
        version: row.version,
        at: row.recordedAt,
        by: people(row.saidBy),
        source: Source.parse(row.source),
        reason: row.reason,
        changes: fields.map((field) => ({ field, before: before?.[field], after: row.fields[field] })),
      };
    });
    return { items: items.reverse() };
  });
}
