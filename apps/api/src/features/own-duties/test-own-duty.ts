import {
  dutyById,
  FACTS,
  type FactDefinition,
  type Facts,
  generateSchedule,
  type Licence,
  type OwnDuty,
  reconcile,
  type Rulebook,
  type Schedule,
  ScheduleInputError,
  type ScheduleRules,
  type TriggerEvent,
} from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readLiveEvents } from '../events/queries.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { horizonOf } from '../schedule/count-company.ts';
import { differenceLines } from '../schedule/difference-lines.ts';
import { readAllOccurrences, readScheduledLicences } from '../schedule/queries.ts';
import { tryOwnDuty } from './read-own-duty.ts';
import { TestOwnDutyInput, type TestOwnDutyOutput } from './schemas.ts';

type Output = z.infer<typeof TestOwnDutyOutput>;

/** A licence to try a duty on, with what else counts for it. */
interface Trial {
  licenceId: string | null;
  ref: string;
  licence: Licence;
  facts: Facts;
  events: readonly TriggerEvent[];
}

/**
 * What a duty would give for a licence, or for all of the organisation: whether it binds and why, and which items it
 * would make, take away or move against the version in force. Stores nothing.
 */
export async function testOwnDuty(ctx: TenantContext, raw: unknown): Promise<Output> {
  const { duty: written, licenceId, licence, facts } = parseInput(TestOwnDutyInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const read = tryOwnDuty(written, tx.rules.rulebook);
    if (!('duty' in read)) return { errors: read.problems, licences: [] };
    const trials =
      licence === undefined ? await trialsOf(tx, ctx, licenceId) : [typed(licence, (facts ?? {}) as Facts)];
    const worked = new Set((await readAllOccurrences(tx)).flatMap((row) => (row.workedAt ? [row.naturalKey] : [])));
    return { errors: [], licences: trials.map((trial) => outcome(ctx, tx.rules, read.duty, trial, worked)) };
  });
}

async function trialsOf(tx: TenantTransaction, ctx: TenantContext, wanted: string | undefined): Promise<Trial[]> {
  const rows = (await readScheduledLicences(tx)).filter(({ id }) => wanted === undefined || id === wanted);
  if (wanted !== undefined && rows.length === 0) throw notFound();
  const facts = await readFactsInForce(tx, today(ctx.clock));
  const events = await readLiveEvents(tx);
  return rows.map(({ id, fields }) => ({
    licenceId: publicId('licence', id),
    ref: publicId('licence', id),
    licence: fields,
    facts: factsOf(facts, id),
    events,
  }));
}

const typed = (licence: Licence, facts: Facts): Trial => ({
  licenceId: null,
  ref: licence.number ?? 'licence',
  licence,
  facts,
  events: [],
});

function outcome(
  ctx: TenantContext,
  { rulebook, calendar }: ScheduleRules,
  duty: OwnDuty,
  trial: Trial,
  worked: ReadonlySet<string>,
): Output['licences'][number] {
  const inForce = dutyById(rulebook, duty.id);
  const [before, after] = [only(rulebook, inForce ? [inForce] : []), only(rulebook, [duty])];
  const [old, made] = [
    scheduleOf(ctx, trial, { rulebook: before, calendar }),
    scheduleOf(ctx, trial, { rulebook: after, calendar }),
  ];
  const difference = reconcile(
    old.occurrences.map((item) => ({ ...item, workedOn: worked.has(item.key) })),
    made.occurrences,
  );
  const lines = differenceLines(difference, before, after);
  const result = made.duties[0];
  return {
    licenceId: trial.licenceId,
    number: trial.licence.number,
    applies: result?.applies ?? 'unknown',
    because: { ...(result?.because ?? duty.title) },
    asks: asksOf(made),
    added: lines.filter(({ change }) => change === 'added'),
    removed: lines.filter(({ change }) => change === 'removed'),
    moved: lines.filter(({ change }) => change === 'moved'),
    kept: difference.kept.length,
  };
}

/** The other duties give the same before and after. */
const only = (rulebook: Rulebook, duties: Rulebook['duties']): Rulebook => ({ ...rulebook, duties });

function scheduleOf(ctx: TenantContext, { licence, ref, facts, events }: Trial, rules: ScheduleRules): Schedule {
  const asOf = today(ctx.clock);
  try {
    return generateSchedule({ licence, licenceRef: ref, facts, events, asOf, until: horizonOf(asOf) }, rules);
  } catch (error) {
    if (!(error instanceof ScheduleInputError)) throw error;
    const { path, messageZh, message } = error;
    throw invalidField(path, messageZh, message);
  }
}

const CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;

function asksOf({ questions }: Schedule): Output['licences'][number]['asks'] {
  return questions.map(({ key, question }) => ({ key, question: { ...(CATALOGUE[key]?.question ?? question) } }));
}
