import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../db/ids.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { chainGenesis, chainHash } from '../features/audit/chain.ts';
import { exportAudit } from '../features/audit/export-audit.ts';
import { auditStatus, listAudit } from '../features/audit/queries.ts';
import { recordAudit } from '../features/record-audit.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../testing/product.ts';
import { testWorkerServices } from '../testing/worker.ts';
import { checkAudit } from './check-audits.ts';
import type { WorkerServices } from './worker-services.ts';

let product: TestProduct;
let services: WorkerServices;
let dataFolder: string;
beforeAll(async () => {
  product = await createTestProduct();
  dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'zq-anchors-'));
  services = testWorkerServices(product, dataFolder);
});
afterAll(async () => {
  await product.drop();
  fs.rmSync(dataFolder, { recursive: true });
});

/** A company with so many audit rows, checked and noted once. */
async function companyWith(entries: number): Promise<TestCompany> {
  const company = await product.company();
  for (let i = 1; i <= entries; i += 1) await add(company, i);
  expect(await check(company)).toMatchObject({ end: { seq: entries }, problem: null });
  return company;
}

const add = ({ ctx }: TestCompany, n: number) =>
  withTenant(ctx, 'write', (tx) =>
    recordAudit(tx, ctx, 'facts.answered', { type: 'fact', id: null }, { n, 键: '值', z: { b: 1.5, a: null } }),
  );
const check = ({ tenantId }: TestCompany) => checkAudit(services, 'check', { tenantId });

