import { FACTS } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { type PersonView, readPeople } from '../people.ts';
import { factDefinition, factScope } from './fact-scope.ts';
import { type FactRow, readFactHistory, readFactsInForce } from './queries.ts';
import {
  FactHistoryInput,
  FactView,
  type FactCatalogue,
  type FactDefinitionView,
  type FactList,
  ListFactsInput,
} from './schemas.ts';

/** The answers in force today: those about the company, and those about a licence (all licences when none is named). */
export async function listFacts(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof FactList>> {
  const { licenceId } = parseInput(ListFactsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readFactsInForce(tx, today(ctx.clock));
    const wanted = rows.filter(
      (row) => licenceId === undefined || row.licenceId === null || row.licenceId === licenceId,
    );
    const people = await readPeople(tx);
    return { items: wanted.map((row) => factView(row, people)) };
  });
}

/** All that was ever said about one fact, newest first. */
export async function factHistory(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof FactList>> {
  const { key, licenceId } = parseInput(FactHistoryInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const rows = await readFactHistory(tx, key, licenceId ?? null);
    const people = await readPeople(tx);
    return { items: rows.map((row) => factView(row, people)) };
  });
}

/** All facts the rulebook reads, for forms. */
export function factCatalogue(): z.infer<typeof FactCatalogue> {
  return { items: Object.keys(FACTS).flatMap(definitionView) };
}

function definitionView(key: string): FactDefinitionView[] {
  const definition = factDefinition(key);
  if (!definition) return [];
  const { question, type, values, source } = definition;
  return [{ key, question, type, ...(values ? { values: [...values] } : {}), source, scope: factScope(key) }];
}

function factView(row: FactRow, people: (id: string | null) => PersonView): z.infer<typeof FactView> {
  return {
    id: publicId('fact', row.id),
    key: row.key,
    licenceId: publicIdOrNull('licence', row.licenceId),
    value: FactView.shape.value.parse(row.value),
    validFrom: row.validFrom,
    source: FactView.shape.source.parse(row.source),
    by: people(row.saidBy),
    recordedAt: row.recordedAt,
  };
}
