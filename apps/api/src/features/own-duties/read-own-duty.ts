import { checkOwnDuty, type OwnDuty, type OwnDutyProblem, type Rulebook } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidInput } from '../../errors.ts';
import { fieldErrorOf, parseInput } from '../../parse-input.ts';
import type { z } from 'zod';
import { CheckOwnDutyInput, type CheckOwnDutyOutput } from './schemas.ts';

/** A duty as somebody wrote it, or everything that is wrong with it. */
export function tryOwnDuty(written: unknown, rulebook: Rulebook): { duty: OwnDuty } | { problems: OwnDutyProblem[] } {
  return checkOwnDuty(written, rulebook, fieldErrorOf);
}

/** @throws AppError `invalid-input` with every wrong place below `duty` */
export function requireOwnDuty(written: unknown, rulebook: Rulebook): OwnDuty {
  const read = tryOwnDuty(written, rulebook);
  if ('duty' in read) return read.duty;
  throw invalidInput(
    read.problems.map(({ path, message }) => ({ path: path === '' ? 'duty' : `duty.${path}`, message })),
  );
}

/** What is wrong with a duty that is being written. Stores nothing. */
export async function checkDuty(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CheckOwnDutyOutput>> {
  const { duty } = parseInput(CheckOwnDutyInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const read = tryOwnDuty(duty, tx.rules.rulebook);
    return 'duty' in read ? { ok: true, errors: [] } : { ok: false, errors: read.problems };
  });
}
