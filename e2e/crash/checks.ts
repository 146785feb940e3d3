import type pg from 'pg';
import { openPool } from '../../apps/api/src/db/pool.ts';
import { withTenant } from '../../apps/api/src/db/tenant-transaction.ts';
import { verifyChain } from '../../apps/api/src/features/audit/verify-chain.ts';
import type { Ledger } from './acts.ts';
import type { CrashProduct } from './product.ts';

/** Statements that find what a transaction would have left by halves. Each must find nothing. */
const HALVES: Readonly<Record<string, string>> = {
  'an event without its line in the audit': `select e.id from app.trigger_event e where e.request_id is not null and not exists (
      select from app.audit_event a where a.tenant_id = e.tenant_id and a.action = 'event.recorded' and a.subject_id = e.id)`,
  'a line in the audit without its event': `select a.id from app.audit_event a where a.action = 'event.recorded' and not exists (
      select from app.trigger_event e where e.tenant_id = a.tenant_id and e.id = a.subject_id)`,
  'an event recorded twice by one form': `select request_id from app.trigger_event where request_id is not null
      group by tenant_id, request_id having count(*) > 1`,
  'an event without its dates': `select e.id from app.trigger_event e where e.request_id is not null and not exists (
      select from app.occurrence o where o.tenant_id = e.tenant_id and o.natural_key like '%evt_' || replace(e.id::text, '-', '') || '%')`,
  'a run that says another number of changes than it made': `select r.id from app.schedule_run r where r.added + r.removed + r.moved <> (
      select count(*) from app.schedule_change c where c.tenant_id = r.tenant_id and c.run_id = r.id)`,
  'an item that stands otherwise than its log': `select o.id from app.occurrence o join lateral (
      select l.state_after, l.version from app.work_log l where l.tenant_id = o.tenant_id and l.occurrence_id = o.id
        order by l.version desc limit 1) l on true where l.state_after <> o.work_state or l.version > o.version`,
  'a move without its line in the audit': `select l.id from app.work_log l where l.move in ('assign', 'prepare', 'close') and not exists (
      select from app.audit_event a where a.tenant_id = l.tenant_id and a.subject_id = l.occurrence_id)`,
  'a comment without its wording or its line in the audit': `select c.id from app.comment c where not exists (
      select from app.comment_revision r where r.tenant_id = c.tenant_id and r.comment_id = c.id) or not exists (
      select from app.audit_event a where a.tenant_id = c.tenant_id and a.action = 'comment.added' and a.subject_id = c.id)`,
  'evidence without its line in the log': `select e.id from app.evidence e where not exists (
      select from app.work_log l where l.tenant_id = e.tenant_id and l.occurrence_id = e.occurrence_id and l.move = 'attach-evidence')`,
  'a request without what it asks for': `select r.id from app.material_request r where not exists (
      select from app.material_request_thing t where t.tenant_id = r.tenant_id and t.request_id = r.id)`,
  'a mark of one company in another': `select id from app.comment where split_part(body, ' ', 1) <> tenant_id::text
      union all select id from app.material_request where split_part(title, ' ', 1) <> tenant_id::text
      union all select id from app.stored_file where split_part(convert_from(content, 'UTF8'), ' ', 1) <> tenant_id::text`,
  'a notice told in the product only by halves': `select n.id from app.notice n where n.channel = 'email' and n.state = 'sent' and n.message_id is null`,
};

/** Everything that must be so after each round, whatever was killed. What is not so, in words. */
export async function findFaults(product: CrashProduct, ledger: Ledger, tenants: readonly string[]): Promise<string[]> {
  const { admin } = product;
  const faults: string[] = [];
  for (const [what, text] of Object.entries(HALVES)) {
    const { rows } = await admin.query<Record<string, string>>(text);
    if (rows.length > 0) faults.push(`${rows.length} × ${what}: ${Object.values(rows[0] ?? {})[0]}`);
  }
  faults.push(...(await lostAcknowledgements(admin, ledger)));
  faults.push(...(await brokenChains(product, tenants)));
  return faults;
}

async function lostAcknowledgements(admin: pg.Pool, { acknowledged }: Ledger): Promise<string[]> {
  const faults: string[] = [];
  for (const { act, tenantId, proof } of acknowledged) {
    const { rowCount } = await admin.query(proof.text, [tenantId, ...proof.values]);
    if (rowCount !== 1)
      faults.push(`lost although acknowledged: ${act} ${JSON.stringify(proof.values)} of ${tenantId}`);
  }
  return faults;
}

/** Counted again from the first entry, by the product's own check. */
async function brokenChains({ workerUrl }: CrashProduct, tenants: readonly string[]): Promise<string[]> {
  const pool = openPool({ url: workerUrl, name: 'crash', max: 1, onError: () => {} });
  const faults: string[] = [];
  try {
    for (const tenantId of tenants) {
      const entry = { kind: 'job' as const, actorId: null, leaseSeconds: 60 };
      const { problem, end } = await withTenant({ pool, tenantId, entry }, 'read', (tx) => verifyChain(tx, null));
      if (problem) faults.push(`the audit chain of ${tenantId} is broken: ${problem.kind} at ${problem.seq}`);
      if (end.seq === 0) faults.push(`the audit chain of ${tenantId} is empty`);
    }
  } finally {
    await pool.end();
  }
  return faults;
}
