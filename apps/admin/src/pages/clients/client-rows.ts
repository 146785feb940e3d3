import { addDays, type CivilDate } from '@zhengqi/obligations';
import type { Engagement } from '../../components/engagements/engagement.ts';
import { lastDayOf } from '../../components/engagements/last-day.ts';
import type { RouterOutputs } from '../../trpc.ts';

export type CompanySummary = RouterOutputs['portfolio']['companies']['items'][number];

/** What clients can be narrowed to, and sorted by. */
export const CLIENT_STATES = ['current', 'overdue', 'uncertain', 'expiring', 'ending', 'ended'] as const;
export type ClientState = (typeof CLIENT_STATES)[number];
export const CLIENT_SORTS = ['next', 'name', 'expiry'] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

/** A client as one row, whatever number of engagements there were. */
export interface ClientRow {
  id: string;
  name: string;
  uscc: string | null;
  active: boolean;
  /** Whether the one who looks may enter. */
  you: boolean;
  level: Engagement['level'];
  lastDay: string;
  /** What its own lists say; null for those who may not look into it. */
  summary: CompanySummary | null;
}

/** A licence counts as expiring for half a year, an engagement as ending for two months. */
const EXPIRING_DAYS = 180;
const ENDING_DAYS = 60;

/** One row for each company of these engagements: of several, the viewer's own speaks for it, else the one that lasts longest. */
export function clientRows(
  engagements: readonly Engagement[],
  summaries: readonly CompanySummary[],
  codes: ReadonlyMap<string, string | null>,
): ClientRow[] {
  const summaryOf = new Map(summaries.map((summary) => [summary.id, summary]));
  const rows = new Map<string, ClientRow>();
  for (const { company, active, you, level, endsAt, endedAt } of engagements) {
    const row = rows.get(company.id);
    const next: ClientRow = {
      ...company,
      uscc: codes.get(company.id) ?? null,
      active,
      you: active && you,
      level,
      lastDay: lastDayOf(endedAt ?? endsAt),
      summary: summaryOf.get(company.id) ?? null,
    };
    if (row === undefined) rows.set(company.id, next);
    else if (isAhead(next, row)) rows.set(company.id, next);
  }
  return [...rows.values()];
}

function isAhead(a: ClientRow, b: ClientRow): boolean {
  if (a.active !== b.active) return a.active;
  return a.you === b.you ? a.lastDay > b.lastDay : a.you;
}

/** Whether a client is in this state today. */
export function isInState({ active, lastDay, summary }: ClientRow, state: ClientState, today: CivilDate): boolean {
  if (state === 'ended') return !active;
  if (!active) return false;
  if (state === 'overdue') return (summary?.counts.overdue ?? 0) > 0;
  if (state === 'uncertain') return (summary?.counts.uncertain ?? 0) > 0;
  if (state === 'expiring') return (summary?.expiry?.daysLeft ?? Infinity) <= EXPIRING_DAYS;
  if (state === 'ending') return lastDay <= addDays(today, ENDING_DAYS);
  return true;
}

/** In order; what has no date stands last. */
export function sortClients(rows: readonly ClientRow[], sort: ClientSort): ClientRow[] {
  const dateOf = ({ summary }: ClientRow): string => {
    const date = sort === 'next' ? summary?.next?.sortOn : sort === 'expiry' ? summary?.expiry?.validTo : null;
    return date ?? '9999';
  };
  const names = new Intl.Collator('zh-CN');
  return rows.toSorted((a, b) => {
    const [x, y] = sort === 'name' ? ['', ''] : [dateOf(a), dateOf(b)];
    return x === y ? names.compare(a.name, b.name) : x < y ? -1 : 1;
  });
}
