import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { listEvents } from './list-events.ts';
import { recordTriggerEvent } from './record-trigger-event.ts';
import { withdrawEvent } from './withdraw-event.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
});
const record = (type: string, attributes: Record<string, unknown>) =>
  recordTriggerEvent(company.ctx, { type, attributes });

describe('recording an event', () => {
  it('starts the clocks of its duties', async () => {
    const { schedule, warnings } = await record('illegal-content-disposed', {
      on: '2026-11-20',
      foundAt: '2026-11-20T09:00:00+08:00',
    });
    expect(warnings).toEqual([]);
    expect(schedule.changes).toContainEqual(
      expect.objectContaining({ change: 'added', clause: '9b', after: '2026-12-04' }),
    );
  });

  it('says which clock cannot be counted for want of a moment', async () => {
    await record('tariff-changed', { on: '2026-11-01' });
    const { warnings } = await record('illegal-content-disposed', { on: '2026-11-20', foundAt: '' });
    expect(warnings).toMatchObject([
      { code: 'event-date-missing', severity: 'warning', at: { path: 'attributes.foundAt' } },
    ]);
  });

  it('of an incident counts hours in Chinese time, from any offset', async () => {
    const { schedule } = await record('network-security-incident', { at: '2026-11-23T23:30:00Z' });
    expect(schedule.changes.some(({ after }) => after?.endsWith('+08:00'))).toBe(true);
    const [event] = (await listEvents(company.ctx, {})).items;
    expect(event).toMatchObject({ attributes: { at: '2026-11-24T07:30:00+08:00' }, happenedOn: '2026-11-24' });
  });

  it('takes a plan for a future day where the kind is a plan', async () => {
    const { schedule } = await record('business-stop-planned', { on: '2027-06-30' });
    expect(schedule.added).toBeGreaterThan(0);
  });

  it('before the licence is kept, starts nothing of it, and says so', async () => {
    const { warnings } = await record('illegal-content-disposed', { on: '2020-01-06' });
    expect(warnings).toMatchObject([{ code: 'event-before-every-licence', severity: 'warning' }]);
    expect((await listEvents(company.ctx, {})).items).toHaveLength(1);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['an unknown kind', 'moon-landing', { on: '2026-11-20' }, 'type'],
    ['a kind of every object', 'toString', { on: '2026-11-20' }, 'type'],
    ['no date', 'illegal-content-disposed', {}, 'attributes.on'],
    ['30 February', 'illegal-content-disposed', { on: '2026-02-30' }, 'attributes.on'],
    ['another form of date', 'illegal-content-disposed', { on: '2026/11/20' }, 'attributes.on'],
    ['tomorrow', 'illegal-content-disposed', { on: '2026-11-25' }, 'attributes.on'],
    ['a moment without offset', 'network-security-incident', { at: '2026-11-24T07:30:00' }, 'attributes.at'],
    ['a moment in an hour', 'network-security-incident', { at: '2026-11-24T11:00:00+08:00' }, 'attributes.at'],
    ['a choice that is none', 'registered-data-changed', { on: '2026-11-20', change: 'logo' }, 'attributes.change'],
    [
      'a number as text',
      'network-security-incident',
      { at: '2026-11-24T07:30:00+08:00', personsAffected: '9' },
      'attributes.personsAffected',
    ],
    [
      'half a person',
      'network-security-incident',
      { at: '2026-11-24T07:30:00+08:00', personsAffected: 9.5 },
      'attributes.personsAffected',
    ],
    ['a field of another kind', 'illegal-content-disposed', { on: '2026-11-20', unit: 'x' }, 'attributes.unit'],
    ['an object', 'illegal-content-disposed', { on: { year: 2026 } }, 'attributes.on'],
  ])('refuses %s at its place and keeps nothing', async (_name, type, attributes, path) => {
    await expect(record(type, attributes)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    expect((await listEvents(company.ctx, {})).items).toEqual([]);
  });
});

describe('a form that is sent twice', () => {
  const form = { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' }, requestId: randomUUID() };

  it('makes one event with one answer, also at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => recordTriggerEvent(company.ctx, form)));
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);
    expect(answers.filter(({ schedule }) => schedule.added > 0)).toHaveLength(1);
    expect((await listEvents(company.ctx, {})).items).toHaveLength(1);
    const { rows } = await product.database.admin.query(
      `select 1 from app.audit_event where tenant_id = $1 and action = 'event.recorded'`,
      [company.tenantId],
    );
    expect(rows).toHaveLength(1);
  });

  it('with other contents is a conflict; in another company, or opened anew, it is another event', async () => {
    await recordTriggerEvent(company.ctx, form);
    const other = recordTriggerEvent(company.ctx, { ...form, attributes: { on: '2026-11-19' } });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    const { eventId } = await recordTriggerEvent((await licensedCompany(product)).ctx, form);
    expect(eventId).toMatch(/^evt_/);
    await recordTriggerEvent(company.ctx, { ...form, requestId: randomUUID() });
    expect((await listEvents(company.ctx, {})).items).toHaveLength(2);
  });

  it('has a name of the right form', async () => {
    await expect(recordTriggerEvent(company.ctx, { ...form, requestId: 'twice' })).rejects.toMatchObject({
      fields: [{ path: 'requestId' }],
    });
  });
});

describe('withdrawing an event', () => {
  it('needs a reason, takes its dates back, and leaves it in the list for those who ask', async () => {
    const { eventId } = await record('illegal-content-disposed', { on: '2026-11-20' });
    await expect(withdrawEvent(company.ctx, { eventId, reason: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    const { schedule } = await withdrawEvent(company.ctx, { eventId, reason: '重复登记' });
    expect(schedule.removed).toBeGreaterThan(0);
    expect((await listEvents(company.ctx, {})).items).toEqual([]);
    expect((await listEvents(company.ctx, { includeWithdrawn: true })).items).toMatchObject([
      { id: eventId, withdrawn: { reason: '重复登记', by: { name: '王小明' } } },
    ]);
  });

  it('twice is a conflict, also at once', async () => {
    const { eventId } = await record('illegal-content-disposed', { on: '2026-11-20' });
    const both = await Promise.allSettled([1, 2].map(() => withdrawEvent(company.ctx, { eventId, reason: '误登' })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('of another company is not found', async () => {
    const { eventId } = await record('illegal-content-disposed', { on: '2026-11-20' });
    const other = await product.company();
    await expect(withdrawEvent(other.ctx, { eventId, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('events are listed latest first, page by page', async () => {
  for (const on of ['2026-11-03', '2026-11-20', '2026-11-11']) await record('illegal-content-disposed', { on });
  const first = await listEvents(company.ctx, { limit: 2 });
  expect(first.items.map((row) => row.happenedOn)).toEqual(['2026-11-20', '2026-11-11']);
  const second = await listEvents(company.ctx, { limit: 2, cursor: first.nextCursor });
  expect(second.items.map((row) => row.happenedOn)).toEqual(['2026-11-03']);
  expect(second.nextCursor).toBeNull();
  await expect(listEvents(company.ctx, { cursor: 'bm9wZQ' })).rejects.toMatchObject({ fields: [{ path: 'cursor' }] });
});

it('the catalogue gives a form all it needs', () => {
  const { items } = eventCatalogue();
  expect(items.length).toBeGreaterThan(25);
  for (const { attributes } of items) expect(attributes[0]).toMatchObject({ required: true });
});
