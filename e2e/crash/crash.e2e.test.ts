import { expect, test } from 'vitest';
import { crashRun } from './run.ts';

const SEED = 20_261_124;
const ROUNDS = 2;

test('killed at random, the product loses nothing that it acknowledged and tells nothing twice without cause', async () => {
  const lines: string[] = [];
  const report = await crashRun({ seed: SEED, rounds: ROUNDS, isLong: false, say: (line) => lines.push(line) });
  if (report.faults.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  expect(report.faults).toEqual([]);
  // It was killed, there was something to lose, and messages did go out.
  expect(report.kills.worker).toBeGreaterThanOrEqual(ROUNDS);
  expect(report.acknowledged).toBeGreaterThan(10);
  expect(report.messages).toBeGreaterThan(0);
  process.stdout.write(
    `crash: ${JSON.stringify(report.kills)} kills, ${report.acknowledged} acknowledged, ${report.messages} messages, ${JSON.stringify(report.doubles)} doubles, 0 lost\n`,
  );
}, 240_000);
