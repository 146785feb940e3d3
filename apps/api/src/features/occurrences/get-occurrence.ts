import { type DerivationStep, type Duty, dutyById, explainStep, type Law, type Rulebook } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { OccurrenceState } from '../../db/schema/schedule.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { readOccurrenceHistory } from '../schedule/queries.ts';
import { ChangeKind, RunView } from '../schedule/schemas.ts';
import { contextOf } from './list-occurrences.ts';
import { occurrenceView } from './occurrence-view.ts';
import { readAuthorities, readOccurrence, readProvisionText } from './queries.ts';
import { GetOccurrenceInput, type OccurrenceDetail } from './schemas.ts';

type Detail = z.infer<typeof OccurrenceDetail>;

/** One item with everything that explains it: each counting step, clause, law, marks, penalties, and its history. */
export async function getOccurrence(ctx: TenantContext, raw: unknown): Promise<Detail> {
  const { occurrenceId } = parseInput(GetOccurrenceInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const { rulebook } = tx.rules;
    const row = await readOccurrence(tx, occurrenceId);
    if (!row) throw notFound();
    const duty = dutyById(rulebook, row.dutyId);
    const history = await readOccurrenceHistory(tx, occurrenceId);
    const { anchor, derivation, asks } = row.explanation;
    return {
      ...occurrenceView(row, { ...contextOf(tx, ctx), people: await readPeople(tx) }),
      anchor,
      derivation: derivation.map(stepView),
      asks: [...asks],
      duty: duty ?? null,
      dueRule: duty?.due.find((rule) => rule.id === row.dueRuleId) ?? null,
      laws: duty ? lawsOf(duty, rulebook) : [],
      provisionText: duty?.provision ? await readProvisionText(tx, row.licenceIds, duty.provision) : null,
      authorities: await readAuthorities(tx, row.licenceIds),
      firstSeenAt: row.firstSeenAt,
      history: history.map(({ change, run }) => ({
        at: run.recordedAt,
        runId: publicId('run', run.id),
        reason: RunView.shape.reason.parse(run.reason),
        change: ChangeKind.parse(change.change),
        before: datesView(change.before),
        after: datesView(change.after),
      })),
    };
  });
}

/** Laws that a duty, its limits and its penalties name. */
export function lawsOf(duty: Duty, rulebook: Rulebook): Law[] {
  const sources = [
    ...duty.sources,
    ...duty.due.flatMap((rule) => rule.sources),
    ...duty.penalties.map((penalty) => penalty.source),
  ];
  const ids = new Set(sources.map((source) => source.law));
  return rulebook.laws.filter((law) => ids.has(law.id));
}

function stepView(step: DerivationStep): Detail['derivation'][number] {
  return { step: { ...step }, text: { zh: explainStep(step, 'zh'), en: explainStep(step, 'en') } };
}

function datesView(state: OccurrenceState | null): Detail['history'][number]['before'] {
  if (state === null) return null;
  const { opensOn, nominalOn, dueOn, dueAt, actBy, ruleVersion, explanation } = state;
  return { opensOn, nominalOn, dueOn, dueAt, actBy, ruleVersion, derivation: explanation.derivation.map(stepView) };
}
