import { cellsOf, isFilled, type ReportCell } from './cells.ts';
import type { AnnualReport } from './model.ts';

/** How far a report is. All fields must be filled in. */
export interface Completeness {
  readonly filled: number;
  readonly needed: number;
  /** Whole percent, rounded down: 100 only when nothing is missing. */
  readonly percent: number;
  readonly missing: readonly ReportCell[];
  /** Filled from last year and not confirmed. */
  readonly toConfirm: readonly ReportCell[];
}

/** Counts the cells that are filled in, and names the others. */
export function completeness(report: AnnualReport): Completeness {
  const cells = cellsOf(report);
  const missing = cells.filter(({ entry }) => !isFilled(entry));
  const filled = cells.length - missing.length;
  return {
    filled,
    needed: cells.length,
    percent: Math.floor((filled / cells.length) * 100),
    missing,
    toConfirm: cells.filter(({ entry }) => entry?.carriedFrom !== undefined),
  };
}
