import type { KeyContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { CompanyView } from './schemas.ts';

/** Companies that a key may act for now, in the order of their making, one more than asked for; or the one asked for. */
export async function readCompaniesOfKey(
  { services, key }: KeyContext,
  page: { only?: string; after?: readonly [string, string] | undefined; limit: number },
): Promise<{ uuid: string; sortAt: string; view: CompanyView }[]> {
  const { rows } = await services.authPool.query<CompanyView & { is_sandbox: boolean; sort_at: string }>(
    'select * from authz.companies_of_key($1, $2, $3, $4, $5)',
    [
      Buffer.from(key.credentialHash, 'hex'),
      page.only ?? null,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.limit + 1,
    ],
  );
  return rows.map(({ id, name, uscc, status, level, is_sandbox: isSandbox, sort_at: sortAt }) => ({
    uuid: id,
    sortAt,
    view: { id: publicId('organisation', id), name, uscc, status, isSandbox, level },
  }));
}
