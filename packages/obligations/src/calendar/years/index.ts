import type { WorkingDayNotice } from '../notice.ts';
import { NOTICE_2024 } from './2024.ts';
import { NOTICE_2025 } from './2025.ts';
import { NOTICE_2026 } from './2026.ts';

/** The shipped State Council notices, ascending; together they cover 2024-01-01 to 2026-12-28. */
export const NOTICES: readonly WorkingDayNotice[] = Object.freeze([NOTICE_2024, NOTICE_2025, NOTICE_2026]);
