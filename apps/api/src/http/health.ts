import type { Hono } from 'hono';
import { isMigrated } from '../db/migration-level.ts';
import type { Services } from '../services.ts';

/** Whether this process takes new requests. */
export interface Readiness {
  stopping: boolean;
}

/**
 * `/livez`: the process answers. `/readyz`: it can do its work, with a database as new as the program, and is not about
 * to stop. Neither says anything about the inside.
 */
export function addHealth(app: Hono, services: Services, readiness: Readiness): void {
  app.get('/livez', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (readiness.stopping) return c.json({ status: 'stopping' }, 503);
    try {
      if (!(await isMigrated(services.authPool))) return c.json({ status: 'unavailable' }, 503);
      await services.tenantPool.query('select 1');
      return c.json({ status: 'ok' });
    } catch (error) {
      services.logger.warn({ err: error }, 'not ready');
      return c.json({ status: 'unavailable' }, 503);
    }
  });
}
