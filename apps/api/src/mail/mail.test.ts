import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../db/tenant-transaction.ts';
import { sendMails } from '../jobs/send-mails.ts';
import { type MailServer, startMailServer } from '../testing/mail-server.ts';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { type MailCarrier, openCarrier } from './carrier.ts';
import { enqueueMail, NOBODY } from './enqueue-mail.ts';
import { writeMail } from './write-mail.ts';

const TOKEN = 'CANARY-token-that-is-long-enough-43-characters';
const FROM = 'zhengqi@example.cn';
let product: TestProduct;
let server: MailServer;
let folder: string;
beforeAll(async () => {
  product = await createTestProduct();
  server = await startMailServer();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-mails-'));
});
afterAll(async () => {
  await product.drop();
  await server.stop();
  fs.rmSync(folder, { recursive: true });
});

const send = (carrier: MailCarrier) => {
  const pool = product.database.poolFor('zq_worker', 1);
  return sendMails({ pool, logger: product.services.logger }, carrier, 'https://zq.example');
};
const waiting = async () =>
  (await product.database.admin.query('select data::text, tries, given_up_at is not null as "givenUp" from authz.mail'))
    .rows;
const verify = { to: 'wang@example.cn', template: 'verify-email', language: 'zh', data: { token: TOKEN } } as const;

describe('a mail', () => {
  it('goes out by SMTP with its link, is gone from the database then, and leaves no token in the log', async () => {
    await enqueueMail(product.services.authPool, verify);
    const carrier = openCarrier({ smtpUrl: server.url, from: FROM, dataFolder: null });
    await send(carrier);
    await send(carrier);
    carrier.close();
    expect(server.received.map(({ to }) => to)).toEqual([['wang@example.cn']]);
    expect(server.received[0]?.text).toContain(`https://zq.example/verify-email#${TOKEN}`);
    expect(await waiting()).toEqual([]);
    expect(product.log()).toContain('mail sent');
    expect(product.log()).not.toContain('CANARY');
  });

  it('becomes a file of mode 0600 without a mail server; the log names the file, not the token', async () => {
    await enqueueMail(product.services.authPool, { ...verify, language: 'en' });
    await send(openCarrier({ smtpUrl: null, from: FROM, dataFolder: folder }));
    const [name = ''] = fs.readdirSync(path.join(folder, 'mails'));
    const file = path.join(folder, 'mails', name);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(product.log()).toContain(file);
    expect(product.log()).not.toContain('CANARY');
  });

  it('to nobody is left like any other and never sent', async () => {
    await enqueueMail(product.services.authPool, { ...verify, to: NOBODY });
    const before = server.received.length;
    const carrier = openCarrier({ smtpUrl: server.url, from: FROM, dataFolder: null });
    await send(carrier);
    carrier.close();
    expect(server.received).toHaveLength(before);
    expect(await waiting()).toEqual([]);
  });

  it('of a transaction that is taken back does not exist', async () => {
    const { ctx } = await product.company();
    const failing = withTenant(ctx, 'write', async (tx) => {
      await enqueueMail(tx, verify);
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await waiting()).toEqual([]);
  });

  it('is tried again when the server does not answer, and given up with its data deleted', async () => {
    await enqueueMail(product.services.authPool, verify);
    const carrier = openCarrier({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM, dataFolder: null });
    await send(carrier);
    expect(await waiting()).toMatchObject([{ tries: 1, givenUp: false }]);
    for (let i = 0; i < 6; i += 1) {
      await product.database.admin.query(`update authz.mail set next_try_at = now() - interval '1 second'`);
      await send(carrier);
    }
    expect(await waiting()).toEqual([{ data: '{}', tries: 7, givenUp: true }]);
    await product.database.admin.query('delete from authz.mail');
  });

  it('cannot be left, read or taken by a login outside of a tenant', async () => {
    for (const role of ['zq_app', 'zq_portfolio', 'zq_worker'] as const) {
      const pool = product.database.poolFor(role, 1);
      for (const statement of [
        `select authz.enqueue_mail('x@example.cn', 'invitation', 'zh', '{}')`,
        'select * from authz.mail',
        ...(role === 'zq_worker' ? [] : ['select authz.claim_mails(1, 1)']),
      ]) {
        await expect(pool.query(statement), `${role}: ${statement}`).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('keeps a name with line breaks in one line of its subject', () => {
    const data = { token: TOKEN, organisation: '甲\r\nBcc: evil@example.com', inviter: 'x' };
    const { subject } = writeMail(
      { id: '1', to: 'a@b.cn', template: 'invitation', language: 'en', data },
      'https://zq.example',
    );
    expect(subject).toBe('Invitation to 甲 Bcc: evil@example.com');
  });
});
