import { withConnection } from '../db/connection.ts';
import { emailKey } from './email.ts';

/**
 * Makes somebody who has an account an operator of the platform. There is no way to this from inside the product: an
 * operator cannot make another. Whatever sessions that person has end: those of operators are shorter.
 * @param url login that migrates
 */
export function grantOperator(url: string, email: string): Promise<'done' | 'unknown'> {
  return withConnection({ url, name: 'operators' }, async (client) => {
    await client.query('set role zq_migrate');
    const { rowCount } = await client.query(
      `insert into authz.operator as o (user_id) select u.id from authz.app_user u
        where u.email_key = $1 and u.disabled_at is null
       on conflict (user_id) do update set
         granted_at = case when o.revoked_at is null then o.granted_at else now() end, revoked_at = null`,
      [emailKey(email)],
    );
    if (rowCount === 0) return 'unknown';
    await client.query('select authz.end_other_sessions(u.id, null) from authz.app_user u where u.email_key = $1', [
      emailKey(email),
    ]);
    return 'done';
  });
}

/** Takes it back. Sessions of that person go on as anybody's; open looks into organisations end with the next statement. */
export function revokeOperator(url: string, email: string): Promise<'done' | 'unknown'> {
  return withConnection({ url, name: 'operators' }, async (client) => {
    await client.query('set role zq_migrate');
    const { rowCount } = await client.query(
      `update authz.operator o set revoked_at = coalesce(o.revoked_at, now()) from authz.app_user u
        where u.id = o.user_id and u.email_key = $1`,
      [emailKey(email)],
    );
    return rowCount === 0 ? 'unknown' : 'done';
  });
}

/** Everybody who is or was an operator, one line each. */
export function findOperators(url: string): Promise<string[]> {
  return withConnection({ url, name: 'operators' }, async (client) => {
    await client.query('set role zq_migrate');
    const { rows } = await client.query<{ line: string }>(
      `select u.email || '  since ' || to_char(o.granted_at, 'YYYY-MM-DD')
              || coalesce('  until ' || to_char(o.revoked_at, 'YYYY-MM-DD'), '') as line
         from authz.operator o join authz.app_user u on u.id = o.user_id order by o.granted_at`,
    );
    return rows.map(({ line }) => line);
  });
}
