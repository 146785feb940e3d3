import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { companyRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
});
afterAll(() => product.drop());

const samples: Record<string, Omit<Sample, 'operation'>> = {
  listCompanies: { path: () => '/companies' },
  getCompany: {
    path: ({ companyId }) => `/companies/${companyId}`,
    pathTo: (_, id) => `/companies/${id}`,
    idIn: ({ companyId }) => companyId,
  },
};

describe.each(companyRoutes.map((operation) => ({ id: operation.id, operation })))(
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

const get = (path: string, key: string) => send(product.app, 'GET', path, { key });

describe('companies over REST', () => {
  it('of a company’s own key are that company', async () => {
    const view = {
      id: two.own.companyId,
      name: '测试科技有限公司',
      uscc: null,
      status: 'active',
      isSandbox: false,
      level: 'write',
    };
    const list = await get('/companies', two.own.key);
    expect(list).toMatchObject({ status: 200, body: { items: [view], nextCursor: null } });
    expect((await get(`/companies/${two.own.companyId}`, two.own.key)).body).toEqual(view);
  });

  it('of a consultancy’s key are its clients under a live engagement, page by page', async () => {
    const make = arrange(product.database.admin);
    const [consultancy, person] = [await make.organisation('consultancy'), await make.user()];
    await make.membership(person, consultancy, 'admin');
    const clients: { companyId: string; engagement: string; id: string }[] = [];
    for (let i = 0; i < 3; i += 1) {
      const id = await make.organisation();
      const engagement = await make.engagement(consultancy, id, 'write', [person]);
      clients.push({ id, companyId: publicId('organisation', id), engagement });
    }
    const ctx = {
      ...two.own.ctx,
      tenantId: consultancy,
      entry: { kind: 'credential' as const, credentialHash: await make.session(person) },
    };
    const grants = clients.map(({ companyId }) => ({ companyId, level: 'read' as const }));
    const { secret } = await createApiKey(ctx, {
      name: '集团 ERP',
      scopes: ['companies.read', 'licences.read'],
      grants,
    });

    const seen: unknown[] = [];
    let next = '';
    do {
      const { body } = await get(`/companies?limit=1${next && `&cursor=${next}`}`, secret);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      next = (body.nextCursor as string | null) ?? '';
    } while (next !== '');
    expect(seen).toEqual(clients.map(({ companyId }) => companyId));

    const [first, second] = clients;
    await product.database.admin.query('update authz.engagement set revoked_at = now() where id = $1', [
      first?.engagement,
    ]);
    await product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [second?.id]);
    expect((await get('/companies', secret)).body.items).toEqual([
      {
        id: clients[2]?.companyId,
        name: '测试科技有限公司',
        uscc: null,
        status: 'active',
        isSandbox: false,
        level: 'read',
      },
    ]);
    for (const client of [first, second])
      expect((await get(`/companies/${client?.companyId}/licences`, secret)).status).toBe(404);
    await product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [consultancy]);
    expect((await get('/companies', secret)).status).toBe(401);
  });
});
