import type { WeeklyHours } from './roster-records.ts';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Minutes of the week, from Monday 00:00: first included, last not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The whole week. */
export const ALL_WEEK: readonly Span[] = [{ start: 0, end: WEEK }];

/** Weekly hours as spans in order; what passes Sunday night goes on on Monday. */
export function spansOf(hours: readonly WeeklyHours[]): Span[] {
  const spans = hours.flatMap(({ weekday, start, end }) => {
    const from = (weekday - 1) * DAY + minutesOf(start);
    const to = (weekday - 1) * DAY + minutesOf(end) + (minutesOf(end) <= minutesOf(start) ? DAY : 0);
    return to <= WEEK
      ? [{ start: from, end: to }]
      : [
          { start: from, end: WEEK },
          { start: 0, end: to - WEEK },
        ];
  });
  return joined(spans);
}

/** Spans of `wanted` that no span of `covered` covers. */
export function holesIn(wanted: readonly Span[], covered: readonly Span[]): Span[] {
  const holes: Span[] = [];
  for (const { start, end } of wanted) {
    let at = start;
    for (const span of covered) {
      if (span.end <= at || span.start >= end) continue;
      if (span.start > at) holes.push({ start: at, end: span.start });
      at = Math.max(at, span.end);
    }
    if (at < end) holes.push({ start: at, end });
  }
  return holes;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
