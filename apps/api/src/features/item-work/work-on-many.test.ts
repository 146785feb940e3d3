import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Colleague, colleague } from '../../testing/colleague.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { countOccurrences, listOccurrences } from '../occurrences/list-occurrences.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { prepareItem } from './prepare-item.ts';
import { assignMany, closeMany } from './work-on-many.ts';

let product: TestProduct;
let company: TestCompany;
let member: Colleague;
let items: { occurrenceId: string; version: number }[];
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
  member = await colleague(product, company, 'member');
  const found = await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 3 });
  items = found.items.map(({ id, version }) => ({ occurrenceId: id, version }));
});

describe('a list of items', () => {
  it('is given to somebody; each line answers for itself', async () => {
    await prepareItem(company.ctx, items[1]);
    const missing = { occurrenceId: `occ_${'1'.repeat(32)}`, version: 1 };
    const { results } = await assignMany(company.ctx, { items: [...items, missing], assigneeId: member.id });
    expect(results.map(({ ok, version, error }) => [ok, version, error?.code ?? null])).toEqual([
      [true, 2, null],
      [false, null, 'conflict'],
      [true, 2, null],
      [false, null, 'not-found'],
    ]);
    expect(results[1]?.error?.message.zh).toContain('准备就绪');
    expect((await listOccurrences(member.ctx, { assignee: 'me' })).items).toHaveLength(2);
    expect((await countOccurrences(member.ctx, {})).mine).toBe(2);
  });

  it('is closed by the rules of one alone: what is missing is told line by line', async () => {
    for (const kind of ['报送回执', '年报文本与数据来源'])
      await attachEvidence(company.ctx, { occurrenceId: items[0]?.occurrenceId, kind, form: 'note', note: '档案柜3' });
    const { results } = await closeMany(company.ctx, { items });
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(results[1]?.error?.fields).toHaveLength(2);
    expect((await listOccurrences(company.ctx, { workState: ['closed'] })).items.map(({ id }) => id)).toEqual([
      items[0]?.occurrenceId,
    ]);
  });

  it('with a stranger or with the same item twice does nothing at all', async () => {
    const stranger = assignMany(company.ctx, { items, assigneeId: `usr_${'1'.repeat(32)}` });
    await expect(stranger).rejects.toMatchObject({ fields: [{ path: 'assigneeId' }] });
    const twice = assignMany(company.ctx, { items: [items[0], items[0]], assigneeId: member.id });
    await expect(twice).rejects.toMatchObject({ fields: [{ path: 'items.1.occurrenceId' }] });
    expect((await countOccurrences(company.ctx, { assignee: 'none' })).total).toBe(
      (await countOccurrences(company.ctx, {})).total,
    );
  });

  it('in two orders at once, with a regeneration, ends for all', async () => {
    const backwards = [...items].reverse();
    const ends = await Promise.allSettled([
      assignMany(company.ctx, { items, assigneeId: member.id }),
      assignMany(member.ctx, { items: backwards, assigneeId: null }),
      regenerateSchedule(company.ctx, {}),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { items: after } = await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 3 });
    expect(after.map(({ version }) => version)).toEqual([2, 2, 2]);
  });
});
