import { generateSchedule, RULEBOOK, type Schedule } from '@zhengqi/obligations';
import { createBaseline } from './baseline/due-dates.ts';
import { type Figure, median, rounded, seconds } from './measure.ts';
import { CALENDAR, scheduleInput } from './population.ts';

const RULES = { rulebook: RULEBOOK, calendar: CALENDAR };
const ROUNDS = 7;
const WARM_UP = 2;
const LICENCES = 2000;
const BASELINE_LICENCES = 100;
const BATCH = 50;

/** Five-year schedules with derivations against a baseline of ready-made libraries, and against handing them out. */
export async function scheduleBenches(): Promise<Figure[]> {
  const baseline = createBaseline(RULEBOOK);
  await checkSameDates(baseline);
  const inputs = Array.from({ length: LICENCES }, (_, i) => scheduleInput(i));
  const few = inputs.slice(0, BASELINE_LICENCES);
  const ours: number[] = [];
  const theirs: number[] = [];
  const handing: number[] = [];
  let items = 0;
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    items = 0;
    let generated = 0;
    let stringified = 0;
    // In batches, as they are handed out: nobody keeps thousands of schedules in memory.
    for (let first = 0; first < LICENCES; first += BATCH) {
      const schedules: Schedule[] = [];
      generated += seconds(() => {
        for (const input of inputs.slice(first, first + BATCH)) schedules.push(generateSchedule(input, RULES));
      });
      stringified += seconds(() => {
        for (const schedule of schedules) JSON.stringify(schedule);
      });
      for (const schedule of schedules) items += schedule.occurrences.length;
    }
    const start = performance.now();
    for (const input of few) await baseline(input);
    const computed = (performance.now() - start) / 1000;
    if (round < WARM_UP) continue;
    ours.push(generated / LICENCES);
    handing.push(stringified / LICENCES);
    theirs.push(computed / few.length);
  }
  const versusBaseline = median(theirs.map((time, i) => time / (ours[i] ?? 1)));
  const versusStringify = median(handing.map((time, i) => time / (ours[i] ?? 1)));
  return [
    {
      name: 'schedule-vs-baseline',
      value: rounded(versusBaseline),
      unit: 'times faster',
      target: '≥ 30',
      holds: versusBaseline >= 30,
    },
    {
      name: 'schedule-vs-stringify',
      value: rounded(versusStringify),
      unit: 'times faster',
      target: '≥ 1',
      holds: versusStringify >= 1,
    },
    { name: 'schedules-per-second', value: Math.round(1 / median(ours)), unit: '1/s', target: '—', holds: null },
    { name: 'baseline-per-second', value: Math.round(1 / median(theirs)), unit: '1/s', target: '—', holds: null },
    { name: 'stringify-per-second', value: Math.round(1 / median(handing)), unit: '1/s', target: '—', holds: null },
    { name: 'items-per-licence', value: rounded(items / LICENCES), unit: 'items', target: '—', holds: null },
  ];
}

/** Both sides must give the same due dates before anything is timed. */
async function checkSameDates(baseline: ReturnType<typeof createBaseline>): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const input = scheduleInput(i);
    const expected = await baseline(input);
    const made = generateSchedule(input, RULES).occurrences.filter((item) => item.dueOn !== null);
    const wrong = made.find((item) => expected.get(item.key) !== item.dueOn);
    if (wrong !== undefined) {
      throw new Error(`licence ${i}: ${wrong.key} is due ${wrong.dueOn}, the baseline says ${expected.get(wrong.key)}`);
    }
    if (made.length !== expected.size) {
      const keys = new Set(made.map((item) => item.key));
      throw new Error(
        `licence ${i}: only the baseline has ${[...expected.keys()].filter((key) => !keys.has(key)).join(', ')}`,
      );
    }
  }
}
