import { afterAll, beforeAll, expect, it } from 'vitest';
import { headerOf } from '../../testing/mail-server.ts';
import { mortalWorker } from '../../testing/mortal-worker.ts';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';
import { arrange } from '../../testing/people.ts';
import { computeCompanyNotices } from './compute-company-notices.ts';
import { sendNotices } from './send-notices.ts';

/** Every third step: each kind of step is among them. */
const STRIDE = 3;
let world: NoticeWorld;
const counted = { kills: 0, mails: 0, doubles: 0 };
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(async () => {
  process.stdout.write(
    `killed workers: ${counted.kills} kills, ${counted.mails} mails, ${counted.doubles} doubles, 0 missing\n`,
  );
  await world.stop();
});

/** Two clients of one consultant, each with an item that is due. */
async function arranged() {
  const make = arrange(world.product.database.admin);
  const firm = await make.organisation('consultancy', '咨询');
  const reader = await world.person(firm, 'member');
  const tenants: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { tenantId } = await world.company();
    await make.engagement(firm, tenantId, 'write', [reader]);
    await world.item(tenantId);
    tenants.push(tenantId);
  }
  return { reader, tenants };
}

/** Until it dies, or has done everything. */
async function runMortal(steps: number, tenants: readonly string[]): Promise<boolean> {
  const { worker, isDead } = mortalWorker(world.worker, steps);
  try {
    for (const tenantId of tenants)
      await computeCompanyNotices(worker, 'mortal', { tenantId, actorId: null, payload: {} });
    world.product.setNow('2027-03-24T10:00:00+08:00');
    await sendNotices(worker);
  } catch (error) {
    if (!isDead()) throw error;
  }
  return isDead();
}

it('killed at any step, nothing is missing afterwards, and what comes twice is the one mail that was under way', async () => {
  let wasKilled = true;
  for (let step = 0; wasKilled; step += STRIDE) {
    world.product.setNow('2027-03-24T00:05:00+08:00');
    const { reader, tenants } = await arranged();
    wasKilled = await runMortal(step, tenants);
    if (wasKilled) counted.kills += 1;
    // Another worker, when the lease of the dead one is over.
    world.product.setNow('2027-03-24T10:06:00+08:00');
    for (const tenantId of tenants) await world.compute(tenantId);
    await world.send();
    // Computed only after the day's message: for those the next one is due.
    world.product.setNow('2027-03-25T10:30:00+08:00');
    await world.send();
    const mails = world.mails.received.filter(({ to }) => to.includes(`${reader}@example.cn`));
    const ids = mails.map(({ raw }) => headerOf(raw, 'Message-ID'));
    const doubles = ids.length - new Set(ids).size;
    counted.mails += new Set(ids).size;
    counted.doubles += doubles;
    expect(doubles, `step ${step}`).toBeLessThanOrEqual(1);
    expect(ids.length).toBeGreaterThan(0);
    const { rows } = await world.product.database.admin.query(
      `select state, count(*)::int as n from app.notice where recipient_id = $1 and channel = 'email' group by 1`,
      [reader],
    );
    // Each of the two items, whatever day: sent, and told of in a mail that arrived.
    expect(rows, `step ${step}`).toEqual([{ state: 'sent', n: 2 }]);
    const { rows: told } = await world.product.database.admin.query(
      `select distinct message_id as id from app.notice where recipient_id = $1 and channel = 'email'`,
      [reader],
    );
    for (const { id } of told) expect(ids).toContain(`<${id}@zhengqi>`);
    await world.product.database.admin.query('update app.occurrence set removed_at = now()');
  }
  // It did die at each of its steps, and in some of them after the mail had left.
  expect(counted.kills).toBeGreaterThan(40);
  expect(counted.doubles).toBeGreaterThan(0);
}, 180_000);
