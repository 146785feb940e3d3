import type { ScheduleRules } from '@zhengqi/obligations';
import type { RequestOrigin } from './auth/origin.ts';
import type { LiveSession } from './auth/session.ts';
import type { Clock } from './clock.ts';
import type { TenantAccess } from './db/tenant-transaction.ts';
import type { Services } from './services.ts';

/** One request, before anybody is known. */
export interface RequestContext {
  services: Services;
  requestId: string;
  origin: RequestOrigin;
  /** Network address the request came from. */
  address: string;
  session: LiveSession | null;
  /** Sends a cookie with the answer. */
  setCookie: (cookie: string) => void;
}

/** One call for one organisation: what every use case gets. */
export interface TenantContext extends TenantAccess {
  clock: Clock;
  newId: () => string;
  rules: ScheduleRules;
  requestId: string;
}

/** The context of a person's call for an organisation. Whether it is open to that person, the database decides. */
export function tenantContextOf(
  { services, requestId }: RequestContext,
  session: LiveSession,
  tenantId: string,
): TenantContext {
  return {
    pool: services.tenantPool,
    tenantId,
    entry: { kind: 'credential', credentialHash: session.credentialHash },
    clock: services.clock,
    newId: services.newId,
    rules: services.rules,
    requestId,
  };
}
