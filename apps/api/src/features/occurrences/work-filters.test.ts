import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { type Colleague, colleague } from '../../testing/colleague.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { assignItem } from '../item-work/assign-item.ts';
import { closeItem } from '../item-work/close-item.ts';
import { requestWaiver } from '../item-work/request-waiver.ts';
import { stateMissed } from '../item-work/state-missed.ts';
import { submitItem } from '../item-work/submit-item.ts';
import { countOccurrences, listOccurrences } from './list-occurrences.ts';

let product: TestProduct;
let company: TestCompany;
let member: Colleague;
/** Ids of annual reports: two past ones first. */
let reports: string[];
beforeAll(async () => {
  product = await createTestProduct();
  company = await licensedCompany(product);
  member = await colleague(product, company, 'member');
  reports = (await rows({ dutyId: 'annual-report' })).map(({ id }) => id);
  const [first, second, third, fourth] = reports.map((occurrenceId) => ({ occurrenceId, version: 1 }));
  for (const kind of ['报送回执', '年报文本与数据来源'])
    await attachEvidence(company.ctx, { occurrenceId: first?.occurrenceId, kind, form: 'note', note: '档案柜3' });
  await closeItem(company.ctx, { ...first, doneOn: '2025-03-01' });
  await stateMissed(company.ctx, { ...second, reason: '漏报' });
  await assignItem(company.ctx, { ...third, assigneeId: member.id });
  await requestWaiver(company.ctx, { ...third, version: 2, reason: '省局书面确认' });
  await submitItem(company.ctx, { ...fourth, submittedOn: '2026-11-20', receipt: { number: '1' } });
});
afterAll(() => product.drop());

const rows = async (filter: Record<string, unknown> = {}, ctx = company.ctx) =>
  (await listOccurrences(ctx, { limit: 100, ...filter })).items;
const ids = async (filter: Record<string, unknown>, ctx = company.ctx) =>
  (await rows({ dutyId: 'annual-report', ...filter }, ctx)).map(({ id }) => id);

describe('filters of work', () => {
  it('find what they name, and nothing else', async () => {
    const [first, second, third, fourth] = reports;
    expect(await ids({ workState: ['closed'] })).toEqual([first]);
    expect(await ids({ workState: ['submitted', 'closed'] })).toEqual([first, fourth]);
    expect(await ids({ missed: true })).toEqual([second]);
    expect(await ids({ overdue: true })).toEqual([second]);
    expect(await ids({ assignee: member.id })).toEqual([third]);
    expect(await ids({ assignee: 'me' }, member.ctx)).toEqual([third]);
    expect(await ids({ assignee: 'me' })).toEqual([]);
    expect(await ids({ waiverPending: true })).toEqual([third]);
    expect(await ids({ hasEvidence: true })).toEqual([first]);
    for (const filter of [{ missed: false }, { overdue: false }, { waiverPending: false }, { hasEvidence: false }]) {
      const [name = ''] = Object.keys(filter);
      const [yes, no] = [await ids({ [name]: true }), await ids(filter)];
      expect([...yes, ...no].sort()).toEqual([...reports].sort());
    }
  });

  it('of a status leave out what is filed or closed, unless a state of work is asked for', async () => {
    const [first, second] = reports;
    expect(await ids({ status: ['past-no-evidence'] })).toEqual([second]);
    expect(await ids({ status: ['past-no-evidence'], workState: ['closed'] })).toEqual([first]);
  });

  it('and their numbers agree with the list, whatever the filter', async () => {
    const filters = [
      {},
      { status: ['open', 'past-no-evidence'] },
      { workState: ['closed'] },
      { overdue: true },
      { waiverPending: true },
      { assignee: 'none' },
      { review: true },
      { workState: [] },
    ];
    for (const filter of filters) {
      const counts = await countOccurrences(company.ctx, filter);
      const list = await rows(filter);
      expect({ filter, total: counts.total }).toEqual({ filter, total: list.length });
      for (const status of ['open', 'past-no-evidence'] as const) {
        const listed = await rows({ ...filter, status: [status] });
        if (!('status' in filter)) expect(counts.byStatus[status]).toBe(listed.length);
      }
      expect(counts.overdue).toBe(list.filter((row) => row.overdue).length);
      expect(counts.waiverPending).toBe(list.filter((row) => row.waiverPending).length);
      expect(Object.values(counts.byWorkState).reduce((a, b) => a + b)).toBe(counts.total);
    }
    expect((await countOccurrences(member.ctx, {})).mine).toBe(1);
  });

  it.each([{ assignee: 'you' }, { assignee: 'usr_1' }, { workState: ['late'] }, { overdue: 'yes' }])(
    'refuse %j',
    async (filter) => {
      await expect(rows(filter)).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );
});

describe('lists of work stay as quick as they are small', () => {
  const plan = async (condition: string) =>
    withTenant(company.ctx, 'read', async (tx) => {
      const result = await tx.db.execute(
        sql.raw(`explain select * from app.occurrence where ${condition} order by sort_on, id limit 20`),
      );
      return result.rows.map((row) => String(row['QUERY PLAN'])).join('\n');
    });

  it('each by its own index, and the tenant is asked for once', async () => {
    // 60,000 items, of which 3,000 are of this company.
    await product.database.admin.query(
      `insert into app.occurrence (tenant_id, id, natural_key, duty_id, due_rule_id, clause, action, applies, due_on, provisional,
         status, mark, explanation, rule_version, sort_on, first_seen_at, work_state, worked_at, submitted_on, submitted_by)
       select case when n % 20 = 0 then $1::uuid else gen_random_uuid() end, gen_random_uuid(), 'k' || n, 'd', 'r', '1', '{}', 'yes', d, false, 'open', 'E',
         '{"provisionalFields": []}', '1', d, now(), case when n % 50 = 0 then 'open' else 'submitted' end, now(), d, gen_random_uuid()
       from generate_series(1, 60000) n, lateral (select date '2020-01-01' + n % 3000 as d) x`,
      [company.tenantId],
    );
    await product.database.admin.query('analyze app.occurrence');
    const mine = await plan(`assignee_id = '${member.userId}'`);
    expect(mine).toMatch(/Index Scan using occurrence_tenant_id_assignee_id_sort_on_id_index/);
    const overdue = await plan(
      `work_state in ('open', 'prepared') and sort_on <= '2026-11-24' and due_on < '2026-11-24'`,
    );
    expect(overdue).toMatch(/occurrence_tenant_id_(work_state_)?sort_on_id_index/);
    expect(await plan('waiver_pending')).toMatch(/Index Scan using occurrence_waiver_pending/);
    expect(await plan('missed')).toMatch(/Index Scan using occurrence_missed/);
    for (const text of [mine, overdue]) {
      expect(text).not.toMatch(/Seq Scan/);
      expect(text).not.toMatch(/Filter:.*authz\.tenant/);
    }
  });
});
