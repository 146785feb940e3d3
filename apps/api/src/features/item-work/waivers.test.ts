import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Colleague, colleague, consultantOf } from '../../testing/colleague.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { keyFor, send } from '../../testing/rest.ts';
import { publicId } from '../../db/ids.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { closeItem } from './close-item.ts';
import { decideWaiver } from './decide-waiver.ts';
import { reopenItem } from './reopen-item.ts';
import { requestWaiver, withdrawWaiver } from './request-waiver.ts';
import { viewWork } from './view-work.ts';

let product: TestProduct;
let company: TestCompany;
let member: Colleague;
let item: { occurrenceId: string; version: number };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
  member = await colleague(product, company, 'member');
  const [first] = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 1 })).items;
  item = { occurrenceId: first?.id ?? '', version: first?.version ?? 0 };
});

const reason = '该年度未持证，经省局书面确认无需报送';
const state = () => viewWork(company.ctx, { occurrenceId: item.occurrenceId });

describe('a waiver', () => {
  it('needs a reason and a second person, and says who they were', async () => {
    await expect(requestWaiver(member.ctx, { ...item, reason: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect(await requestWaiver(member.ctx, { ...item, reason })).toMatchObject({ workState: 'open', version: 2 });
    expect((await listOccurrences(company.ctx, { waiverPending: true })).items.map(({ id }) => id)).toEqual([
      item.occurrenceId,
    ]);
    expect(await decideWaiver(company.ctx, { ...item, version: 2, approve: true })).toMatchObject({
      workState: 'waived',
    });
    expect((await state()).waivers).toMatchObject([
      { reason, requestedBy: { name: '李雷' }, decision: 'approved', decidedBy: { name: '王小明' } },
    ]);
    expect((await listOccurrences(company.ctx, { waiverPending: true })).items).toEqual([]);
  });

  it('is never decided by who asked for it, not even by an owner, nor past the use case', async () => {
    await requestWaiver(company.ctx, { ...item, reason });
    for (const approve of [true, false]) {
      const own = decideWaiver(company.ctx, { ...item, version: 2, approve, reason: 'x' });
      await expect(own).rejects.toMatchObject({ code: 'forbidden', text: { zh: expect.stringContaining('另一人') } });
    }
    const past = product.database.admin.query(
      `update app.waiver set decision = 'approved', decided_by = requested_by, decided_at = now() where tenant_id = $1`,
      [company.tenantId],
    );
    await expect(past).rejects.toThrow(/waiver_second_person/);
    expect((await state()).moves.find(({ move }) => move === 'approve-waiver')?.allowed).toBe(false);
    expect(await state()).toMatchObject({ workState: 'open', waivers: [{ decision: null }] });
  });

  it('is decided by owners, admins and consultants who may write, and by nobody else', async () => {
    await requestWaiver(company.ctx, { ...item, reason });
    const decide = (ctx: Colleague['ctx']) =>
      decideWaiver(ctx, { ...item, version: 2, approve: false, reason: '须报送' });
    const reader = await consultantOf(product, company, 'read');
    const viewer = await colleague(product, company, 'viewer');
    for (const { ctx } of [member, reader, viewer])
      await expect(decide(ctx)).rejects.toMatchObject({ code: 'forbidden' });
    const consultant = await consultantOf(product, company, 'write');
    expect(await decide(consultant.ctx)).toMatchObject({ workState: 'open' });
  });

  it('that is refused needs a reason and stays in the list; it may be asked for again', async () => {
    await requestWaiver(member.ctx, { ...item, reason });
    const refuse = (more: object) => decideWaiver(company.ctx, { ...item, version: 2, approve: false, ...more });
    await expect(refuse({})).rejects.toMatchObject({ fields: [{ path: 'reason' }] });
    await refuse({ reason: '没有书面确认' });
    await expect(refuse({ reason: 'again' })).rejects.toMatchObject({ code: 'conflict' });
    product.setNow('2026-11-24T12:00:00+08:00');
    await requestWaiver(member.ctx, { ...item, version: 3, reason: '补充书面确认' });
    expect((await state()).waivers).toMatchObject([
      { decision: null },
      { decision: 'refused', decisionReason: '没有书面确认' },
    ]);
  });

  it('holds the item until it is decided or withdrawn by who asked', async () => {
    await requestWaiver(member.ctx, { ...item, reason });
    await expect(closeItem(company.ctx, { ...item, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(requestWaiver(company.ctx, { ...item, version: 2, reason })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(withdrawWaiver(company.ctx, { ...item, version: 2 })).rejects.toMatchObject({ code: 'forbidden' });
    await withdrawWaiver(member.ctx, { ...item, version: 2 });
    expect((await state()).waivers).toMatchObject([{ decision: 'withdrawn' }]);
  });

  it('can be taken back by reopening, with a reason', async () => {
    await requestWaiver(member.ctx, { ...item, reason });
    await decideWaiver(company.ctx, { ...item, version: 2, approve: true });
    expect(await reopenItem(company.ctx, { ...item, version: 3, reason: '省局要求补报' })).toMatchObject({
      workState: 'open',
    });
  });

  it('by two people at once is decided once', async () => {
    const admin = await colleague(product, company, 'admin');
    await requestWaiver(member.ctx, { ...item, reason });
    const both = await Promise.allSettled([
      decideWaiver(company.ctx, { ...item, version: 2, approve: true }),
      decideWaiver(admin.ctx, { ...item, version: 2, approve: false, reason: '不同意' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
  });

  it('is nothing for a program', async () => {
    const key = await keyFor(company.ctx);
    const path = `/companies/${publicId('organisation', company.tenantId)}/occurrences/${item.occurrenceId}/moves`;
    const answer = await send(product.app, 'POST', path, {
      key,
      body: { move: 'request-waiver', version: 1, data: { reason } },
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/move' }] } });
  });
});
