import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNKNOWN_LICENCE } from '@zhengqi/obligations';
import { createTestProduct, sampleDocument, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { licenceRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
});
afterAll(() => product.drop());

const list = ({ companyId }: KeyedCompany) => `/companies/${companyId}/licences`;
const one = ({ companyId }: KeyedCompany, id: string) => `/companies/${companyId}/licences/${id}`;
const FIELDS = {
  number: '苏B2-20269901',
  holder: '测试科技有限公司',
  services: ['信息服务业务（仅限互联网信息服务）'],
  issuedOn: '2026-03-02',
  validTo: '2031-03-02',
};
/** All fields, as a correction takes them. */
const CORRECTED = {
  ...UNKNOWN_LICENCE,
  number: '苏B2-20269911',
  holder: '测试科技有限公司',
  issuedOn: '2026-03-02',
  validTo: '2031-03-02',
};
const samples: Record<string, Omit<Sample, 'operation'>> = {
  listLicences: { path: list },
  registerLicence: { path: list, body: () => ({ licence: FIELDS }) },
  getLicence: { path: (company) => one(company, company.licenceId), pathTo: one, idIn: ({ licenceId }) => licenceId },
  correctLicence: {
    path: (company) => one(company, company.licenceId),
    pathTo: one,
    idIn: ({ licenceId }) => licenceId,
    body: () => ({ licence: CORRECTED, reason: '更正' }),
    headers: { 'if-match': '"v1"' },
  },
};

describe.each(licenceRoutes.map((operation) => ({ id: operation.id, operation })))(
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
const post = (body: unknown) => send(product.app, 'POST', list(two.own), { key: two.own.key, body });
const pointers = (answer: Awaited<ReturnType<typeof post>>) => answer.body.errors?.map(({ pointer }) => pointer);

describe('licences over REST', () => {
  it('are registered from fields, with services as printed, and read back', async () => {
    const made = await post({ licence: FIELDS });
    expect(made.status).toBe(201);
    const id = made.body.licenceId as string;
    expect(made.headers.get('location')).toBe(`/api/v1${one(two.own, id)}`);
    const { status, body } = await get(one(two.own, id));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      licence: { number: '苏B2-20269901', province: '苏', services: [{ code: 'B25', limitedTo: ['互联网信息服务'] }] },
      document: null,
    });
  });

  it('are registered from a document, whose fields a caller may mend', async () => {
    const document = sampleDocument('information-services.txt');
    const made = await post({ document, licence: { number: '京B2-20269902' } });
    expect(made.status).toBe(201);
    const { body } = await get(one(two.own, made.body.licenceId as string));
    expect(body).toMatchObject({
      licence: { number: '京B2-20269902' },
      document: { fileName: 'information-services.txt' },
    });
    expect((body.provisions as unknown[]).length).toBeGreaterThan(10);
  });

  it('are corrected from the state that was read; of two who read the same state one wins', async () => {
    const id = (await post({ licence: { ...FIELDS, number: '苏B2-20269904' } })).body.licenceId as string;
    const read = await get(one(two.own, id));
    const { licence, version } = read.body as { licence: object; version: number };
    const etag = read.headers.get('etag') ?? '';
    expect([version, etag.slice(0, 4)]).toEqual([1, '"v1-']);
    const put = (validTo: string, ifMatch: string) =>
      send(product.app, 'PUT', one(two.own, id), {
        key: two.own.key,
        body: { licence: { ...licence, validTo }, reason: '原件' },
        headers: { 'if-match': ifMatch },
      });
    const both = await Promise.all(['2031-04-01', '2031-05-01'].map((day) => put(day, etag)));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(both.find(({ status }) => status === 200)?.body).toMatchObject({ version: 2, changed: ['validTo'] });
    expect(both.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'precondition-failed' });
    expect((await put('2031-06-01', '"v2"')).status).toBe(200);
    const after = await get(one(two.own, id));
    expect(after.body).toMatchObject({ version: 3, licence: { validTo: '2031-06-01' } });
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('409 when the number is registered already', async () => {
    const number = '苏B2-20269903';
    await post({ licence: { ...FIELDS, number } });
    const again = await post({ licence: { ...FIELDS, number } });
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(pointers(again)).toEqual(['#/licence/number']);
  });

  it('422 points at each place that is wrong', async () => {
    const wrong = await post({ licence: { ...FIELDS, number: 'abc', issuedOn: '2026-02-30' } });
    expect(wrong.status).toBe(422);
    expect(pointers(wrong)).toEqual(['#/licence/issuedOn', '#/licence/number']);
    expect(pointers(await post({}))).toEqual(['#/licence']);
    expect(pointers(await post({ document: { kind: 'text', text: 'no licence at all' } }))).toEqual(['#/document']);
    expect(pointers(await post({ licence: { ...FIELDS, colour: 'red' } }))).toEqual(['#/licence/colour']);
  });

  it('413 for a body over the limit', async () => {
    const answer = await post({ document: { kind: 'text', text: 'x'.repeat(17 * 1024 * 1024) } });
    expect(answer).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
  });

  it('are listed page by page with a cursor that is good for this list only', async () => {
    const seen: string[] = [];
    let next = '';
    do {
      const { body } = await get(`${list(two.own)}?limit=1${next && `&cursor=${next}`}`);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      next = (body.nextCursor as string | null) ?? '';
    } while (next !== '');
    expect(new Set(seen).size).toBe(seen.length);
    const { body } = await get(list(two.own));
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual(seen);

    const cursor = (await get(`${list(two.own)}?limit=1`)).body.nextCursor as string;
    for (const [path, key, given] of [
      [list(two.own), two.own.key, `${cursor}x`],
      [list(two.own), two.own.key, cursor.replace(/^./, 'z')],
      [list(two.other), two.other.key, cursor],
      [`/companies/${two.own.companyId}/trigger-events`, two.own.key, cursor],
    ] as const) {
      const answer = await send(product.app, 'GET', `${path}?cursor=${given}`, { key });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } });
    }
  });

  it.each(['limit=0', 'limit=101', 'limit=ten', 'limit=1.5', 'limit=1&limit=2', 'limit='])(
    '400 for ?%s',
    async (query) => {
      const answer = await get(`${list(two.own)}?${query}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'limit' }] } });
    },
  );
});
