import { z } from 'zod';

/** Civil date as text, `YYYY-MM-DD`; that the day exists is checked by `civilDate()` of the calendar. */
export const CivilDateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
