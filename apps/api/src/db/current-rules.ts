import {
  createCalendar,
  NOTICES,
  type ScheduleRules,
  type WorkingDayCalendar,
  type WorkingDayNotice,
} from '@zhengqi/obligations';
import type { Pool } from './pool.ts';

/** A notice as it was entered, the newest version of its year. */
export interface EnteredNotice {
  year: number;
  version: number;
  content: WorkingDayNotice;
  enteredAt: string;
}

/**
 * Rulebook and calendar in force: what the release ships, with the notices that operators have entered since. One for
 * a process; whoever starts it calls `refresh` first and whenever the channel `zq_calendar` speaks.
 */
export class CurrentRules {
  private readonly shipped: ScheduleRules;
  private readonly pool: Pool;
  private calendar: WorkingDayCalendar;
  entered: readonly EnteredNotice[] = [];
  /** Grows with every notice entered; 0 while there is none. */
  revision = 0;

  constructor(shipped: ScheduleRules, pool: Pool) {
    this.shipped = shipped;
    this.pool = pool;
    this.calendar = shipped.calendar;
  }

  /** To be asked for each call anew. */
  get now(): ScheduleRules {
    return this.calendar === this.shipped.calendar ? this.shipped : { ...this.shipped, calendar: this.calendar };
  }

  /** Reads what has been entered. @returns whether anything is new */
  async refresh(): Promise<boolean> {
    const { rows } = await this.pool.query<EnteredNotice & { revision: string }>(
      'select revision, year, version, content, entered_at as "enteredAt" from authz.working_day_notices()',
    );
    const revision = Math.max(0, ...rows.map((row) => Number(row.revision)));
    if (revision === this.revision) return false;
    const entered = rows.map(({ year, version, content, enteredAt }) => ({
      year,
      version,
      content,
      enteredAt: new Date(enteredAt).toISOString(),
    }));
    this.calendar = createCalendar(noticesWith(entered.map(({ content }) => content)));
    this.entered = entered;
    this.revision = revision;
    return true;
  }

  /** The calendar as it would be with one more notice. @throws CalendarError naming what is wrong with it */
  calendarWith(notice: WorkingDayNotice): WorkingDayCalendar {
    const others = this.entered.filter(({ year }) => year !== notice.year).map(({ content }) => content);
    return createCalendar(noticesWith([...others, notice]));
  }
}

/** Shipped notices by year, each replaced by what was entered for its year: that is the later word. */
function noticesWith(entered: readonly WorkingDayNotice[]): WorkingDayNotice[] {
  const byYear = new Map<number, WorkingDayNotice>(NOTICES.map((notice) => [notice.year, notice]));
  for (const notice of entered) byYear.set(notice.year, notice);
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}
