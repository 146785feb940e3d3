import type { CivilDate } from '@zhengqi/obligations';
import { and, eq } from 'drizzle-orm';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { custodyItem, custodyMove, custodyPerson, type StoredHolder } from '../../db/schema/custody.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import { lockPerson } from '../persons/queries.ts';
import { actorOf, recordAudit } from '../record-audit.ts';
import { personIn } from './custody-view.ts';
import { type CustodyItemRow, lockCustodyItem } from './queries.ts';
import { type CustodyMoved, CustodyState, type Holder } from './schemas.ts';

/** What can happen to a thing. */
export type CustodyMove =
  | 'record'
  | 'hand-over'
  | 'lend'
  | 'extend-loan'
  | 'give-back'
  | 'report-lost'
  | 'find'
  | 'retire';

/** What a move comes to. */
export interface Change {
  on: CivilDate;
  patch: Partial<Pick<CustodyItemRow, 'state' | 'keeper' | 'borrower' | 'lentOn' | 'loanDueOn' | 'loanPurpose'>>;
  from?: StoredHolder | null;
  to?: StoredHolder | null;
  dueOn?: CivilDate | null;
  note?: string | null;
}

/** A thing that nobody has on loan. */
export const NOT_LENT = { borrower: null, lentOn: null, loanDueOn: null, loanPurpose: null };

/** From which states a move goes. */
const FROM: Readonly<Record<Exclude<CustodyMove, 'record'>, readonly CustodyState[]>> = {
  // What somebody has on loan stays with them; only who answers for it changes.
  'hand-over': ['kept', 'lent'],
  lend: ['kept'],
  'extend-loan': ['lent'],
  'give-back': ['lent'],
  'report-lost': ['kept', 'lent'],
  find: ['lost'],
  retire: ['kept', 'lost'],
};

/**
 * Makes one move on one thing in a transaction of its own.
 * @throws AppError `not-found`, `conflict` when somebody else was faster or it is not in a state for it, `invalid-input`
 */
export async function moveCustody(
  ctx: TenantContext,
  { itemId, version }: { itemId: string; version: number },
  move: Exclude<CustodyMove, 'record'>,
  decide: (tx: TenantTransaction, item: CustodyItemRow) => Promise<Change> | Change,
): Promise<CustodyMoved> {
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'custody:write');
    const item = await lockCustodyItem(tx, itemId);
    requireVersion(item, version);
    return moveInTransaction(tx, ctx, item, move, await decide(tx, item));
  });
}

/** The same on a thing that is locked. */
export async function moveInTransaction(
  tx: TenantTransaction,
  ctx: TenantContext,
  item: CustodyItemRow,
  move: Exclude<CustodyMove, 'record'>,
  change: Change,
): Promise<CustodyMoved> {
  if (!FROM[move].includes(CustodyState.parse(item.state))) {
    throw conflict(
      `“${item.label}”目前的状态不允许此操作，请刷新后再看。`,
      `“${item.label}” is not in a state for this; look at it again.`,
    );
  }
  if (change.on > today(ctx.clock))
    throw invalidField('on', '日期不能晚于今天。', 'The day must not lie in the future.');
  const version = item.version + 1;
  const patch = { ...change.patch, version };
  await tx.db
    .update(custodyItem)
    .set(patch)
    .where(and(eq(custodyItem.tenantId, tx.tenantId), eq(custodyItem.id, item.id)));
  await writeMove(tx, ctx, item.id, version, move, change);
  await recordAudit(tx, ctx, 'custody.moved', { type: 'custody', id: item.id }, { move, on: change.on, version });
  return {
    itemId: publicId('custodyItem', item.id),
    version,
    state: CustodyState.parse(change.patch.state ?? item.state),
  };
}

/** Adds to the history of a thing; people in it are found again when one of them is exported or erased. */
export async function writeMove(
  tx: TenantTransaction,
  ctx: TenantContext,
  itemId: string,
  seq: number,
  move: CustodyMove,
  { on, from, to, dueOn, note }: Omit<Change, 'patch'>,
): Promise<void> {
  const { actorKind, actorId } = actorOf(tx, ctx);
  if (actorKind === 'link') throw forbidden();
  const row = { tenantId: tx.tenantId, itemId, seq };
  const at = nowInstant(ctx.clock);
  await tx.db.insert(custodyMove).values({
    ...row,
    move,
    on,
    from: from ?? null,
    to: to ?? null,
    dueOn: dueOn ?? null,
    note: note ?? null,
    actorKind,
    actorId,
    at,
  });
  const people = [
    { role: 'from', personId: personIn(from ?? null) },
    { role: 'to', personId: personIn(to ?? null) },
  ].flatMap(({ role, personId }) => (personId === null ? [] : [{ ...row, role, personId }]));
  if (people.length > 0) await tx.db.insert(custodyPerson).values(people);
}

/** @throws AppError `conflict` with the place `version` */
export function requireVersion(item: CustodyItemRow, version: number): void {
  if (item.version === version) return;
  const message = {
    zh: '该物件已由他人更新，您的操作没有执行；请刷新后再试。',
    en: 'Somebody else has changed this meanwhile. Yours was not carried out: look at it again first.',
  };
  throw conflict(message.zh, message.en, [{ path: 'version', message }]);
}

/**
 * A holder as it is stored. A person is held, so that they are not erased in between.
 * @throws AppError `invalid-input` at `path` for somebody who is not in the roster
 */
export async function requireHolder(tx: TenantTransaction, holder: Holder, path: string): Promise<StoredHolder> {
  if (holder.type !== 'person') return holder;
  if (!(await lockPerson(tx, holder.personId))) {
    throw invalidField(
      `${path}.personId`,
      '没有这个人员，请从名册中选择。',
      'There is no such person; choose one of the roster.',
    );
  }
  return holder;
}
