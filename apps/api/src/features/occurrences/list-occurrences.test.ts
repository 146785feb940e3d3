import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { getOccurrence } from './get-occurrence.ts';
import { countOccurrences, listOccurrences } from './list-occurrences.ts';
import { viewYear } from './view-year.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
  company = await licensedCompany(product);
  await recordTriggerEvent(company.ctx, { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } });
});
afterAll(() => product.drop());

const list = (filter: Record<string, unknown> = {}) => listOccurrences(company.ctx, { limit: 100, ...filter });
const rows = async (filter: Record<string, unknown> = {}) => (await list(filter)).items;

describe('the list of items', () => {
  it('is in the order of dates and the same page by page', async () => {
    const whole = await rows();
    expect(whole.length).toBeGreaterThan(10);
    expect(whole.map((row) => row.sortOn)).toEqual(whole.map((row) => row.sortOn).sort());
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: 7, cursor });
      paged.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole.map((row) => row.id));
  });

  it('is turned round by its sort, and the same page by page, however small the pages are', async () => {
    const whole = (await rows()).map((row) => row.id);
    const walk = async (sort: string, limit: number) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await list({ sort, limit, cursor });
        seen.push(...page.items.map((row) => row.id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return seen;
    };
    for (const limit of [1, 2, 7, 40]) {
      expect(await walk('dueOn', limit)).toEqual(whole);
      expect(await walk('-dueOn', limit)).toEqual(whole.toReversed());
    }
    await expect(list({ sort: 'title' })).rejects.toMatchObject({ fields: [{ path: 'sort' }] });
  });

  it('is filtered by status, clause, duty, days and words, and the numbers agree with it', async () => {
    const filters = [
      {},
      { status: ['upcoming'] },
      { status: ['open', 'at-once'] },
      { status: [] },
      { clause: '14' },
      { clause: '9' },
      { clause: '9b' },
      { clause: 'none' },
      { dutyId: 'annual-report' },
      { from: '2027-01-01', to: '2027-12-31' },
      { search: '年报' },
      { search: 'Annual Report' },
      { search: '%' },
      { provisional: true },
      { licenceId: company.licenceId },
    ];
    for (const filter of filters) {
      const found = await rows(filter);
      const { total } = await countOccurrences(company.ctx, filter);
      expect({ filter, total }).toEqual({ filter, total: found.length });
    }
    expect((await rows({ status: ['upcoming'] })).every((row) => row.status === 'upcoming')).toBe(true);
    expect(new Set((await rows({ clause: '14' })).map((row) => row.clause))).toEqual(new Set(['14']));
    expect((await rows({ clause: '9b' })).map((row) => row.dueOn)).toContain('2026-12-04');
    expect((await rows({ from: '2027-01-01', to: '2027-12-31' })).every((row) => row.sortOn.startsWith('2027'))).toBe(
      true,
    );
    expect((await rows({ search: '年报' })).length).toBeGreaterThan(3);
    expect(await rows({ search: '%' })).toEqual([]);
    expect(await rows({ status: [] })).toEqual([]);
  });

  it.each([
    { status: ['late'] },
    { from: '2026-13-01' },
    { from: '0000-01-01' },
    { limit: 0 },
    { limit: 101 },
    { order: 'key' },
    { cursor: 'x' },
    { licenceId: 'occ_1' },
  ])('refuses %j', async (filter) => {
    await expect(listOccurrences(company.ctx, filter)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('reads by index, and asks for the tenant once, not for each row', async () => {
    const plan = await withTenant(company.ctx, 'read', async (tx) => {
      await tx.db.execute(sql`set local enable_seqscan = off`);
      const result = await tx.db.execute(
        sql`explain select * from app.occurrence where removed_at is null order by sort_on, id limit 20`,
      );
      return result.rows.map((row) => String(row['QUERY PLAN'])).join('\n');
    });
    expect(plan).toMatch(/InitPlan/);
    expect(plan).toMatch(/Index Scan using occurrence_tenant_id_sort_on_id_index/);
    expect(plan).not.toMatch(/Filter:.*authz\.tenant/);
  });
});

describe('one item', () => {
  it('explains itself: steps in words, clause, law, marks, penalties, words of the licence', async () => {
    const [row] = (await rows({ clause: '9b' })).filter((item) => item.dueOn === '2026-12-04');
    const item = await getOccurrence(company.ctx, { occurrenceId: row?.id });
    expect(item.derivation.length).toBeGreaterThan(2);
    for (const { step, text } of item.derivation) {
      expect(step.mark).toMatch(/^[VEPMO]$/);
      expect(text.zh).toMatch(/[一-鿿]/);
      expect(text.en).toMatch(/[a-z]/);
    }
    expect(item).toMatchObject({
      ruleVersion: expect.any(String),
      mark: expect.any(String),
      anchor: { on: '2026-11-20' },
    });
    expect(item.duty?.penalties).toBeDefined();
    expect(item.laws.length).toBeGreaterThan(0);
    expect(item.dueRule?.id).toBe(item.dueRuleId);
    expect(item.provisionText).toMatch(/[一-鿿]/);
    expect(item.history).toMatchObject([{ change: 'added', reason: 'event' }]);
  });

  it('of another company is not found', async () => {
    const [row] = await rows();
    const other = await product.company();
    await expect(getOccurrence(other.ctx, { occurrenceId: row?.id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a year', () => {
  it('has its items, the days off with make-up days, and says how far the notices reach', async () => {
    const year = await viewYear(company.ctx, { year: 2026 });
    expect(year.items.map((row) => row.dueOn)).toContain('2026-12-04');
    expect(year.restDays).toContainEqual(expect.objectContaining({ kind: 'make-up' }));
    expect(year.coverage).toMatchObject({ to: '2026-12-28' });
    expect((await viewYear(company.ctx, { year: 2040 })).restDays).toEqual([]);
  });
});
