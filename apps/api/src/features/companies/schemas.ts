import { z } from 'zod';
import { OrganisationId } from '../../db/ids.ts';
import { Cursor, Limit } from '../pagination.ts';

export const CompanyView = z.strictObject({
  id: z.string(),
  name: z.string(),
  uscc: z.string().nullable(),
  /** `closing`: may be read and no longer changed. */
  status: z.enum(['active', 'closing']),
  /** A company to rehearse with: for test keys only. */
  isSandbox: z.boolean(),
  /** What the key may do there. */
  level: z.enum(['read', 'write']),
});
export type CompanyView = z.infer<typeof CompanyView>;

export const ListCompaniesInput = z.strictObject({ cursor: Cursor, limit: Limit });
export const CompanyPage = z.strictObject({ items: z.array(CompanyView), nextCursor: z.string().nullable() });

export const GetCompanyInput = z.strictObject({ companyId: OrganisationId });
