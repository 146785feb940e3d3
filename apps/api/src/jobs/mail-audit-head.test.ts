import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTenant } from '../db/tenant-transaction.ts';
import { readHeadMail, setHeadMail } from '../features/audit/head-mail.ts';
import { auditStatus } from '../features/audit/queries.ts';
import { recordAudit } from '../features/record-audit.ts';
import { openCarrier } from '../mail/carrier.ts';
import { makePerson, type TestPerson, trailOf } from '../testing/actors.ts';
import { type MailServer, startMailServer } from '../testing/mail-server.ts';
import { arrange } from '../testing/people.ts';
import { createTestProduct, type TestProduct } from '../testing/product.ts';
import { testWorkerServices } from '../testing/worker.ts';
import { checkAudit } from './check-audits.ts';
import { sendMails } from './send-mails.ts';
import type { WorkerServices } from './worker-services.ts';

let product: TestProduct;
let worker: WorkerServices;
let server: MailServer;
beforeAll(async () => {
  product = await createTestProduct();
  worker = testWorkerServices(product);
  server = await startMailServer();
});
afterAll(async () => {
  await product.drop();
  await server.stop();
});

let owner: TestPerson;
let tenantId: string;
beforeEach(async () => {
  server.received.length = 0;
  owner = await makePerson(product);
  const make = arrange(product.database.admin);
  tenantId = await make.organisation('company', '测试科技有限公司');
  await make.membership(owner.userId, tenantId);
});

const happens = () =>
  withTenant(owner.in(tenantId), 'write', (tx) =>
    recordAudit(tx, owner.in(tenantId), 'facts.answered', { type: 'fact', id: null }),
  );
/** The night of a day, and what the mail server took of it. */
async function night(day: string): Promise<{ to: string[]; text: string }[]> {
  product.setNow(`${day}T01:05:00+08:00`);
  await checkAudit(worker, 'check', { tenantId });
  const carrier = openCarrier({ smtpUrl: server.url, from: 'zhengqi@example.cn', dataFolder: null });
  await sendMails({ pool: worker.pool, logger: worker.logger }, carrier, 'https://zq.example');
  carrier.close();
  return server.received.splice(0);
}

describe('the end of the audit chain', () => {
  it('goes to the owners by mail, every week in which something has happened', async () => {
    await happens();
    const [mail, ...others] = await night('2026-11-24');
    expect(others).toEqual([]);
    const { head } = await auditStatus(owner.in(tenantId), {});
    expect(mail?.to).toEqual([owner.email]);
    expect(mail?.text).toContain(head?.hash);
    expect(mail?.text).toContain(`${head?.seq} 条`);
    await happens();
    expect(await night('2026-11-30')).toEqual([]);
    expect(await night('2026-12-01')).toHaveLength(1);
    expect(await night('2026-12-08')).toEqual([]);
    await happens();
    expect(await night('2026-12-10')).toHaveLength(1);
  });

  it('goes out once a month, or never, as an owner or admin says', async () => {
    const ctx = owner.in(tenantId);
    expect(await readHeadMail(ctx, {})).toEqual({ frequency: 'weekly', lastSentOn: null });
    expect(await setHeadMail(ctx, { frequency: 'monthly' })).toMatchObject({ frequency: 'monthly' });
    expect(await night('2026-11-24')).toHaveLength(1);
    await happens();
    expect(await night('2026-11-30')).toEqual([]);
    expect(await night('2026-12-01')).toHaveLength(1);
    expect(await readHeadMail(ctx, {})).toEqual({ frequency: 'monthly', lastSentOn: '2026-12-01' });
    await setHeadMail(ctx, { frequency: 'off' });
    await setHeadMail(ctx, { frequency: 'off' });
    expect(await night('2027-06-01')).toEqual([]);
    expect((await trailOf(product, tenantId)).filter((action) => action === 'audit.mail-changed')).toHaveLength(2);
    for (const role of ['member', 'viewer']) {
      const person = await makePerson(product);
      await arrange(product.database.admin).membership(person.userId, tenantId, role);
      await expect(setHeadMail(person.in(tenantId), { frequency: 'weekly' })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(readHeadMail(person.in(tenantId), {})).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('goes to proven addresses of owners alone, and not out of a chain that is broken', async () => {
    const make = arrange(product.database.admin);
    for (const [verified, role] of [
      [false, 'owner'],
      [true, 'admin'],
    ] as const) {
      const person = await makePerson(product, { verified });
      await make.membership(person.userId, tenantId, role);
    }
    await happens();
    expect((await night('2026-11-24')).map(({ to }) => to)).toEqual([[owner.email]]);
    await happens();
    await product.database.admin.query(`update authz.audit_head set hash = sha256('x') where tenant_id = $1`, [
      tenantId,
    ]);
    expect(await night('2026-12-10')).toEqual([]);
  });
});
