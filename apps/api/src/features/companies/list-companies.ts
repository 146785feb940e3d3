import type { z } from 'zod';
import type { KeyContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readCompaniesOfKey } from './queries.ts';
import { type CompanyPage, type CompanyView, GetCompanyInput, ListCompaniesInput } from './schemas.ts';

/** The companies that a key may act for. */
export async function listCompanies(ctx: KeyContext, raw: unknown): Promise<z.infer<typeof CompanyPage>> {
  const { cursor, limit } = parseInput(ListCompaniesInput, raw);
  const rows = await readCompaniesOfKey(ctx, { after: decodeCursor(cursor), limit });
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.sortAt, row.uuid]);
  return { items: items.map(({ view }) => view), nextCursor };
}

/** One of them. @throws AppError `not-found` */
export async function getCompany(ctx: KeyContext, raw: unknown): Promise<CompanyView> {
  const { companyId } = parseInput(GetCompanyInput, raw);
  const [row] = await readCompaniesOfKey(ctx, { only: companyId, limit: 1 });
  if (!row) throw notFound();
  return row.view;
}
