import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { arrange } from '../../testing/people.ts';
import { call, createTestProduct, type TestProduct } from '../../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

it('a look in shows among the organisations of the operator’s session while it is open, with its end, and no longer', async () => {
  const { tenantId } = await product.company();
  const staff = await arrange(product.database.admin).user('平台运营');
  await product.database.admin.query('insert into authz.operator (user_id) values ($1)', [staff]);
  const started = await product.services.sessions.start(staff);
  const cookie = started.cookie.split(';')[0] ?? '';
  const post = (name: string, input: unknown) => call(product.app, name, input, { mutation: true, cookie });
  const organisations = async () => {
    const answer = await call(product.app, 'session.status', {}, { cookie });
    return (answer.data as { organisations: unknown[] }).organisations;
  };
  expect(await organisations()).toEqual([]);
  const organisationId = publicId('organisation', tenantId);
  const opened = await post('operator.openBreakGlass', { organisationId, reason: '客户来电要求协助排查', minutes: 30 });
  const until = expect.stringMatching(/^20.*Z$/);
  expect(await organisations()).toMatchObject([{ id: organisationId, role: 'operator', level: 'read', until }]);
  await post('operator.endBreakGlass', { id: (opened.data as { id: string }).id });
  expect(await organisations()).toEqual([]);
});

it('who belongs to an organisation has no end there', async () => {
  const { ctx, tenantId } = await product.company();
  const { entry } = ctx as { entry: { credentialHash: string } };
  const { rows } = await product.services.authPool.query('select id, until from authz.organisations_of($1)', [
    Buffer.from(entry.credentialHash, 'hex'),
  ]);
  expect(rows).toEqual([{ id: tenantId, until: null }]);
});
