import type { RequestContext } from '../context.ts';

/** What is noted about sign-ins and refusals. */
export type SecurityEventKind =
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-refused'
  | 'set-up'
  | 'set-up-refused'
  | 'denied'
  | 'second-factor-refused'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'recovery-code-used'
  | 'recovery-codes-new'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-refused'
  | 'stepped-up'
  | 'session-ended'
  | 'password-changed'
  | 'password-reset-asked'
  | 'password-reset'
  | 'password-reset-refused';

/**
 * Notes a sign-in or a refusal, on a connection of its own: a refusal must stay when its transaction is taken back.
 * Holds ids, never names, addresses or anything typed.
 */
export async function noteSecurityEvent(
  { services, requestId }: Pick<RequestContext, 'services' | 'requestId'>,
  kind: SecurityEventKind,
  about: { userId?: string | null; tenantId?: string | null; detail?: Record<string, string> },
): Promise<void> {
  await services.authPool.query('select authz.note_security_event($1, $2, $3, $4, $5)', [
    kind,
    about.userId ?? null,
    about.tenantId ?? null,
    requestId,
    about.detail ?? {},
  ]);
}
