import { randomUUID } from 'node:crypto';
import { PRC_CALENDAR, RULEBOOK, type ScheduleRules } from '@zhengqi/obligations';
import { Sessions } from './auth/session.ts';
import { newSecret } from './auth/token.ts';
import type { Clock } from './clock.ts';
import { requireRestrictedLogin } from './db/login-check.ts';
import { openPool, type Pool, urlForRole } from './db/pool.ts';
import type { Logger } from './logger.ts';

/** What a process has for all of its requests. Made by the entry points, so that nothing below reads clock or environment. */
export interface Services {
  clock: Clock;
  newId: () => string;
  logger: Logger;
  /** Login zq_app: rows of tenants, through `withTenant` only. */
  tenantPool: Pool;
  /** Login zq_auth: sign-in, through functions of the database only. */
  authPool: Pool;
  sessions: Sessions;
  /** Rulebook and calendar in force. */
  rules: ScheduleRules;
  /** Address under which browsers see the product, when a proxy stands before it. */
  publicUrl: string | null;
}

/**
 * Opens what an API process works with.
 * @throws Error in one line when a login is stronger than it may be
 */
export async function startServices(options: {
  databaseUrl: string;
  publicUrl: string | null;
  logger: Logger;
  clock: Clock;
}): Promise<{ services: Services; close: () => Promise<void> }> {
  const { databaseUrl, publicUrl, logger, clock } = options;
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection ended');
  const tenantPool = openPool({ url: databaseUrl, name: 'api', max: 10, onError });
  const authPool = openPool({ url: urlForRole(databaseUrl, 'zq_auth'), name: 'auth', max: 5, onError });
  const close = async () => {
    await Promise.all([tenantPool.end(), authPool.end()]);
  };
  try {
    await requireRestrictedLogin(tenantPool);
    await requireRestrictedLogin(authPool);
  } catch (error) {
    await close();
    throw error;
  }
  const sessions = new Sessions({ pool: authPool, clock, newSecret });
  const rules = { rulebook: RULEBOOK, calendar: PRC_CALENDAR };
  return { services: { clock, newId: randomUUID, logger, tenantPool, authPool, sessions, rules, publicUrl }, close };
}
