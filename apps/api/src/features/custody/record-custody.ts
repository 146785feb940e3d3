import { civilDate } from '@zhengqi/obligations';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { custodyItem } from '../../db/schema/custody.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readLicence } from '../licences/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { moveInTransaction, NOT_LENT, requireHolder, requireVersion, writeMove } from './move-custody.ts';
import { lockCustodyItem, readHeldBy } from './queries.ts';
import {
  AddCustodyInput,
  ChangeCustodyInput,
  type CustodyMoved,
  CustodyState,
  HandOverAllInput,
  type HandedOver,
} from './schemas.ts';

/** Records a thing and who answers for it. */
export async function addCustody(ctx: TenantContext, raw: unknown): Promise<CustodyMoved> {
  const { kind, licenceId, label, place, note, keeper, on } = parseInput(AddCustodyInput, raw);
  const since = civilDate(on);
  if (since > today(ctx.clock)) throw invalidField('on', '日期不能晚于今天。', 'The day must not lie in the future.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'custody:write');
    if (licenceId != null && !(await readLicence(tx, licenceId))) {
      throw invalidField('licenceId', '没有这个许可证。', 'There is no such licence.');
    }
    const holder = await requireHolder(tx, keeper, 'keeper');
    const id = ctx.newId();
    await tx.db.insert(custodyItem).values({
      tenantId: tx.tenantId,
      id,
      version: 1,
      kind,
      licenceId: licenceId ?? null,
      label,
      place: place ?? null,
      note: note ?? null,
      state: 'kept',
      keeper: holder,
      ...NOT_LENT,
      createdAt: nowInstant(ctx.clock),
    });
    await writeMove(tx, ctx, id, 1, 'record', { on: since, to: holder });
    await recordAudit(tx, ctx, 'custody.recorded', { type: 'custody', id }, { kind, licenceId: licenceId ?? null });
    return { itemId: publicId('custodyItem', id), version: 1, state: 'kept' };
  });
}

/** Changes what a thing is called and where it lies. */
export async function changeCustody(ctx: TenantContext, raw: unknown): Promise<CustodyMoved> {
  const { itemId, version, ...input } = parseInput(ChangeCustodyInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'custody:write');
    const item = await lockCustodyItem(tx, itemId);
    requireVersion(item, version);
    const result = { itemId: publicId('custodyItem', item.id), state: CustodyState.parse(item.state) };
    const wanted = {
      label: input.label ?? item.label,
      place: input.place === undefined ? item.place : input.place,
      note: input.note === undefined ? item.note : input.note,
    };
    const changed = (['label', 'place', 'note'] as const).filter((field) => wanted[field] !== item[field]);
    if (changed.length === 0) return { ...result, version };
    await tx.db
      .update(custodyItem)
      .set({ ...wanted, version: version + 1 })
      .where(and(eq(custodyItem.tenantId, tx.tenantId), eq(custodyItem.id, item.id)));
    await recordAudit(tx, ctx, 'custody.changed', { type: 'custody', id: item.id }, { changed, version: version + 1 });
    return { ...result, version: version + 1 };
  });
}

/** Takes everything out of the hands of somebody who leaves: what they keep goes on, what they borrowed goes back. */
export async function handOverAll(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof HandedOver>> {
  const { personId, to, on, note } = parseInput(HandOverAllInput, raw);
  if (to.type === 'person' && to.personId === personId) {
    throw invalidField('to', '请选择另一位保管人。', 'Choose somebody else.');
  }
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'custody:write');
    const keeper = await requireHolder(tx, to, 'to');
    const items: CustodyMoved[] = [];
    for (const { id } of await readHeldBy(tx, personId)) {
      let item = await lockCustodyItem(tx, id);
      const day = { on: civilDate(on), note: note ?? null };
      const isBorrower = item.borrower?.type === 'person' && item.borrower.personId === personId;
      const isKeeper = item.keeper.type === 'person' && item.keeper.personId === personId;
      let moved: CustodyMoved | undefined;
      if (isBorrower) {
        const patch = { state: 'kept' as const, ...NOT_LENT };
        moved = await moveInTransaction(tx, ctx, item, 'give-back', {
          ...day,
          patch,
          from: item.borrower,
          to: item.keeper,
        });
        item = await lockCustodyItem(tx, id);
      }
      if (isKeeper)
        moved = await moveInTransaction(tx, ctx, item, 'hand-over', {
          ...day,
          patch: { keeper },
          from: item.keeper,
          to: keeper,
        });
      if (moved) items.push(moved);
    }
    return { moved: items.length, items };
  });
}
