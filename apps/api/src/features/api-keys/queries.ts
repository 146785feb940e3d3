import { sql } from 'drizzle-orm';
import { displayKey } from '../../auth/api-key-format.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { readPeople } from '../people.ts';
import { ApiKeyView } from './schemas.ts';

type Level = 'read' | 'write';

interface KeyRow extends Record<string, unknown> {
  id: string;
  name: string;
  mode: string;
  start: string;
  scopes: string[];
  created_at: string;
  created_by: string | null;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  replaced_by: string | null;
  is_live: boolean;
}

interface GrantRow extends Record<string, unknown> {
  key_id: string;
  company_id: string;
  company_name: string;
  level: Level;
  effective: Level | null;
  granted_by: string | null;
  granted_at: string;
}

const instant = (text: string) => new Date(text).toISOString();
const instantOrNull = (text: string | null) => (text === null ? null : instant(text));

/** Keys of the organisation, newest first. The database shows them to its owners and admins only. */
export async function readApiKeys(tx: TenantTransaction): Promise<ApiKeyView[]> {
  const keys = await tx.db.execute<KeyRow>(sql`select * from authz.api_keys()`);
  const grants = await tx.db.execute<GrantRow>(sql`select * from authz.api_key_grants()`);
  const people = await readPeople(tx);
  return keys.rows.map((row) => ({
    id: publicId('apiKey', row.id),
    name: row.name,
    mode: ApiKeyView.shape.mode.parse(row.mode),
    display: displayKey(row.mode, row.start),
    scopes: ApiKeyView.shape.scopes.parse(row.scopes),
    status: statusOf(row),
    createdAt: instant(row.created_at),
    createdBy: people(row.created_by),
    expiresAt: instant(row.expires_at),
    lastUsedAt: instantOrNull(row.last_used_at),
    revokedAt: instantOrNull(row.revoked_at),
    replacedBy: publicIdOrNull('apiKey', row.replaced_by),
    grants: grants.rows
      .filter((grant) => grant.key_id === row.id)
      .map((grant) => ({
        companyId: publicId('organisation', grant.company_id),
        companyName: grant.company_name,
        level: grant.level,
        effective: grant.effective,
        grantedBy: people(grant.granted_by),
        grantedAt: instant(grant.granted_at),
      })),
  }));
}

/** @throws AppError `not-found` */
export async function readApiKey(tx: TenantTransaction, id: string): Promise<ApiKeyView> {
  const found = (await readApiKeys(tx)).find((key) => key.id === publicId('apiKey', id));
  if (!found) throw notFound();
  return found;
}

/** Companies that the caller may give a key of this organisation for. */
export async function readGrantableCompanies(tx: TenantTransaction) {
  const { rows } = await tx.db.execute<{ company_id: string; name: string; level: Level; is_sandbox: boolean }>(
    sql`select * from authz.grantable_companies()`,
  );
  return rows.map((row) => ({
    companyId: publicId('organisation', row.company_id),
    name: row.name,
    level: row.level,
    isSandbox: row.is_sandbox,
  }));
}

/** Keys of other organisations that were given this company. */
export async function readForeignApiKeys(tx: TenantTransaction) {
  const { rows } = await tx.db.execute<
    Pick<KeyRow, 'name' | 'mode' | 'start' | 'scopes' | 'expires_at' | 'last_used_at'> &
      Pick<GrantRow, 'key_id' | 'level' | 'effective' | 'granted_at'> & { owner_name: string }
  >(sql`select * from authz.foreign_api_keys()`);
  return rows.map((row) => ({
    keyId: publicId('apiKey', row.key_id),
    ownerName: row.owner_name,
    name: row.name,
    display: displayKey(row.mode, row.start),
    scopes: ApiKeyView.shape.scopes.parse(row.scopes),
    level: row.level,
    effective: row.effective,
    grantedAt: instant(row.granted_at),
    expiresAt: instant(row.expires_at),
    lastUsedAt: instantOrNull(row.last_used_at),
  }));
}

function statusOf(row: KeyRow): ApiKeyView['status'] {
  if (row.revoked_at !== null) return 'revoked';
  if (!row.is_live) return 'expired';
  return row.replaced_by === null ? 'active' : 'replaced';
}
