import type { ScheduleRules } from '@zhengqi/obligations';
import type { LiveKey } from './auth/api-key.ts';
import type { RequestOrigin } from './auth/origin.ts';
import type { LiveSession } from './auth/session.ts';
import type { Clock } from './clock.ts';
import type { Outbound } from './outbound/post-json.ts';
import type { AroundWrite, TenantAccess } from './db/tenant-transaction.ts';
import type { Services } from './services.ts';

/** One request, before anybody is known. */
export interface RequestContext {
  services: Services;
  requestId: string;
  origin: RequestOrigin;
  /** Network address the request came from. */
  address: string;
  session: LiveSession | null;
  /** Cookies as they came. */
  cookieHeader?: string | null | undefined;
  /** What the browser calls itself. */
  userAgent?: string | null | undefined;
  /** Sends a cookie with the answer. */
  setCookie: (cookie: string) => void;
}

/** One call for one organisation: what every use case gets. */
export interface TenantContext extends TenantAccess {
  clock: Clock;
  newId: () => string;
  rules: ScheduleRules;
  requestId: string;
  /** The key that calls, when no person does. */
  apiKeyId?: string;
  /** Wraps the keys of sealed fields; null without a data folder. */
  sealingKey?: Buffer | null;
  /** The way out to group robots. */
  robots?: Outbound;
  /** Address under which people see the product, when it is known. */
  publicUrl?: string | null;
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
    sealingKey: services.sealingKey,
    robots: services.robots,
    publicUrl: services.publicUrl,
  };
}

/** A call with an API key, before any company is chosen. */
export interface KeyContext {
  services: Services;
  key: LiveKey;
  requestId: string;
  /** Of the product, or another moment to rehearse in. */
  clock: Clock;
  /** Stands around what the call writes. */
  around?: AroundWrite;
}

/** The context of a program's call for a company. Whether the key opens it, the database decides. */
export function tenantContextOfKey(
  { services, key, requestId, clock, around }: KeyContext,
  tenantId: string,
): TenantContext {
  return {
    pool: services.tenantPool,
    tenantId,
    entry: { kind: 'credential', credentialHash: key.credentialHash },
    clock,
    newId: services.newId,
    rules: services.rules,
    requestId,
    apiKeyId: key.id,
    sealingKey: services.sealingKey,
    ...(around ? { around } : {}),
  };
}
