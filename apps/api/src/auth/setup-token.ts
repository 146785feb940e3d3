import { withConnection } from '../db/connection.ts';
import { hashBytes, newSecret } from './token.ts';

/**
 * A one-time token for the first set-up, to be shown where only the operator reads. Only its hash is stored. Earlier
 * tokens stay good until the set-up is done: the terminal of an earlier start may still show one.
 * @param url login that migrates
 * @returns null when a user exists already, so that there is nothing to set up
 */
export async function issueSetupToken(url: string): Promise<string | null> {
  return withConnection({ url, name: 'setup' }, async (client) => {
    await client.query('set role zq_migrate');
    const { rows } = await client.query<{ required: boolean }>('select authz.set_up_required() as required');
    if (rows[0]?.required !== true) return null;
    const token = newSecret();
    await client.query('insert into authz.setup_token (id) values ($1)', [hashBytes(token)]);
    return token;
  });
}
