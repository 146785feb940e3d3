import { addDays, civilDate } from '@zhengqi/obligations';

export interface HolidayBlock {
  on: string;
  /** Last day of the block, the same as `on` if it has only one. */
  until: string;
  name: string;
  /** The days among them that are fixed by law, not merely swapped or a weekend. */
  statutory: string[];
}

/** Rest days of one holiday that follow each other, as a notice announces them. */
export function holidayBlocks(days: readonly { date: string; name: string; statutory: boolean }[]): HolidayBlock[] {
  const blocks: HolidayBlock[] = [];
  for (const { date, name, statutory } of days) {
    const last = blocks.at(-1);
    if (last !== undefined && last.name === name && addDays(civilDate(last.until), 1) === date) last.until = date;
    else blocks.push({ on: date, until: date, name, statutory: [] });
    if (statutory) blocks.at(-1)?.statutory.push(date);
  }
  return blocks;
}
