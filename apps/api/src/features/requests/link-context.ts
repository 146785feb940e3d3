import { takeAttempts } from '../../auth/attempts.ts';
import { hashBytes, tokenHash } from '../../auth/token.ts';
import type { RequestContext, TenantContext } from '../../context.ts';
import { notFound } from '../../errors.ts';

const QUARTER = 15 * 60;

/** A call of somebody who has nothing but the link to one request. */
export type LinkCaller = Pick<RequestContext, 'services' | 'requestId' | 'address'>;

/**
 * The context of a call by a link. It opens the one request of the link: what else there is in the organisation, the
 * policies of the database do not show it.
 * @throws AppError `not-found` alike for a link that is unknown, over, revoked or no longer of anybody's;
 * `too-many-attempts`
 */
export async function contextOfLink(
  { services, requestId, address }: LinkCaller,
  token: string,
): Promise<TenantContext> {
  const { authPool, clock } = services;
  await takeAttempts(authPool, clock, [
    { name: 'request-link-address', of: address, limit: 300, seconds: QUARTER },
    { name: 'request-link', of: token, limit: 300, seconds: QUARTER },
  ]);
  const { rows } = await authPool.query<{ id: string | null }>('select authz.tenant_of_link($1) as id', [
    hashBytes(token),
  ]);
  const tenantId = rows[0]?.id;
  if (!tenantId) throw notFound();
  return {
    pool: services.tenantPool,
    tenantId,
    entry: { kind: 'link', tokenHash: tokenHash(token) },
    clock,
    newId: services.newId,
    rules: services.rules,
    requestId,
  };
}
