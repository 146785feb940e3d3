import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { readOwnDuties, readRelease } from '../../db/company-rules.ts';
import { publicIdOrNull } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { readReleases, readRulesHistory } from './queries.ts';
import { type Releases, ReleasesInput, type RulesState, RulesStateInput } from './schemas.ts';

/** Every release of the base rules, newest first. */
export async function listReleases(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof Releases>> {
  parseInput(ReleasesInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const releases = await readReleases(tx);
    return {
      items: releases.map(({ version, asOf, publishedAt }, i) => ({
        ...{ version, asOf, publishedAt },
        current: version === tx.base,
        latest: i === 0,
      })),
    };
  });
}

/** What the organisation goes by, and whether a newer release waits to be looked at. */
export async function viewRules(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RulesState>> {
  parseInput(RulesStateInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const [newest] = await readReleases(tx);
    const base = await readRelease(tx.db, ctx.pool, tx.base ?? ctx.rules.rulebook.version, ctx.rules);
    const people = await readPeople(tx);
    const history = await readRulesHistory(tx);
    const latest = newest ?? base;
    return {
      base: { version: base.version, asOf: base.asOf },
      ruleVersion: tx.rules.rulebook.version,
      ownDuties: (await readOwnDuties(tx.db, tx.tenantId)).length,
      latest: { version: latest.version, asOf: latest.asOf },
      behind: latest.version !== base.version,
      history: history.map(({ seq, baseVersion, recordedAt, setBy, changeId, takesBack }) => ({
        seq,
        version: baseVersion,
        at: recordedAt,
        by: people(setBy),
        changeId: publicIdOrNull('ruleChange', changeId),
        takenBack: takesBack,
      })),
    };
  });
}
