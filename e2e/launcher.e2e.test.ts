import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from '../infra/processes.ts';
import { type RunningProduct, startProduct } from './product.ts';

let product: RunningProduct;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const answers = async () => (await fetch(`${product.url}/readyz`)).status;
const databaseProcess = () =>
  Number(fs.readFileSync(path.join(product.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test('the product shows its first page and hands out a token for the first set-up', async () => {
  expect(product.setupToken).toMatch(/\S{12,}/);
  const page = await product.newPage();
  await page.goto('/');
  await page.getByRole('heading').first().waitFor();
});

test('it goes on after its database died', async () => {
  const before = databaseProcess();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => product.output(), { timeout: 20_000 }).toContain('PostgreSQL runs again');
  await expect.poll(answers, { timeout: 20_000 }).toBe(200);
  expect(databaseProcess()).not.toBe(before);
});

test('a second product is refused in one line while it runs', async () => {
  const port = new URL(product.url).port;
  await expect(startProduct({ env: { PORT: port } })).rejects.toThrow(`port ${port} is in use`);
});

test('it leaves no process behind', async () => {
  const database = databaseProcess();
  await product.stop();
  expect(isAlive(database)).toBe(false);
});
