import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { listOccurrences } from './list-occurrences.ts';
import { occurrenceRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
const first = new Map<string, string>();
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
  for (const { ctx, companyId } of [two.own, two.other])
    first.set(companyId, (await listOccurrences(ctx, { limit: 1 })).items[0]?.id ?? '');
});
afterAll(() => product.drop());

const list = ({ companyId }: KeyedCompany) => `/companies/${companyId}/occurrences`;
const one = (company: KeyedCompany, id: string) => `${list(company)}/${id}`;
const idIn = ({ companyId }: KeyedCompany) => first.get(companyId) ?? '';
const samples: Record<string, Omit<Sample, 'operation'>> = {
  listOccurrences: { path: list },
  getOccurrence: { path: (company) => one(company, idIn(company) || `occ_${'1'.repeat(32)}`), pathTo: one, idIn },
};

describe.each(occurrenceRoutes.map((operation) => ({ id: operation.id, operation })))(
  '$id answers',
  ({ id, operation }) => {
    const sample = samples[id];
    if (!sample) throw new Error(`no sample for ${id}`);
    itRefuses(
      () => product,
      () => two,
      { operation, ...sample },
    );
  },
);

const get = (path: string) => send(product.app, 'GET', path, { key: two.own.key });

describe('occurrences over REST', () => {
  it('are found by licence, statuses, dates and truth values', async () => {
    const query = `?licenceId=${two.own.licenceId}&status=open,upcoming&status=uncertain&from=2026-01-01&provisional=true`;
    const { status, body } = await get(`${list(two.own)}${query}`);
    expect(status).toBe(200);
    const items = body.items as { status: string; provisional: boolean; sortOn: string }[];
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(['open', 'upcoming', 'uncertain']).toContain(item.status);
      expect(item.provisional).toBe(true);
      expect(item.sortOn >= '2026-01-01').toBe(true);
    }
    const foreign = await get(`${list(two.own)}?licenceId=${two.other.licenceId}`);
    expect(foreign).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('explain each step of their dates', async () => {
    const { status, body } = await get(one(two.own, idIn(two.own)));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: idIn(two.own), anchor: { what: { zh: expect.any(String) } } });
    expect(body.duty).toMatchObject({ clause: body.clause });
    expect((body.laws as unknown[]).length).toBeGreaterThan(0);
    const dated = (await get(`${list(two.own)}?from=2026-01-01&to=2027-12-31`)).body.items as { id: string }[];
    const steps = (await get(one(two.own, dated[0]?.id ?? ''))).body.derivation as {
      text: { zh: string; en: string };
    }[];
    expect(steps.length).toBeGreaterThan(0);
    expect(steps[0]?.text.zh).not.toBe('');
  });

  it.each([
    ['status=done', 'status'],
    ['status=', 'status'],
    ['from=2026-02-30', 'from'],
    ['provisional=1', 'provisional'],
    ['licenceId=lic_1', 'licenceId'],
    ['removed=all', 'removed'],
    ['cursor=AAAA', 'cursor'],
  ])('400 for ?%s', async (query, parameter) => {
    expect(await get(`${list(two.own)}?${query}`)).toMatchObject({ status: 400, body: { errors: [{ parameter }] } });
  });
});
