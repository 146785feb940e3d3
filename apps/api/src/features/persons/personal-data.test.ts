import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts';
import { reSealFields } from '../../jobs/re-seal-fields.ts';
import { everything, found } from '../../testing/everything.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { phoneNumber, somebody } from '../../testing/roster.ts';
import { startTestWorker, testWorkerServices } from '../../testing/worker.ts';
import { exportAudit } from '../audit/export-audit.ts';
import { listAudit } from '../audit/queries.ts';
import { beginExport } from '../personal-data/begin-export.ts';
import { exportPage } from '../personal-data/queries.ts';
import { keyState, rotateKey } from '../personal-data/rotate-key.ts';
import { resealSome } from '../personal-data/sealed-columns.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { checkCompany } from '../staffing/check-company.ts';
import { listGaps } from '../staffing/list-gaps.ts';
import { accessLog } from './access-log.ts';
import { addPerson } from './add-people.ts';
import { changePerson } from './change-person.ts';
import { findPerson, getPerson, listPeople } from './list-people.ts';
import { revealField } from './reveal-field.ts';

/** Full numbers as they must never be shown. */
const NUMBERS = /(?<![\dA-Za-z.-])(\d{17}[\dX]|1[3-9]\d{9}|0\d{10,11})(?![\dA-Za-z.-])/;

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
});

describe('numbers and addresses', () => {
  it('stand in no table, and not in what the server wrote before the tables', async () => {
    const { admin } = product.database;
    const { rows } = await admin.query<{ from: string }>('select pg_walfile_name(pg_current_wal_lsn()) as from');
    const { idNumber, phone, email, personId, externalRef } = await somebody(company);
    await changePerson(company.ctx, { personId, version: 1, phones: [phone, phoneNumber()] });
    await revealField(company.ctx, { personId, field: 'idNumber', reason: '办理社保' });
    expect(found(await everything(product.database.admin), [idNumber, phone, email])).toEqual([]);
    const { rows: wal } = await admin.query<{ word: string; hit: boolean }>(
      `select w.word, position(convert_to(w.word, 'UTF8') in pg_read_binary_file('pg_wal/' || f.name)) > 0 as hit
         from (select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name >= $1
                and name <= pg_walfile_name(pg_current_wal_lsn())) f, unnest($2::text[]) w(word)`,
      [rows[0]?.from, [idNumber, phone, email, externalRef]],
    );
    // The reference is not sealed: what is looked for would be found.
    expect(wal.filter(({ hit }) => hit).map(({ word }) => word)).toContain(externalRef);
    expect(wal.filter(({ word, hit }) => hit && word !== externalRef)).toEqual([]);
  });

  it('cannot be stored in the clear, whatever a program does', async () => {
    const insert = product.database.admin.query(
      `insert into app.person_phone values ($1, gen_random_uuid(), gen_random_uuid(), '13812345678', 'x', 'x', 0, now(), null)`,
      [company.tenantId],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'person_phone_sealed' });
  });

  it('are masked in every answer, export, page of the audit and line of the log', async () => {
    const { personId, idNumber, phone, email } = await somebody(company);
    const { ctx } = company;
    const credential = Buffer.from(ctx.entry.kind === 'credential' ? ctx.entry.credentialHash : '', 'hex');
    const owner = { tenant: ctx, authPool: product.services.authPool, credential };
    await revealField(ctx, { personId, field: 'email', reason: '寄送通知' });
    const outputs: unknown[] = [
      await listPeople(ctx, {}),
      await getPerson(ctx, { personId }),
      await findPerson(ctx, { phone }),
      await checkCompany(ctx, {}),
      await listGaps(ctx, {}),
      await listAudit(ctx, {}),
      await exportAudit(ctx, {}),
      await accessLog(ctx, { personId }),
    ];
    for (const { name } of (await beginExport(owner, {})).tables)
      outputs.push(await exportPage(owner, { table: name }));
    const text = JSON.stringify(outputs);
    expect(found(text, [idNumber, phone, email])).toEqual([]);
    expect(text.match(NUMBERS)?.[0]).toBeUndefined();
    expect(found(product.log(), [idNumber, phone, email])).toEqual([]);
    expect(phone).toMatch(NUMBERS);
  });
});

