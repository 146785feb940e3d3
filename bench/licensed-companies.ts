import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@zhengqi/obligations';
import type pg from 'pg';
import { licenceColumns } from '../apps/api/src/features/licences/licence-columns.ts';
import { scheduleInput } from './population.ts';

const BATCH = 100;
const NOT_ATTRIBUTES = new Set(['id', 'type']);

/**
 * Companies with their owners, licences, answers and events, past the use cases but as they would have stored them: the
 * population of the other benches, several licences to a company. Nothing is counted yet.
 * @returns the companies
 */
export async function fillLicensedCompanies(
  admin: pg.Pool,
  companies: number,
  licences: number,
  today: CivilDate,
): Promise<string[]> {
  const tenants = Array.from({ length: companies }, () => randomUUID());
  for (let first = 0; first < companies; first += BATCH) {
    const rows = tenants.slice(first, first + BATCH).map((tenantId, i) => rowsOf(tenantId, first + i, licences, today));
    await insert(
      admin,
      'authz.org',
      rows.flatMap(({ org }) => org),
    );
    await insert(
      admin,
      'authz.app_user',
      rows.flatMap(({ owner }) => owner),
    );
    await insert(
      admin,
      'authz.membership',
      rows.flatMap(({ membership }) => membership),
    );
    await insert(
      admin,
      'app.licence',
      rows.flatMap(({ licence }) => licence),
    );
    await insert(
      admin,
      'app.fact',
      rows.flatMap(({ fact }) => fact),
    );
    await insert(
      admin,
      'app.trigger_event',
      rows.flatMap(({ event }) => event),
    );
  }
  return tenants;
}

function rowsOf(tenantId: string, company: number, licences: number, today: CivilDate) {
  const at = `${today}T00:00:00+08:00`;
  const userId = randomUUID();
  const { facts, events } = scheduleInput(company);
  return {
    org: [{ id: tenantId, kind: 'company', name: `示例公司${company}` }],
    owner: [
      {
        id: userId,
        email: `${userId}@example.cn`,
        email_key: `${userId}@example.cn`,
        name: '示例甲',
        password_hash: '$argon2id$unusable',
        email_verified_at: at,
      },
    ],
    membership: [{ user_id: userId, org_id: tenantId, role: 'owner' }],
    licence: Array.from({ length: licences }, (_, i) => {
      const columns = licenceColumns(scheduleInput(company * licences + i).licence);
      return {
        tenant_id: tenantId,
        id: randomUUID(),
        version: 1,
        fields: columns.fields,
        number: columns.number,
        holder: columns.holder,
        issued_on: columns.issuedOn,
        valid_to: columns.validTo,
        created_at: at,
        updated_at: at,
      };
    }),
    fact: Object.entries(facts).map(([key, value]) => ({
      tenant_id: tenantId,
      id: randomUUID(),
      key,
      value,
      valid_from: '2026-01-01',
      source: 'import',
      recorded_at: at,
    })),
    event: events.map((event) => ({
      tenant_id: tenantId,
      id: randomUUID(),
      type: event.type,
      attributes: Object.fromEntries(Object.entries(event).filter(([name]) => !NOT_ATTRIBUTES.has(name))),
      happened_on: event['on'],
      recorded_at: at,
    })),
  };
}

/** Columns that no row names keep their defaults. */
async function insert(admin: pg.Pool, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await admin.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
