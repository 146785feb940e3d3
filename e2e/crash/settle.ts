import { setTimeout as sleep } from 'node:timers/promises';

import type { JobSender } from '../../apps/api/src/testing/job-sender.ts';
import type { CrashProduct } from './product.ts';

const LIMIT_MS = 90_000;
const EVERY_MS = 400;
const LEASE_MS = 6 * 60_000;

interface Standing extends Record<string, unknown> {
  outbox: number;
  mails: number;
  notices: number;
  jobs: number;
  leased: number;
}

/**
 * Lets the product bring to an end what was under way, and time pass where it waits for a lease of its own.
 * @param everyJob also those whose worker was killed
 * @throws Error with what is still open
 */
export async function settle(product: CrashProduct, jobs: JobSender, everyJob: boolean): Promise<void> {
  const { admin } = product;
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    await product.untilReady();
    const standing = await standingOf(product, everyJob).catch(() => null);
    if (standing) {
      const { outbox, mails, notices, jobs: open, leased } = standing;
      if (outbox + mails + notices + open === 0) return;
      if (performance.now() > deadline) throw new Error(`still open: ${JSON.stringify(standing)}`);
      if (leased > 0) product.setNow(new Date(product.now().getTime() + LEASE_MS).toISOString());
      // As the minute does.
      if (notices > 0) await jobs.send('send-notices').catch(() => {});
      // A mail that a dead worker held is free again after two minutes: they pass at once.
      if (mails > 0)
        await admin
          .query(
            `with free as (update authz.mail set next_try_at = now() returning 1) select pg_notify('zq_mail', '') from free`,
          )
          .catch(() => {});
    }
    await sleep(EVERY_MS);
  }
}

async function standingOf({ admin, now }: CrashProduct, everyJob: boolean): Promise<Standing> {
  const { rows } = await admin.query<Standing>(
    `select (select count(*)::int from app.outbox b join authz.org o on o.id = b.tenant_id
                where b.dispatched_at is null and o.status = 'active') as outbox,
            (select count(*)::int from authz.mail where given_up_at is null) as mails,
            (select count(*)::int from app.notice where channel <> 'in-app' and state in ('pending', 'claimed') and send_after <= $1) as notices,
            (select count(*)::int from authz.notice_turn where next_at > $1) as leased,
            (select count(*)::int from jobs.job where state in ('created', 'retry', 'active') and name <> 'send-notices'
                and start_after < now() + interval '2 minutes'
                and ($2 or not (state = 'active' and coalesce(heartbeat_on, started_on) < clock_timestamp() - interval '6 seconds'))
                and ($2 or state <> 'retry')) as jobs`,
    [now(), everyJob],
  );
  return rows[0] ?? { outbox: 0, mails: 0, notices: 0, jobs: 0, leased: 0 };
}
