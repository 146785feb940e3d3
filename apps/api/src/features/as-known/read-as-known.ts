import { civilDate } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readLiveEvents } from '../events/queries.ts';
import { readFactsInForce } from '../facts/queries.ts';
import { FactView } from '../facts/schemas.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { titleOf } from '../schedule/change-views.ts';
import { COVERED, NOT_COVERED } from './coverage.ts';
import { endOf } from './moment.ts';
import {
  countOccurrencesBefore,
  readBaseBefore,
  readLicencesBefore,
  readOccurrencesBefore,
  readOwnDutiesBefore,
  titlesOf,
} from './queries.ts';
import * as s from './schemas.ts';

/** What was recorded of a company at the end of a day, in numbers, and what that does not cover. */
export async function companyAsKnown(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.AsKnownCompany>> {
  const { on } = parseInput(s.AsKnownInput, raw);
  const { day, before } = endOf(ctx, on);
  return withTenant(ctx, 'read', async (tx) => {
    const { ruleVersion, ownDuties } = await rulesBefore(tx, before);
    return {
      on: day,
      counts: {
        licences: (await readLicencesBefore(tx, before)).length,
        facts: (await readFactsInForce(tx, day, before)).length,
        events: (await readLiveEvents(tx, before)).length,
        occurrences: await countOccurrencesBefore(tx, before),
        ownDuties: ownDuties.length,
      },
      ruleVersion,
      covered: COVERED,
      notCovered: NOT_COVERED,
    };
  });
}

/** What the register of licences said at the end of a day. */
export async function licencesAsKnown(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.KnownLicences>> {
  const { before } = endOf(ctx, parseInput(s.AsKnownInput, raw).on);
  return withTenant(ctx, 'read', async (tx) => ({
    items: (await readLicencesBefore(tx, before)).map(({ licenceId, version, fields, source, recordedAt }) => ({
      id: publicId('licence', licenceId),
      ...{ version, fields, source, recordedAt },
    })),
  }));
}

/** The answers that had been given by the end of a day, as they counted on that day or on another. */
export async function factsAsKnown(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.KnownFacts>> {
  const { on, forDay } = parseInput(s.KnownFactsInput, raw);
  const { day, before } = endOf(ctx, on);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readFactsInForce(tx, forDay === undefined ? day : civilDate(forDay), before);
    const people = await readPeople(tx);
    return {
      items: rows.map((row) => ({
        id: publicId('fact', row.id),
        key: row.key,
        licenceId: publicIdOrNull('licence', row.licenceId),
        value: FactView.shape.value.parse(row.value),
        validFrom: row.validFrom,
        source: FactView.shape.source.parse(row.source),
        by: people(row.saidBy),
        recordedAt: row.recordedAt,
      })),
    };
  });
}

/** The items that there were at the end of a day, with the dates and the state of work of then. */
export async function occurrencesAsKnown(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof s.KnownOccurrences>> {
  const { on, cursor, limit } = parseInput(s.KnownOccurrencesInput, raw);
  const { before } = endOf(ctx, on);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readOccurrencesBefore(tx, before, { after, limit });
    const own = titlesOf((await readOwnDutiesBefore(tx, before)).inForce);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.sortOn, row.id]);
    return {
      items: items.map(({ id, key, dutyId, clause, action, state, workState }) => {
        const { opensOn, nominalOn, dueOn, dueAt, actBy, provisional, ruleVersion } = state;
        return {
          id: publicId('occurrence', id),
          ...{ key, dutyId, clause, action },
          title: own.get(dutyId) ?? titleOf(dutyId, tx.rules.rulebook),
          ...{ opensOn, nominalOn, dueOn, dueAt, actBy, provisional, ruleVersion },
          workState: s.KnownOccurrence.shape.workState.parse(workState),
        };
      }),
      nextCursor,
    };
  });
}

/** The rules that the company went by at the end of a day. */
export async function rulesAsKnown(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof s.KnownRules>> {
  const { before } = endOf(ctx, parseInput(s.AsKnownInput, raw).on);
  return withTenant(ctx, 'read', (tx) => rulesBefore(tx, before));
}

async function rulesBefore(tx: TenantTransaction, before: string): Promise<z.infer<typeof s.KnownRules>> {
  const base = await readBaseBefore(tx, before);
  const { inForce, revision } = await readOwnDutiesBefore(tx, before);
  const version = base?.baseVersion ?? null;
  return {
    version,
    ruleVersion: version === null ? null : revision === 0 ? version : `${version}+own.${revision}`,
    adoptedAt: base?.recordedAt ?? null,
    ownDuties: inForce.map(({ id, slug, version: of, duty }) => ({
      dutyId: publicId('ownDuty', id),
      slug,
      version: of,
      title: duty.title,
    })),
  };
}
