import type { Draft, Run, Subject } from '../run.ts';
import { calendarYears } from './calendar-years.ts';
import { eventDrafts } from './event.ts';
import { beforeLicenceDate } from './licence-date.ts';
import { afterNetworkUnitDate, networkUnitCycle } from './network-units.ts';
import { yearlyWindow } from './yearly-window.ts';

/** All dates that one due rule gives inside the horizon. */
export function draftsOf(subject: Subject, run: Run): Draft[] {
  const { timing } = subject.rule.rule;
  switch (timing.type) {
    case 'yearly-window':
      return yearlyWindow(timing, subject, run);
    case 'calendar-years':
      return calendarYears(timing, subject, run);
    case 'before-licence-date':
      return beforeLicenceDate(timing, subject, run);
    case 'per-network-unit-cycle':
      return networkUnitCycle(timing, subject, run);
    case 'after-network-unit-date':
      return afterNetworkUnitDate(timing, subject, run);
    default:
      return eventDrafts(timing, subject, run);
  }
}
