import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { getWorkflow } from './get-workflow.ts';
import { makeSystemMoves } from './make-system-moves.ts';
import { moveWorkflow } from './move-workflow.ts';
import { startWorkflow } from './start-workflow.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
let workflowId: string;
beforeAll(async () => {
  product = await createTestProduct();
  product.setNow('2027-01-10T10:00:00+08:00');
  company = await licensedCompany(product);
  const subject = { type: 'licence', id: company.licenceId };
  ({ workflowId } = await startWorkflow(company.ctx, { kind: 'annual-report', subject, data: { filingYear: 2027 } }));
  await moveWorkflow(company.ctx, { workflowId, version: 1, move: 'begin' });
});
afterAll(() => product.drop());

const night = (instant: string) => {
  product.setNow(instant);
  const entry = { kind: 'job' as const, actorId: null, leaseSeconds: 60 };
  const ctx = { ...company.ctx, entry, pool: product.database.poolFor('zq_worker', 1) };
  return withTenant(ctx, 'write', (tx) => makeSystemMoves(tx, ctx));
};
const state = () => getWorkflow(company.ctx, { workflowId });

it('the end of the window is recorded once it is over, by the product, and says nothing of a filing', async () => {
  expect(await night('2027-03-31T23:59:00+08:00')).toBe(0);
  expect(await state()).toMatchObject({ state: 'collecting' });
  expect(await night('2027-04-01T00:05:00+08:00')).toBe(1);
  expect(await night('2027-04-01T00:06:00+08:00')).toBe(0);
  const after = await state();
  expect(after).toMatchObject({ state: 'window-over', receipts: [], stateKind: 'waiting-for-us' });
  expect(after.log.at(-1)).toMatchObject({ move: 'window-over', by: null });
  const { items } = await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 100 });
  expect(items.find(({ key }) => key.endsWith('/2027'))).toMatchObject({ workState: 'open' });
});

it('whoever answers for the company is told', async () => {
  const { rows } = await product.database.admin.query(
    `select recipient_id from app.notice where tenant_id = $1 and kind = 'workflow' and channel = 'in-app'`,
    [company.tenantId],
  );
  expect(rows).toEqual([{ recipient_id: company.userId }]);
});

it('a late filing then closes the item with its receipt, late', async () => {
  const { version, moves } = await state();
  expect(moves.map(({ id }) => id)).toContain('submit-late');
  const receipt = { number: '补报-18', on: '2027-04-01' };
  await moveWorkflow(company.ctx, { workflowId, version, move: 'submit-late', data: { receipt } });
  const { items } = await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 100 });
  expect(items.find(({ key }) => key.startsWith('annual-report/file-report/') && key.endsWith('/2027'))).toMatchObject({
    workState: 'submitted',
    daysLate: 1,
  });
});
