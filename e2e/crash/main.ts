// `npm run test:crash`: kills the product at random for many rounds and says what became of it. `-- --rounds 5 --seed 7`
// for other lengths and for the same again.
import { parseArgs } from 'node:util';
import { crashRun } from './run.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const say = (line: string) => console.log(line);
const began = performance.now();
say(`seed ${seed}, ${rounds} rounds`);
const { faults, ...figures } = await crashRun({ rounds, seed, isLong: true, say });
console.log(figures);
for (const fault of faults) console.log(`FAULT ${fault}`);
say(`${faults.length} faults after ${((performance.now() - began) / 1000).toFixed(0)} s; again with --seed ${seed}`);
process.exit(faults.length === 0 ? 0 : 1);
