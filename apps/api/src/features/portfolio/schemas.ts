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

export const ListCompaniesInput = z.strictObject({});
/** Every company that is open to the person, one row each: what comes next, what was missed, which licence ends first. */
export const PortfolioCompanies = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** Dated items by where they stand. */
      counts: z.strictObject({ overdue: z.int(), uncertain: z.int(), open: z.int() }),
      next: PortfolioItem.pick({ id: true, action: true, sortOn: true, status: true }).nullable(),
      licences: z.int(),
      /** The licence that ends first; null when none prints an end. */
      expiry: z
        .strictObject({ number: z.string().nullable(), validTo: z.string(), daysLeft: z.int(), expired: z.boolean() })
        .nullable(),
    }),
  ),
});
