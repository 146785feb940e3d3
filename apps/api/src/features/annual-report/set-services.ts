import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { loadReport, SERVICES } from './load-report.ts';
import { addEntries, lockReport } from './queries.ts';
import { SetServicesInput, type SetServicesOutput } from './schemas.ts';
import { recordValues } from './set-values.ts';

/**
 * Says which services were opened in the year and where: each opened one has a form of its own.
 * @throws AppError `not-found`, `invalid-input` for a service that is there twice, `conflict` when somebody was faster
 */
export async function setServices(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof SetServicesOutput>> {
  const { version, services, ...key } = parseInput(SetServicesInput, raw);
  const twice = services.findIndex(({ code }, i) => services.findIndex((other) => other.code === code) < i);
  if (twice >= 0) throw invalidField(`services.${twice}.code`, '业务种类重复。', 'The service is there twice.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'workflow:work');
    await lockReport(tx, key);
    const { servicesVersion } = await loadReport(tx, key);
    if (version !== servicesVersion) {
      const message = { zh: '业务种类已由他人更新。', en: 'Somebody else has changed the services.' };
      throw conflict(message.zh, message.en, [{ path: 'version', message }]);
    }
    const entry = { path: SERVICES, version: version + 1, value: services, source: null, carriedFrom: null };
    await addEntries(tx, ctx, key, [entry]);
    await recordValues(tx, ctx, key, [SERVICES]);
    return { version: version + 1 };
  });
}
