import { withConnectionOf } from '../db/pool.ts';
import { AuditAnchors } from './audit-anchors.ts';
import type { WorkerServices } from './worker-services.ts';

/** Deletes everything of the organisations whose thirty days are over, each in a transaction of its own. */
export async function eraseOrganisations(services: WorkerServices): Promise<void> {
  const { pool, logger, dataFolder } = services;
  const { rows } = await pool.query<{ id: string }>('select id from authz.due_erasures() as id');
  for (const { id } of rows) {
    const deleted = await withConnectionOf(pool, async (client) => {
      // A large organisation takes longer than any request may.
      await client.query(`set local statement_timeout = '10min'`);
      const query = { text: 'select authz.erase_organisation($1) as deleted', values: [id], query_timeout: 600_000 };
      const result = await client.query<{ deleted: unknown }>(query);
      return result.rows[0]?.deleted ?? null;
    });
    if (deleted === null) continue;
    if (dataFolder !== null) new AuditAnchors(dataFolder).remove(id);
    logger.info({ tenantId: id, deleted }, 'organisation erased');
  }
}
