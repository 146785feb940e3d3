import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { type AppError, invalidField } from '../errors.ts';
import { clearAttempts, secondFactorLimits, takeAttempts } from './attempts.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { unseal } from './sealing.ts';
import { noteSecurityEvent } from './security-event.ts';
import { stepOfCode } from './totp.ts';

/** A code of the authenticator app, or a recovery code. */
export const SecondFactorCode = z.string().trim().min(6).max(40);

/** How long an owner or admin may put the second factor off, from the first sign-in on. */
const GRACE_MS = 14 * 24 * 3_600_000;

/** Where a person stands with the second factor. */
export interface SecondFactorState {
  /** There is one: an authenticator app or a passkey. */
  enrolled: boolean;
  /** Since when the authenticator app is in use; null without one. */
  appSince: Date | null;
  passkeys: number;
  recoveryCodesLeft: number;
  /** Consultants, owners and admins need one. */
  required: boolean;
  /** Until when one that is required may still be missing. */
  enrolBy: Date | null;
  /** Nothing else is open before it is set up. */
  mustEnrolNow: boolean;
}

type Context = Pick<RequestContext, 'services' | 'requestId'>;

export async function secondFactorState({ services }: Context, userId: string): Promise<SecondFactorState> {
  const now = services.clock();
  const { rows } = await services.authPool.query<{
    rule: 'always' | 'grace' | 'no';
    due_at: Date | null;
    totp_at: Date | null;
    passkeys: number;
    codes_left: number;
  }>('select * from authz.second_factor_of($1, $2)', [userId, now]);
  const [row] = rows;
  if (!row) return NOBODY;
  const enrolBy = row.rule === 'grace' ? (row.due_at ?? new Date(now.getTime() + GRACE_MS)) : null;
  const isMissing = row.totp_at === null && row.passkeys === 0;
  return {
    enrolled: !isMissing,
    appSince: row.totp_at,
    passkeys: row.passkeys,
    recoveryCodesLeft: row.codes_left,
    required: row.rule !== 'no',
    enrolBy: isMissing ? enrolBy : null,
    mustEnrolNow: isMissing && (row.rule === 'always' || (enrolBy !== null && enrolBy <= now)),
  };
}

const NOBODY: SecondFactorState = {
  enrolled: false,
  appSince: null,
  passkeys: 0,
  recoveryCodesLeft: 0,
  required: false,
  enrolBy: null,
  mustEnrolNow: false,
};

/** The days of grace are counted from the first time somebody comes in with them. */
export async function beginGrace({ services }: Context, userId: string, { enrolBy }: SecondFactorState): Promise<void> {
  if (enrolBy) await services.authPool.query('select authz.begin_second_factor_grace($1, $2)', [userId, enrolBy]);
}

export const codeMissing = (): AppError =>
  invalidField('code', '请输入验证码。', 'Enter the code of your authenticator app.');

/** What a sealed secret is for. */
export const totpPurpose = (userId: string) => `totp ${userId}`;

/**
 * Uses a code of a person, once.
 * @returns how many recovery codes are left when it was one of them, else null
 * @throws AppError `invalid-input` at `code`, `too-many-attempts`
 */
export async function takeSecondFactor(ctx: Context, userId: string, code: string): Promise<number | null> {
  const { authPool, clock } = ctx.services;
  const limits = secondFactorLimits(userId);
  await takeAttempts(authPool, clock, limits);
  const digits = code.normalize('NFKC').replace(/\s/g, '');
  const left = /^\d{6}$/.test(digits) ? await takeTotp(ctx, userId, digits) : await takeRecoveryCode(ctx, userId, code);
  if (left === false) {
    await noteSecurityEvent(ctx, 'second-factor-refused', { userId });
    throw invalidField(
      'code',
      '验证码不正确或已使用过，请输入新的验证码。',
      'The code is wrong or was used already; enter a new one.',
    );
  }
  await clearAttempts(authPool, limits);
  return left;
}

async function takeTotp({ services }: Context, userId: string, code: string): Promise<null | false> {
  const { authPool, clock, sealingKey } = services;
  const { rows } = await authPool.query<{ sealed: Buffer | null }>(`select authz.totp_of($1, 'active') as sealed`, [
    userId,
  ]);
  const sealed = rows[0]?.sealed;
  if (!sealed) return false;
  const step = stepOfCode(unseal(sealingKey, totpPurpose(userId), sealed), code, clock());
  if (step === null) return false;
  const used = await authPool.query<{ used: boolean }>('select authz.use_totp_step($1, $2) as used', [userId, step]);
  return used.rows[0]?.used === true ? null : false;
}

async function takeRecoveryCode(ctx: Context, userId: string, code: string): Promise<number | false> {
  const { rows } = await ctx.services.authPool.query<{ left: number | null }>(
    'select authz.use_recovery_code($1, $2, $3) as left',
    [userId, recoveryCodeHash(code), ctx.services.clock()],
  );
  const left = rows[0]?.left ?? null;
  if (left === null) return false;
  await noteSecurityEvent(ctx, 'recovery-code-used', { userId });
  return left;
}
