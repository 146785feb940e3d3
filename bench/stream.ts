import { generateSchedule, RULEBOOK } from '@zhengqi/obligations';
import { type Figure, rounded } from './measure.ts';
import { CALENDAR, scheduleInput } from './population.ts';

const LICENCES = 100_000;
const LIMIT_MIB = 512;

/** Peak memory of the process that streams 100,000 schedules, one at a time. Run in a process of its own. */
export function streamBench(): Figure[] {
  let items = 0;
  let peak = 0;
  for (let i = 0; i < LICENCES; i++) {
    items += generateSchedule(scheduleInput(i), { rulebook: RULEBOOK, calendar: CALENDAR }).occurrences.length;
    if (i % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  if (items === 0) throw new Error('the stream made no items');
  const mib = Math.max(peak, process.resourceUsage().maxRSS * 1024) / 1024 / 1024;
  return [
    { name: 'stream-100k-mib', value: rounded(mib), unit: 'MiB', target: `< ${LIMIT_MIB}`, holds: mib < LIMIT_MIB },
  ];
}