describe('revealing', () => {
  it('shows one field, and writes down who saw it and why, in words that stand nowhere in the clear', async () => {
    const { personId, idNumber, phone } = await somebody(company);
    const [phoneId] = (await getPerson(company.ctx, { personId })).phones?.map(({ id }) => id) ?? [];
    const reason = `核对 ${idNumber} 的社保`;
    expect(await revealField(company.ctx, { personId, field: 'idNumber', reason })).toEqual({ value: idNumber });
    expect(await revealField(company.ctx, { personId, field: 'phone', phoneId, reason: '联系本人' })).toEqual({
      value: phone,
    });
    expect((await accessLog(company.ctx, { personId })).items).toMatchObject([
      { action: 'person.revealed', by: { name: '王小明' } },
      { action: 'person.revealed', by: { name: '王小明' } },
    ]);
    expect((await accessLog(company.ctx, { personId })).items.map((item) => item.reason)).toContain(reason);
    expect(found(await everything(product.database.admin), [reason, idNumber])).toEqual([]);
  });

  it('leaves no row in the audit when nothing was shown', async () => {
    const { personId } = await addPerson(company.ctx, { name: '李四' });
    await expect(revealField(company.ctx, { personId, field: 'idNumber', reason: '核对' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(revealField(company.ctx, { personId, field: 'phone', reason: '核对' })).rejects.toMatchObject({
      fields: [{ path: 'phoneId' }],
    });
    expect((await accessLog(company.ctx, { personId })).items).toEqual([]);
  });

  it('is for owners, administrators and consultants, and not of another company', async () => {
    const { personId } = await somebody(company);
    const make = arrange(product.database.admin);
    const user = await make.user();
    await make.membership(user, company.tenantId, 'member');
    const entry = { kind: 'credential' as const, credentialHash: await make.session(user) };
    const input = { personId, field: 'idNumber', reason: '核对' };
    await expect(revealField({ ...company.ctx, entry }, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(revealField((await product.company()).ctx, input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of very many fields in an hour is refused', async () => {
    const { personId } = await somebody(company);
    await product.database.admin.query(
      `insert into app.audit_event select $1, gen_random_uuid(), $2, 'user', $3, 'person.revealed', 'person', gen_random_uuid(), '{}', 'x'
         from generate_series(1, 60)`,
      [company.tenantId, '2026-11-24T01:30:00Z', company.userId],
    );
    const reveal = () => revealField(company.ctx, { personId, field: 'idNumber', reason: '核对' });
    await expect(reveal()).rejects.toMatchObject({ code: 'too-many-attempts' });
    product.setNow('2026-11-24T10:31:00+08:00');
    await reveal();
  });
});

describe('a change of keys', () => {
  const sealedBy = async (version: number) =>
    (await everything(product.database.admin))
      .split('\n')
      .filter((row) => row.includes(company.tenantId) && row.includes(`zq1.${version}.`)).length;

  it('seals everything again, goes on after a stop, and every number still opens', async () => {
    const { ctx } = company;
    const { personId, idNumber, email } = await somebody(company);
    await somebody(company, 'data-security-body', 'emergency-duty');
    const before = await sealedBy(1);
    expect(await rotateKey(ctx, {})).toMatchObject({ version: 2, fields: 6, waiting: 6 });
    await expect(rotateKey(ctx, {})).rejects.toMatchObject({ code: 'conflict' });
    // A worker that dies after two fields.
    await withTenant(ctx, 'write', async (tx) => resealSome(tx, await tenantCipher(tx, ctx), 2));
    expect(await keyState(ctx, {})).toMatchObject({ version: 2, waiting: 4 });
    const stopped = withTenant(ctx, 'write', async (tx) => {
      await resealSome(tx, await tenantCipher(tx, ctx), 2);
      throw new Error('killed');
    });
    await expect(stopped).rejects.toThrow('killed');
    expect(await keyState(ctx, {})).toMatchObject({ waiting: 4 });
    const job = { tenantId: company.tenantId, actorId: company.userId, payload: {} };
    await reSealFields(testWorkerServices(product), 'job', job);
    expect(await keyState(ctx, {})).toMatchObject({ version: 2, fields: 6, waiting: 0 });
    // Asked of the tables themselves: no column with sealed fields was forgotten.
    expect(before).toBeGreaterThan(0);
    expect(await sealedBy(1)).toBe(0);
    expect(await revealField(ctx, { personId, field: 'idNumber', reason: '核对' })).toEqual({ value: idNumber });
    expect(await revealField(ctx, { personId, field: 'email', reason: '核对' })).toEqual({ value: email });
    expect((await findPerson(ctx, { idNumber })).items).toHaveLength(1);
  });

  it('is done by the worker that the call leaves it to', async () => {
    await somebody(company);
    await rotateKey(company.ctx, {});
    const { boss, worker } = await startTestWorker(product);
    try {
      await dispatchOutbox(boss, worker);
      const jobs = await boss.fetch<Record<string, unknown>>('re-seal-fields', { batchSize: 100 });
      const job = jobs.find(({ data }) => data.tenantId === company.tenantId);
      await reSealFields(worker, job?.id ?? '', job?.data);
    } finally {
      await boss.stop({ graceful: false });
    }
    expect(await keyState(company.ctx, {})).toMatchObject({ waiting: 0 });
  });
});
