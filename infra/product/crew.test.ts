import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { type Crew, startCrew } from './crew.ts';

let folder: string;
let crew: Crew | undefined;
beforeEach(() => {
  folder = makeTemporaryFolder('crew-test');
});
afterEach(async () => {
  await crew?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A member that notes each of its lives in a file and then does what the script says. */
function member(script: string): { lives: () => number[]; start: (say?: (line: string) => void) => Crew } {
  const notes = path.join(folder, 'lives');
  const file = path.join(folder, 'member.cjs');
  fs.writeFileSync(
    file,
    `require('fs').appendFileSync(process.env.NOTES, process.pid + '\\n'); process.on('disconnect', () => process.exit()); ${script}`,
  );
  return {
    lives: () => (fs.existsSync(notes) ? fs.readFileSync(notes, 'utf8').trim().split('\n').map(Number) : []),
    start: (say = () => {}) => startCrew([{ name: 'member', file, env: { NOTES: notes }, execArgv: [] }], say),
  };
}

test('a member that ends before the product is ready ends the start', async () => {
  crew = member('process.exit(3)').start();
  await expect(crew.failed).rejects.toThrow('member ended before it was ready (code 3)');
});

test('a member that dies later is started again, and stays down once stopped', async () => {
  const lines: string[] = [];
  const { lives, start } = member('setInterval(() => {}, 1000)');
  crew = start((line) => lines.push(line));
  await expect.poll(() => lives().length, { timeout: 5000 }).toBe(1);
  crew.keepRunning();
  process.kill(lives()[0] ?? 0, 'SIGKILL');
  await expect.poll(() => lives().length, { timeout: 5000 }).toBe(2);
  expect(lines).toEqual(['member ended (SIGKILL); starting it again']);
  await crew.stop();
  expect(() => process.kill(lives()[1] ?? 0, 0)).toThrow('ESRCH');
});
