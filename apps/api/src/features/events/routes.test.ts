import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { recordTriggerEvent } from './record-trigger-event.ts';
import { eventRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
const recorded = new Map<string, string>();
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
  for (const { ctx, companyId } of [two.own, two.other])
    recorded.set(companyId, (await recordTriggerEvent(ctx, EVENT)).eventId);
});
afterAll(() => product.drop());

const EVENT = { type: 'subject-change-decided', attributes: { on: '2026-11-20', change: 'shareholders' } };
const events = ({ companyId }: KeyedCompany) => `/companies/${companyId}/trigger-events`;
const withdrawal = (company: KeyedCompany, id: string) => `${events(company)}/${id}/withdrawal`;
const idIn = ({ companyId }: KeyedCompany) => recorded.get(companyId) ?? `evt_${'1'.repeat(32)}`;
const samples: Record<string, Omit<Sample, 'operation'>> = {
  listTriggerEventTypes: { path: () => '/trigger-event-types' },
  listTriggerEvents: { path: events },
  recordTriggerEvent: { path: events, body: () => EVENT },
  withdrawTriggerEvent: {
    path: (company) => withdrawal(company, idIn(company)),
    body: () => ({ reason: '登记有误' }),
    pathTo: withdrawal,
    idIn,
  },
};

describe.each(eventRoutes.map((operation) => ({ id: operation.id, operation })))('$id answers', ({ id, operation }) => {
  const sample = samples[id];
  if (!sample) throw new Error(`no sample for ${id}`);
  itRefuses(
    () => product,
    () => two,
    { operation, ...sample },
  );
});

const get = (path: string) => send(product.app, 'GET', path, { key: two.own.key });
const post = (path: string, body: unknown) => send(product.app, 'POST', path, { key: two.own.key, body });

describe('trigger events over REST', () => {
  it('are recorded as the list of kinds says, move the schedule, and are withdrawn once', async () => {
    const kinds = (await get('/trigger-event-types')).body.items as { type: string; attributes: { key: string }[] }[];
    expect(kinds.find(({ type }) => type === EVENT.type)?.attributes[0]?.key).toBe('on');
    const made = await post(events(two.own), EVENT);
    expect(made).toMatchObject({ status: 201, body: { warnings: [] } });
    expect((made.body.schedule as { added: number }).added).toBeGreaterThan(0);
    const id = made.body.eventId as string;
    const listed = async (query = '') => (await get(`${events(two.own)}${query}`)).body.items as { id: string }[];
    expect((await listed('?type=subject-change-decided')).map((event) => event.id)).toContain(id);
    expect(await listed('?type=other')).toEqual([]);

    expect(await post(withdrawal(two.own, id), { reason: '登记有误' })).toMatchObject({
      status: 200,
      body: { eventId: id },
    });
    expect(await post(withdrawal(two.own, id), { reason: '再次' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect((await listed()).map((event) => event.id)).not.toContain(id);
    const all = await listed('?includeWithdrawn=true');
    expect(all.find((event) => event.id === id)).toMatchObject({ withdrawn: { reason: '登记有误', by: null } });
  });

  it('422 points at each attribute that cannot be', async () => {
    const pointers = async (body: unknown) => (await post(events(two.own), body)).body.errors?.map((e) => e.pointer);
    expect(await pointers({ type: 'none', attributes: {} })).toEqual(['#/type']);
    expect(await pointers({ ...EVENT, attributes: { on: '2026-13-01', change: 'merger', colour: 'red' } })).toEqual([
      '#/attributes/colour',
      '#/attributes/on',
    ]);
    expect(await pointers({ ...EVENT, attributes: { on: '2027-01-01', change: 'merger' } })).toEqual([
      '#/attributes/on',
    ]);
    expect((await post(withdrawal(two.own, idIn(two.own)), { reason: '' })).body.errors?.[0]?.pointer).toBe('#/reason');
    const twice = await post(withdrawal(two.own, idIn(two.own)), { reason: 'x', eventId: idIn(two.other) });
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/eventId' }] } });
  });

  it('400 for a filter that is no truth value', async () => {
    const answer = await get(`${events(two.own)}?includeWithdrawn=yes`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'includeWithdrawn' }] } });
  });
});
