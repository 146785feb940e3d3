import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { startBoss } from './boss.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const start = () => startBoss({ url: product.database.urlFor('zq_jobs'), logger: product.services.logger });

it('queues that an earlier version has made get the settings of this one', async () => {
  const { admin } = product.database;
  await (await start()).stop({ graceful: false });
  const settings = async () =>
    (await admin.query('select name, retry_delay, retry_limit from jobs.queue order by 1')).rows;
  const wanted = await settings();
  await admin.query('update jobs.queue set retry_delay = 300, retry_limit = 1 where retry_delay = 5');
  await (await start()).stop({ graceful: false });
  expect(await settings()).toEqual(wanted);
});

it('a job whose worker is dead is taken up by the next worker that starts', async () => {
  const { admin } = product.database;
  const first = await start();
  const id = await first.send('compute-notices', {});
  await first.fetch('compute-notices');
  await first.stop({ graceful: false });
  await admin.query(`update jobs.job set state = 'active', heartbeat_on = now() - interval '1 minute' where id = $1`, [
    id,
  ]);
  await admin.query('update jobs.queue set monitor_on = null, monitor_claim_on = null');
  const second = await start();
  const { rows } = await admin.query(
    "select state, start_after < now() + interval '30 seconds' as soon from jobs.job where id = $1",
    [id],
  );
  await second.stop({ graceful: false });
  expect(rows).toEqual([{ state: 'retry', soon: true }]);
});