/** Changes the tables as somebody does who owns the whole database. */
async function manipulate(...statements: string[]): Promise<void> {
  const client = await product.database.admin.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

const row = (company: TestCompany, seq: number) =>
  `tenant_id = '${company.tenantId}' and id = (select event_id from authz.audit_link where tenant_id = '${company.tenantId}' and seq = ${seq})`;
const link = (company: TestCompany, seq: number) => `tenant_id = '${company.tenantId}' and seq = ${seq}`;

describe('the audit chain', () => {
  it('counts the entries of each organisation by themselves, also when they come at once', async () => {
    const [one, other] = [await product.company(), await product.company()];
    await Promise.all(Array.from({ length: 10 }, (_, i) => add(i % 2 === 0 ? one : other, i)));
    expect(await check(one)).toMatchObject({ end: { seq: 5 }, problem: null });
    expect(await check(other)).toMatchObject({ end: { seq: 5 }, problem: null });
    const places = (await listAudit(one.ctx, {})).items.map((item) => Number(item.seq));
    expect(places.sort((x, y) => x - y)).toEqual([1, 2, 3, 4, 5]);
  });

  it('holds nothing of a transaction that was taken back', async () => {
    const company = await companyWith(1);
    const failing = withTenant(company.ctx, 'write', async (tx) => {
      await recordAudit(tx, company.ctx, 'facts.answered', { type: 'fact', id: null });
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await check(company)).toMatchObject({ end: { seq: 1 }, problem: null });
  });

  it('of an organisation without entries is whole', async () => {
    const company = await companyWith(0);
    expect(await auditStatus(company.ctx, {})).toMatchObject({ head: null, lastCheck: { intact: true, entries: 0 } });
  });

  it('can be counted again by everybody from its export', async () => {
    const company = await companyWith(3);
    const { lines, entries, nextAfter } = await exportAudit(company.ctx, {});
    expect({ entries, nextAfter }).toEqual({ entries: 3, nextAfter: null });
    let previous = chainGenesis(company.tenantId);
    for (const line of lines.trimEnd().split('\n')) {
      const { previousHash, hash, entry } = JSON.parse(line);
      expect(previousHash).toBe(previous);
      expect(hash).toBe(chainHash(previousHash, entry));
      expect(JSON.parse(entry)[1]).toBe(company.tenantId);
      previous = hash;
    }
    expect((await auditStatus(company.ctx, {})).head).toEqual({ seq: 3, hash: previous });
    const rest = await exportAudit(company.ctx, { after: 2 });
    expect(lines.endsWith(rest.lines)).toBe(true);
    expect(rest.entries).toBe(1);
  });
});

describe('the check finds', () => {
  it.each<[string, string, number, (company: TestCompany) => string[]]>([
    ['a changed detail', 'row-changed', 2, (c) => [`update app.audit_event set detail = '{}' where ${row(c, 2)}`]],
    [
      'a changed actor',
      'row-changed',
      3,
      (c) => [`update app.audit_event set actor_id = gen_random_uuid() where ${row(c, 3)}`],
    ],
    [
      'a moved moment',
      'row-changed',
      1,
      (c) => [`update app.audit_event set at = at + interval '1 millisecond' where ${row(c, 1)}`],
    ],
    ['a deleted row', 'row-missing', 2, (c) => [`delete from app.audit_event where ${row(c, 2)}`]],
    [
      'a row deleted with its link',
      'link-missing',
      2,
      (c) => [`delete from app.audit_event where ${row(c, 2)}`, `delete from authz.audit_link where ${link(c, 2)}`],
    ],
    [
      'a row that was put in past the chain',
      'link-missing',
      3,
      (c) => [
        `insert into app.audit_event select tenant_id, gen_random_uuid(), at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id
           from app.audit_event where ${row(c, 1)}`,
      ],
    ],
    [
      'a tail that was cut together with its links',
      'tail-cut',
      3,
      (c) => [
        `delete from app.audit_event where ${row(c, 3)}`,
        `delete from authz.audit_link where ${link(c, 3)}`,
        `update authz.audit_head set seq = 2, hash = (select hash from authz.audit_link where ${link(c, 2)}) where tenant_id = '${c.tenantId}'`,
      ],
    ],
    [
      'a history that was written anew as a whole chain',
      'history-replaced',
      3,
      (c) => [
        `update app.audit_event set detail = '{"n":0}' where ${row(c, 1)}`,
        `with recursive e as (select l.seq, authz.audit_entry(a) as entry from authz.audit_link l
             join app.audit_event a on a.tenant_id = l.tenant_id and a.id = l.event_id where l.tenant_id = '${c.tenantId}'),
           chain as (select 0::bigint as seq, authz.audit_genesis('${c.tenantId}') as hash
             union all select e.seq, sha256(chain.hash || convert_to(e.entry, 'UTF8')) from chain join e on e.seq = chain.seq + 1)
         update authz.audit_link l set hash = chain.hash from chain where l.tenant_id = '${c.tenantId}' and l.seq = chain.seq`,
        `update authz.audit_head h set hash = l.hash from authz.audit_link l where l.tenant_id = h.tenant_id and l.seq = h.seq and h.tenant_id = '${c.tenantId}'`,
      ],
    ],
  ])('%s', async (_name, kind, seq, statements) => {
    const company = await companyWith(3);
    await manipulate(...statements(company));
    expect((await check(company))?.problem).toEqual({ kind, seq });
    const { lastCheck } = await auditStatus(company.ctx, {});
    expect(lastCheck).toMatchObject({ intact: false, anchored: true });
    expect(lastCheck?.problem?.zh).toContain(String(seq));
  });
});

describe('the notes outside of the database', () => {
  const fileOf = ({ tenantId }: TestCompany) =>
    path.join(dataFolder, 'audit-anchors', `${publicId('organisation', tenantId)}.jsonl`);

  it('are readable by the product alone and grow by one line for each new end', async () => {
    const company = await companyWith(2);
    await check(company);
    await add(company, 3);
    await check(company);
    const lines = fs
      .readFileSync(fileOf(company), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.seq)).toEqual([2, 3]);
    expect(fs.statSync(fileOf(company)).mode & 0o777).toBe(0o600);
  });

  it('do not take up a chain that is broken', async () => {
    const company = await companyWith(2);
    await manipulate(`update app.audit_event set request_id = 'other' where ${row(company, 1)}`);
    await add(company, 3);
    await check(company);
    expect(fs.readFileSync(fileOf(company), 'utf8').trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('no login of the running product', () => {
  it.each(['zq_app', 'zq_worker', 'zq_auth', 'zq_portfolio'] as const)(
    '%s changes audit rows or the chain',
    async (role) => {
      const pool = product.database.poolFor(role, 1);
      for (const statement of [
        `update app.audit_event set detail = '{}'`,
        'delete from app.audit_event',
        'truncate app.audit_event',
        'delete from authz.audit_link',
        'update authz.audit_head set seq = 0',
        `insert into authz.audit_link values ('${randomUUID()}', 1, '${randomUUID()}', sha256('x'))`,
        'alter table app.audit_event disable trigger link',
      ]) {
        const refused = pool.query(statement).catch((error: { code?: string }) => `${statement}: ${error.code}`);
        expect(await refused).toBe(`${statement}: 42501`);
      }
    },
  );
});
