import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { readPerson } from '../persons/queries.ts';
import { custodyRows, holderViews, personIn } from './custody-view.ts';
import * as q from './queries.ts';
import * as s from './schemas.ts';

/** Originals, copies and accounts, newest first. */
export async function listCustody(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.CustodyPage>> {
  const input = parseInput(s.ListCustodyInput, raw);
  const after = decodeCursor(input.cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await q.readCustodyPage(tx, input, today(ctx.clock), after);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.createdAt, row.id]);
    return { items: await custodyRows(tx, ctx, items), nextCursor };
  });
}

/** One thing with everything that happened to it. */
export async function getCustody(ctx: TenantContext, raw: unknown): Promise<s.CustodyDetail> {
  const { itemId } = parseInput(s.GetCustodyInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const item = await q.readCustodyItem(tx, itemId);
    const [row] = await custodyRows(tx, ctx, [item]);
    const moves = await q.readCustodyMoves(tx, itemId);
    const holders = moves.flatMap(({ from, to }) => [from, to]);
    const view = holderViews(
      await q.readNames(
        tx,
        holders.flatMap((holder) => personIn(holder) ?? []),
      ),
    );
    const people = await readPeople(tx);
    return s.CustodyDetail.parse({
      ...row,
      history: moves.map(({ seq, move, on, at, actorKind, actorId, from, to, dueOn, note }) => ({
        seq,
        move,
        on,
        at,
        by: actorKind === 'user' ? people(actorId) : null,
        byKind: actorKind,
        from: from && view(from),
        to: to && view(to),
        dueOn,
        note,
      })),
    });
  });
}

/** What somebody keeps or has on loan: to be asked when they leave. */
export async function heldBy(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.HeldBy>> {
  const { personId } = parseInput(s.HeldByInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    if (!(await readPerson(tx, personId))) throw notFound();
    return { items: await custodyRows(tx, ctx, await q.readHeldBy(tx, personId)) };
  });
}
