import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannel } from '../../features/notice-channels/create-channel.ts';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';

let world: NoticeWorld;
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(() => world.stop());

const at = (instant: string) => world.product.setNow(`${instant}+08:00`);
const after = (minutes: number) =>
  world.product.setNow(new Date(world.product.services.clock().getTime() + minutes * 60_000).toISOString());
const mailsTo = (userId: string) => world.mails.received.filter(({ to }) => to.includes(`${userId}@example.cn`));

async function due() {
  at('2027-03-24T00:05:00');
  const company = await world.company();
  await world.item(company.tenantId);
  await world.compute(company.tenantId);
  at('2027-03-24T10:00:00');
  return company;
}
const stateOf = async (tenantId: string) => {
  const { rows } = await world.product.database.admin.query(
    `select state, attempts, vendor_text as text from app.notice where tenant_id = $1 and channel = 'email'`,
    [tenantId],
  );
  return rows[0];
};

/** A server that takes connections and then does this with them. */
async function badServer(behave: (socket: net.Socket) => void) {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    behave(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    worker: world.mailBy({ smtpUrl: `smtp://127.0.0.1:${port}` }, { step: 150, whole: 400 }),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a mail server that', () => {
  it.each<[string, (socket: net.Socket) => void]>([
    ['says nothing', () => {}],
    [
      'sends a letter now and then',
      (socket) => {
        const more = setInterval(() => socket.write('2'), 40);
        socket.on('close', () => clearInterval(more));
      },
    ],
    ['hangs up', (socket) => socket.destroy()],
    ['speaks something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['falls silent after the greeting', (socket) => socket.write('220 ready\r\n')],
  ])('%s is given up on in time; the mail is not lost and not in doubt', async (_name, behave) => {
    const { tenantId, userId } = await due();
    const { worker, stop } = await badServer(behave);
    await world.send(worker);
    await stop();
    expect(await stateOf(tenantId)).toMatchObject({ state: 'claimed', attempts: 1 });
    expect((await stateOf(tenantId)).text).toMatch(/^E[A-Z]+/);
    // Not before the wait is over.
    await world.send();
    expect(mailsTo(userId)).toEqual([]);
    after(2);
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
    expect(await stateOf(tenantId)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('refuses the address for good is not asked again, and the ledger says why', async () => {
    const { tenantId, userId } = await due();
    world.mails.refusals.push(550);
    await world.send();
    after(60 * 24);
    await world.send();
    expect(mailsTo(userId)).toEqual([]);
    expect(await stateOf(tenantId)).toEqual({ state: 'failed', attempts: 1, text: 'EENVELOPE 550' });
  });

  it('is full is asked again later', async () => {
    const { tenantId, userId } = await due();
    world.mails.refusals.push(452);
    await world.send();
    after(2);
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
    expect((await stateOf(tenantId)).state).toBe('sent');
  });

  it('is away for good is given up on after six waits, and what is in the product stays', async () => {
    const { tenantId, userId } = await due();
    const nobody = world.mailBy({ smtpUrl: 'smtp://127.0.0.1:1' }, { step: 100, whole: 300 });
    for (let i = 0; i < 9; i += 1) {
      await world.send(nobody);
      after(60 * 13);
    }
    expect(await stateOf(tenantId)).toMatchObject({ state: 'failed', attempts: 7, text: 'ESOCKET' });
    expect(await world.ledger(tenantId, userId)).toContain('reminder d7 in-app sent');
    // What comes later is tried anew.
    at('2027-03-30T00:05:00');
    await world.compute(tenantId);
    at('2027-03-30T10:00:00');
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
  });
});

it('a mail server that hangs holds up no robot, and is not asked for everybody one after the other', async () => {
  at('2027-03-24T00:05:00');
  const companies = [];
  for (let i = 0; i < 9; i += 1) companies.push(await world.company());
  for (const { tenantId, ctx } of companies) {
    const url = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}`;
    await createChannel(ctx, { kind: 'wecom', name: '群', url });
    await world.item(tenantId);
    await world.compute(tenantId);
  }
  at('2027-03-24T10:00:00');
  const { worker, stop } = await badServer(() => {});
  await world.send(worker);
  await stop();
  expect(world.robots.taken).toHaveLength(9);
  const states = await Promise.all(companies.map(({ tenantId }) => stateOf(tenantId)));
  expect(states.filter(({ attempts }) => attempts > 0)).toHaveLength(4);
  after(2);
  await world.send();
  for (const { userId } of companies) expect(mailsTo(userId)).toHaveLength(1);
});

it('without a way to send mails they wait in the database', async () => {
  const { tenantId, userId } = await due();
  await world.send({
    ...world.worker,
    rules: world.worker.rules,
    outgoing: { ...world.worker.outgoing, carrier: null },
  });
  expect(await stateOf(tenantId)).toMatchObject({ state: 'pending', attempts: 0 });
  after(11);
  await world.send();
  expect(mailsTo(userId)).toHaveLength(1);
});

it('nobody without a proven address gets a mail', async () => {
  at('2027-03-24T00:05:00');
  const { tenantId, userId } = await world.company();
  await world.product.database.admin.query('update authz.app_user set email_verified_at = null where id = $1', [
    userId,
  ]);
  await world.item(tenantId);
  await world.compute(tenantId);
  expect(await world.ledger(tenantId)).toEqual(['reminder d7 in-app sent']);
});

it('an address that is no longer proven when the time comes is said so', async () => {
  const { tenantId, userId } = await due();
  await world.product.database.admin.query('update authz.app_user set email_verified_at = null where id = $1', [
    userId,
  ]);
  await world.send();
  expect(await stateOf(tenantId)).toMatchObject({ state: 'failed', text: 'no-address' });
});

it('no address of anybody is in the log', () => {
  expect(world.product.log()).not.toContain('@example.cn');
});
