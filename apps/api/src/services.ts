import { randomUUID } from 'node:crypto';
import { PRC_CALENDAR, RULEBOOK, type ScheduleRules } from '@zhengqi/obligations';
import { sealingKeyIn } from './auth/sealing.ts';
import { Sessions } from './auth/session.ts';
import { newSecret } from './auth/token.ts';
import type { Clock } from './clock.ts';
import { requireRestrictedLogin } from './db/login-check.ts';
import { CurrentRules } from './db/current-rules.ts';
import { listen } from './db/listen.ts';
import { openPool, type Pool, urlForRole } from './db/pool.ts';
import type { Logger } from './logger.ts';
import type { Outbound } from './outbound/post-json.ts';
import { openRobotsOutbound } from './robots/outbound.ts';

/** What a process has for all of its requests. Made by the entry points, so that nothing below reads clock or environment. */
export interface Services {
  clock: Clock;
  newId: () => string;
  logger: Logger;
  /** Login zq_app: rows of tenants, through `withTenant` only. */
  tenantPool: Pool;
  /** Login zq_auth: sign-in, through functions of the database only. */
  authPool: Pool;
  /** Login zq_portfolio: rows of all organisations of a person, only to read, through `withPortfolio` only. */
  portfolioPool: Pool;
  sessions: Sessions;
  /** Seals the secrets of second factors; null without a data folder. */
  sealingKey: Buffer | null;
  /** Rulebook and calendar in force, to be asked for each call anew. */
  readonly rules: ScheduleRules;
  currentRules: CurrentRules;
  /** Address under which browsers see the product, when a proxy stands before it. */
  publicUrl: string | null;
  /** The way out to group robots. */
  robots: Outbound;
}

/**
 * Opens what an API process works with.
 * @throws Error in one line when a login is stronger than it may be
 */
export async function startServices(options: {
  databaseUrl: string;
  publicUrl: string | null;
  dataFolder: string | null;
  logger: Logger;
  clock: Clock;
}): Promise<{ services: Services; close: () => Promise<void> }> {
  const { databaseUrl, publicUrl, dataFolder, logger, clock } = options;
  const sealingKey = dataFolder === null ? null : sealingKeyIn(dataFolder);
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection ended');
  const tenantPool = openPool({ url: databaseUrl, name: 'api', max: 10, onError });
  const authUrl = urlForRole(databaseUrl, 'zq_auth');
  const authPool = openPool({ url: authUrl, name: 'auth', max: 5, onError });
  const portfolioPool = openPool({ url: urlForRole(databaseUrl, 'zq_portfolio'), name: 'portfolio', max: 3, onError });
  const currentRules = new CurrentRules({ rulebook: RULEBOOK, calendar: PRC_CALENDAR }, authPool);
  let endListening = async (): Promise<void> => {};
  const close = async () => {
    await endListening();
    await Promise.all([tenantPool.end(), authPool.end(), portfolioPool.end()]);
  };
  try {
    await requireRestrictedLogin(tenantPool);
    await requireRestrictedLogin(authPool);
    await requireRestrictedLogin(portfolioPool);
    await currentRules.refresh();
    endListening = await listen({
      url: authUrl,
      channel: 'zq_calendar',
      onNotice: () => void currentRules.refresh().catch(onError),
    });
  } catch (error) {
    await close();
    throw error;
  }
  const sessions = new Sessions({ pool: authPool, clock, newSecret });
  const services: Services = {
    clock,
    newId: randomUUID,
    logger,
    tenantPool,
    authPool,
    portfolioPool,
    sessions,
    sealingKey,
    get rules() {
      return currentRules.now;
    },
    currentRules,
    publicUrl,
    robots: openRobotsOutbound(),
  };
  return { services, close };
}
