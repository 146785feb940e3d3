import { type CivilDate, civilDate } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { moveCustody, NOT_LENT, requireHolder } from './move-custody.ts';
import * as s from './schemas.ts';

/** Gives a thing into other hands for good. */
export async function handOver(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { to, on, note, ...item } = parseInput(s.HandOverInput, raw);
  return moveCustody(ctx, item, 'hand-over', async (tx, { keeper }) => {
    const next = await requireHolder(tx, to, 'to');
    return { on: civilDate(on), patch: { keeper: next }, from: keeper, to: next, note: note ?? null };
  });
}

/** Lends a thing until a day. */
export async function lend(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { to, on, dueOn, purpose, ...item } = parseInput(s.LendInput, raw);
  const [since, until] = [civilDate(on), civilDate(dueOn)];
  requireAfter(until, since);
  return moveCustody(ctx, item, 'lend', async (tx, { keeper }) => {
    const borrower = await requireHolder(tx, to, 'to');
    const patch = { state: 'lent' as const, borrower, lentOn: since, loanDueOn: until, loanPurpose: purpose };
    return { on: since, patch, from: keeper, to: borrower, dueOn: until, note: purpose };
  });
}

/** Lets a loan run longer, with the reason. */
export async function extendLoan(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { dueOn, reason, ...item } = parseInput(s.ExtendLoanInput, raw);
  const until = civilDate(dueOn);
  return moveCustody(ctx, item, 'extend-loan', (_tx, { lentOn, borrower }) => {
    if (lentOn !== null) requireAfter(until, lentOn);
    return { on: lentOn ?? until, patch: { loanDueOn: until }, to: borrower, dueOn: until, note: reason };
  });
}

/** A thing that was lent is back with its keeper. */
export async function giveBack(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { on, note, ...item } = parseInput(s.GiveBackInput, raw);
  const day = civilDate(on);
  return moveCustody(ctx, item, 'give-back', (_tx, { borrower, keeper, lentOn }) => {
    if (lentOn !== null && day < lentOn)
      throw invalidField('on', '归还日不能早于借出日。', 'It cannot be back before it was lent.');
    return { on: day, patch: { state: 'kept', ...NOT_LENT }, from: borrower, to: keeper, note: note ?? null };
  });
}

/** Nobody knows where it is. Who had it last stays on record. */
export async function reportLost(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { on, reason, ...item } = parseInput(s.ReportLostInput, raw);
  return moveCustody(ctx, item, 'report-lost', (_tx, { borrower, keeper }) => ({
    on: civilDate(on),
    patch: { state: 'lost', ...NOT_LENT },
    from: borrower ?? keeper,
    note: reason,
  }));
}

/** It is there again, with its keeper. */
export async function find(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { on, note, ...item } = parseInput(s.FoundInput, raw);
  return moveCustody(ctx, item, 'find', (_tx, { keeper }) => ({
    on: civilDate(on),
    patch: { state: 'kept' },
    to: keeper,
    note: note ?? null,
  }));
}

/** It is no longer to be kept: handed in to the authority, replaced, destroyed, closed. */
export async function retire(ctx: TenantContext, raw: unknown): Promise<s.CustodyMoved> {
  const { on, reason, ...item } = parseInput(s.RetireInput, raw);
  return moveCustody(ctx, item, 'retire', (_tx, { keeper }) => ({
    on: civilDate(on),
    patch: { state: 'retired' },
    from: keeper,
    note: reason,
  }));
}

function requireAfter(until: CivilDate, since: CivilDate): void {
  if (until < since) throw invalidField('dueOn', '归还期限不能早于借出日。', 'The loan cannot end before it begins.');
}
