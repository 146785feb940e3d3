import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RequestContext, TenantContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import { outbox } from '../db/schema/audit.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { conflict } from '../errors.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../testing/product.ts';
import { router } from './init.ts';
import { tenantMutation } from './procedures.ts';
import { appRouter } from './router.ts';

let product: TestProduct;
let company: TestCompany;
let context: RequestContext;
beforeAll(async () => {
  product = await createTestProduct();
  company = await product.company();
  const { credentialHash } = await product.services.sessions.start(company.userId);
  context = {
    services: product.services,
    requestId: 'test',
    origin: { method: 'POST', host: 'localhost', origin: null, secFetchSite: null, hasCookie: true },
    address: '127.0.0.1',
    session: { user: { id: company.userId, email: 'a@example.cn', name: 'a' }, credentialHash, renewedCookie: null },
    setCookie: () => {},
  };
});
afterAll(() => product.drop());

/** A procedure that writes a row and then ends as told. */
const failing = (fail: (ctx: TenantContext) => unknown, output: z.ZodType = z.null()) =>
  router({
    write: tenantMutation(z.strictObject({}), output, (ctx) =>
      withTenant(ctx, 'write', async (tx) => {
        await tx.db.insert(outbox).values({
          tenantId: tx.tenantId,
          id: randomUUID(),
          task: 'x',
          payload: {},
          actorId: null,
          createdAt: new Date(0).toISOString(),
          dispatchedAt: null,
        });
        return fail(ctx) as null;
      }),
    ),
  }).createCaller(context);
const input = () => ({ organisationId: publicId('organisation', company.tenantId) });
const stored = async () => (await product.database.admin.query('select count(*)::int as n from app.outbox')).rows[0].n;

describe('a call that fails stores nothing', () => {
  it.each<[string, () => unknown, string]>([
    [
      'by an error of ours',
      () => {
        throw conflict('x', 'x');
      },
      'conflict',
    ],
    [
      'by an error of the language',
      () => {
        throw new TypeError('x is not a function');
      },
      'internal',
    ],
    [
      'by something that is no error',
      () => {
        throw 'text';
      },
      'internal',
    ],
    ['by a rejected promise', () => Promise.reject(new Error('late')), 'internal'],
  ])('%s', async (_name, fail, code) => {
    await expect(failing(fail).write(input())).rejects.toMatchObject({ cause: { code } });
    expect(await stored()).toBe(0);
  });

  it('and one that succeeds stores its row', async () => {
    await failing(() => null).write(input());
    expect(await stored()).toBe(1);
  });
});

it('every procedure has a checked output', () => {
  const procedures = Object.entries(appRouter._def.procedures) as unknown as [string, { _def: { output?: unknown } }][];
  expect(procedures.length).toBeGreaterThanOrEqual(28);
  expect(procedures.filter(([, { _def }]) => _def.output === undefined).map(([name]) => name)).toEqual([]);
});

it('no procedure of an organisation is open without a session', async () => {
  const caller = appRouter.createCaller({ ...context, session: null });
  await expect(caller.licences.list(input())).rejects.toMatchObject({ cause: { code: 'unauthenticated' } });
  await expect(caller.rulebook.laws()).rejects.toMatchObject({ cause: { code: 'unauthenticated' } });
});
