import { z } from 'zod';
import { OccurrenceRow, Status } from '../occurrences/schemas.ts';
import { Cursor, Limit } from '../pagination.ts';

export const ListPortfolioInput = z.strictObject({
  status: z.array(Status).min(1).max(5).optional(),
  /** First and last day of the date that the list is sorted by. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListPortfolioInput = z.output<typeof ListPortfolioInput>;

export const PortfolioItem = OccurrenceRow.pick({
  id: true,
  dutyId: true,
  clause: true,
  title: true,
  action: true,
  applies: true,
  dueOn: true,
  dueAt: true,
  actBy: true,
  provisional: true,
  status: true,
  mark: true,
  workState: true,
  daysLeft: true,
  sortOn: true,
}).extend({ organisation: z.strictObject({ id: z.string(), name: z.string() }) });
export type PortfolioItem = z.infer<typeof PortfolioItem>;

/** Dated items of all companies, earliest first. */
export const PortfolioPage = z.strictObject({ items: z.array(PortfolioItem), nextCursor: z.string().nullable() });
