import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../trpc/router.ts';
import { createDigest } from './digest.ts';
import { PROCEDURE_FIXTURES } from './fixtures/index.ts';
import { type Matrix, runProcedure } from './run-procedure.ts';
import { Tally } from './tally.ts';
import { createMatrixWorld } from './world.ts';

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
).map(([name, { _def }]) => ({ name, type: _def.type }));

let matrix: Matrix;
beforeAll(async () => {
  const world = await createMatrixWorld();
  const digest = await createDigest(world.product.database.admin);
  matrix = { world, app: world.product.app, digest, tally: new Tally() };
}, 60_000);
afterAll(async () => {
  process.stdout.write(`tRPC ${matrix.tally.summary()}\n`);
  await matrix.world.product.drop();
});

it('every procedure has a fixture, and every fixture a procedure', () => {
  expect(Object.keys(PROCEDURE_FIXTURES).sort()).toEqual(procedures.map(({ name }) => name).sort());
});

describe('is closed to everybody but those it is open to, and stays as it was:', () => {
  it.each(procedures)('$name', async (procedure) => {
    const fixture = PROCEDURE_FIXTURES[procedure.name];
    if (!fixture) throw new Error('no fixture');
    expect(await runProcedure(matrix, procedure, fixture)).toEqual([]);
  });
});

it('mails were left and looked through', () => {
  expect(matrix.tally.mails).toBeGreaterThan(10);
});

it('nothing of a company is in the log', () => {
  expect(matrix.world.product.log()).not.toContain('CANARY');
});
