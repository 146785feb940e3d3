import { createHash } from 'node:crypto';
import { Rulebook } from '@zhengqi/obligations';
import type pg from 'pg';

/**
 * Publishes a release of the base rules: once for each version, never changed. Companies stay on the one they are on; a
 * new one is there for them to look at and to adopt.
 * @param client login that may write schema authz: the migration's
 * @throws Error when the version has been published with other content
 */
export async function publishRulebook(client: Pick<pg.Client, 'query'>, rulebook: Rulebook): Promise<void> {
  // A database that is younger or older than this program has no place for it.
  const { rows: place } = await client.query<{ there: boolean }>(
    `select to_regclass('authz.rulebook_release') is not null as there`,
  );
  if (place[0]?.there !== true) return;
  const content = JSON.stringify(Rulebook.parse(rulebook));
  const sha256 = createHash('sha256').update(content).digest('hex');
  await client.query(
    `insert into authz.rulebook_release (version, seq, as_of, content, sha256)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4 from authz.rulebook_release on conflict (version) do nothing`,
    [rulebook.version, rulebook.asOf, content, sha256],
  );
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from authz.rulebook_release where version = $1',
    [rulebook.version],
  );
  if (rows[0]?.sha256 !== sha256)
    throw new Error(
      `the rulebook ${rulebook.version} was published here with other content; raise \`version\` in rulebook.ts`,
    );
}
