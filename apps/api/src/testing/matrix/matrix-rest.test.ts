import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullPath } from '../../rest/operation.ts';
import { operations } from '../../rest/operations.ts';
import { REST_PATH } from '../../rest/rest-app.ts';
import { createDigest } from './digest.ts';
import { REST_FIXTURES } from './fixtures/rest.ts';
import { leaksInMails } from './mails.ts';
import { runOperation } from './run-operation.ts';
import type { Matrix } from './run-procedure.ts';
import { Tally } from './tally.ts';
import { CANARY, createMatrixWorld } from './world.ts';

let matrix: Matrix;
beforeAll(async () => {
  const world = await createMatrixWorld();
  const digest = await createDigest(world.product.database.admin);
  matrix = { world, app: world.product.app, digest, tally: new Tally() };
}, 60_000);
afterAll(async () => {
  process.stdout.write(`REST ${matrix.tally.summary()}\n`);
  await matrix.world.product.drop();
});

it('every operation has a fixture, and every fixture an operation', () => {
  expect(Object.keys(REST_FIXTURES).sort()).toEqual(operations.map(({ id }) => id).sort());
});

/** Addresses that show nothing of anybody, by who asks for them. */
const OPEN_ADDRESSES = [
  '/livez',
  '/healthz',
  '/readyz',
  '/api/trpc/*',
  '/api/*',
  '/api/v1/openapi.json',
  '/api/v1/problems/:code',
  '/api/v1/*',
  '/*',
  // Judged in matrix-files.
  '/api/files',
  '/api/files/:fileId',
  // Opened by a secret of one thing alone, whoever asks: attacked beside their features.
  '/api/calendar/:place/:file',
  '/api/request-link/files',
  '/api/unsubscribe',
];

it('every address of the product is an operation, or known to show nothing', () => {
  const known = new Set([
    ...OPEN_ADDRESSES,
    ...operations.map((operation) => `${REST_PATH}${fullPath(operation).replaceAll(/\{(\w+)\}/g, ':$1')}`),
  ]);
  expect(
    [...new Set(matrix.world.product.app.routes.map(({ path }) => path))].filter((path) => !known.has(path)),
  ).toEqual([]);
});

describe('is closed to everybody but the rightful key, and stays as it was:', () => {
  it.each(operations.map((operation) => ({ operation, name: operation.id })))('$name', async ({ operation }) => {
    expect(await runOperation(matrix, operation, REST_FIXTURES[operation.id] ?? {})).toEqual([]);
  });
});

it('addresses that are open to all answer the same whoever asks', async () => {
  const { world } = matrix;
  const asks = [{}, await world.signIn(world.people.owner), { authorization: `Bearer ${world.keys.rightful.secret}` }];
  for (const address of [
    '/livez',
    '/readyz',
    '/api/v1/openapi.json',
    '/api/v1/problems/not-found',
    '/api/nothing',
    '/api/calendar/mine/x.ics',
  ]) {
    const answers = await Promise.all(
      asks.map(async (headers) => {
        const response = await world.product.app.request(`http://localhost:3000${address}`, { headers });
        const text = await response.text();
        return `${response.status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')}`;
      }),
    );
    expect(answers.map((answer) => `${address} ${answer}`)).toEqual(answers.map(() => `${address} ${answers[0]}`));
    expect(answers[0]).not.toContain('CANARY');
  }
});

it('no mail tells of a company to people of another', async () => {
  expect(await leaksInMails(matrix, Object.values(CANARY))).toEqual([]);
});

it('nothing of a company and no key is in the log', () => {
  const log = matrix.world.product.log();
  expect(log).not.toContain('CANARY');
  expect(log).not.toMatch(/zq_(live|test)_[0-9A-Za-z]{32}/);
});
