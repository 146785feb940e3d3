import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { evidenceView } from '../item-work/evidence-view.ts';
import { readEvidence, readItem } from '../item-work/queries.ts';
import { type EvidenceList, ListEvidenceInput } from './schemas.ts';

/** Evidence of an item in the order it came. */
export async function listEvidence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof EvidenceList>> {
  const { occurrenceId, includeWithdrawn } = parseInput(ListEvidenceInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    if (!(await readItem(tx, occurrenceId))) throw notFound();
    const rows = await readEvidence(tx, occurrenceId, includeWithdrawn);
    const people = await readPeople(tx);
    return { items: rows.map((row) => evidenceView(row, people)) };
  });
}
