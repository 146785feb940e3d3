import { createCalendar, type WorkingDayCalendar } from './working-day-calendar.ts';
import { NOTICES } from './years/index.ts';

/** The calendar of the shipped notices, covering 2024-01-01 to 2026-12-28. Later years: `createCalendar([...NOTICES, …])`. */
export const PRC_CALENDAR: WorkingDayCalendar = createCalendar(NOTICES);
