import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../paths.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { fingerprint } from './install.mjs';
import { withLock } from './lock.mjs';
import { isNewEnough } from './node.mjs';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('bootstrap-test');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test.each([
  ['18.0.0', false],
  ['24.6.0', false],
  ['24.7.0', true],
  ['26.10.0', true],
])('Node %s is new enough: %s', (version, answer) => {
  expect(isNewEnough(version)).toBe(answer);
});

test('a changed dependency of any workspace asks for an install', () => {
  fs.mkdirSync(path.join(folder, 'packages/one'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'apps'));
  const before = fingerprint(folder);
  fs.writeFileSync(path.join(folder, 'packages/one/package.json'), '{}');
  const after = fingerprint(folder);
  expect(after).not.toBe(before);
  expect(fingerprint(folder)).toBe(after);
});

describe('the lock of the install', () => {
  test('is taken over from a dead process and given back', async () => {
    const lock = path.join(folder, 'lock');
    fs.writeFileSync(lock, String(spawnSync('true').pid));
    let worked = false;
    await withLock(lock, () => {
      worked = true;
    });
    expect(worked).toBe(true);
    expect(fs.existsSync(lock)).toBe(false);
  });

  test('is given back after a failure', async () => {
    const lock = path.join(folder, 'lock');
    const failing = withLock(lock, () => {
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(fs.existsSync(lock)).toBe(false);
  });
});

test('an unknown task is refused with the names of all', () => {
  const run = spawnSync(process.execPath, [path.join(root, 'infra/bootstrap.mjs'), 'strat'], { encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('start|dev|test');
});
