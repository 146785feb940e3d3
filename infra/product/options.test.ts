import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without settings the product listens on this machine only, on port 3000', () => {
  expect(readOptions([], {})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    demo: false,
  });
});

test('settings are taken over', () => {
  const env = { PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://zhengqi.example', DATABASE_URL: 'postgres://x/y' };
  expect(readOptions(['--demo'], env)).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://zhengqi.example',
    databaseUrl: 'postgres://x/y',
    demo: true,
  });
});

test.each(['abc', '-1', '65536', '3000.5'])('PORT=%s is refused', (PORT) => {
  expect(() => readOptions([], { PORT })).toThrow(/must be a number from 1 to 65535/);
});

test('an unknown argument is refused', () => {
  expect(() => readOptions(['--dmeo'], {})).toThrow('unknown argument --dmeo; the only one is --demo');
});
