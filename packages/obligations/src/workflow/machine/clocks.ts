import { evaluateCondition } from '../../applicability/index.ts';
import {
  civilDateOf,
  type CivilDate,
  type Deadline,
  daysBetween,
  earliest,
  type Instant,
  isCivilDate,
  minutesBetween,
  parseInstant,
} from '../../calendar/index.ts';
import { lawById } from '../../rulebook/laws.ts';
import type { Mark } from '../../rulebook/marks.ts';
import type { SourceReference } from '../../rulebook/schema.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { type CountedLimit, countLimit, dayOf } from './count-limit.ts';
import { conditionContext, type WorkflowEnvironment } from './environment.ts';
import type { ClockRun, Standing } from './fold.ts';
import type { ClockDefinition, MarkedNote, Workflow } from './model.ts';

/**
 * `at-once`: the law gives no number, time is running; `date-unknown`: the day it starts from is not known, ask;
 * `past-no-record`: the last day is over and nothing is recorded, which is not yet a miss; `not-done-at-end`: the work
 * ended without it.
 */
export type ClockStatus =
  | 'not-done-at-end'
  | 'at-once'
  | 'running'
  | 'paused'
  | 'date-unknown'
  | 'past-no-record'
  | 'met'
  | 'met-late';

/** One clock of an instance at a moment. */
export interface ClockStanding {
  readonly id: string;
  readonly name: Bilingual;
  readonly whose: ClockDefinition['whose'];
  readonly status: ClockStatus;
  readonly applies: 'yes' | 'unknown';
  /** Fields or facts that decide whether it applies; empty when it does. */
  readonly asks: readonly string[];
  readonly anchor: { readonly what: Bilingual; readonly on: string } | null;
  readonly opensOn: CivilDate | null;
  readonly deadline: Deadline | null;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  /** Since the start of an `at-once` clock: minutes from a moment, days from a day. */
  readonly elapsed: { readonly n: number; readonly unit: 'minute' | 'day' } | null;
  /** Day or moment on which the act was done. */
  readonly metOn: string | null;
  /** Mark of the limit that counts. */
  readonly mark: Mark;
  readonly sources: readonly SourceReference[];
  /** The limits that were compared where several sources limit the same act, each with its own mark. */
  readonly alternatives: readonly { readonly id: string; readonly deadline: Deadline; readonly mark: Mark }[];
  readonly silence: MarkedNote | null;
  readonly notes: readonly MarkedNote[];
}

/** All clocks that were opened and that apply or may apply, the most urgent first and those already met last. */
export function clockStandings(
  workflow: Workflow,
  standing: Standing,
  now: Instant,
  env: WorkflowEnvironment,
): ClockStanding[] {
  return Object.entries(workflow.clocks)
    .filter(([, clock]) => clock.sameActAs === undefined)
    .flatMap(([id]) => clockStanding(workflow, standing, id, now, env) ?? [])
    .sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0));
}

/** One clock, or null when it was not opened, does not apply or was not law on that day. */
export function clockStanding(
  workflow: Workflow,
  standing: Standing,
  id: string,
  now: Instant,
  env: WorkflowEnvironment,
): ClockStanding | null {
  const own = limitOf(workflow, standing, id, now, env);
  if (own === null) return null;
  const rivals = Object.entries(workflow.clocks)
    .filter(([, { sameActAs }]) => sameActAs === id)
    .flatMap(([rival]) => limitOf(workflow, standing, rival, now, env) ?? []);
  const dated = [own, ...rivals].flatMap((limit) => {
    const { deadline } = limit.counted;
    return deadline === null ? [] : [{ ...limit, deadline }];
  });
  const compared =
    dated.length > 1
      ? earliest(
          dated.map((d) => d.deadline),
          dated.map(labelOf),
        )
      : null;
  const chosen = dated.find(({ deadline }) => deadline.dueOn === compared?.dueOn) ?? own;
  const deadline = compared ?? dated[0]?.deadline ?? null;
  const { clock, run, asks } = own;
  const counted = chosen.counted;
  const status = statusOf(own, standing, deadline, counted.dueAt, now);
  return {
    id,
    name: clock.name,
    whose: clock.whose,
    status,
    applies: asks.length === 0 ? 'yes' : 'unknown',
    asks,
    anchor: counted.anchor === null ? null : { what: labelOfField(workflow, counted.field), on: counted.anchor },
    opensOn: counted.opensOn,
    deadline,
    dueAt: counted.dueAt,
    provisional: deadline?.provisional ?? false,
    elapsed: status === 'at-once' && counted.anchor !== null ? elapsedSince(counted.anchor, now) : null,
    metOn: run.stoppedOn,
    mark: chosen.clock.mark,
    sources: dated.length > 1 ? dated.flatMap((d) => d.clock.sources) : clock.sources,
    alternatives: dated.length > 1 ? dated.map((d) => ({ id: d.id, deadline: d.deadline, mark: d.clock.mark })) : [],
    silence: clock.silence ?? null,
    notes: clock.notes ?? [],
  };
}

interface Limit {
  readonly id: string;
  readonly clock: ClockDefinition;
  readonly run: ClockRun;
  readonly counted: CountedLimit;
  readonly asks: readonly string[];
}

function limitOf(
  workflow: Workflow,
  standing: Standing,
  id: string,
  now: Instant,
  env: WorkflowEnvironment,
): Limit | null {
  const clock = workflow.clocks[id];
  const run = standing.clocks[id];
  if (clock === undefined || run === undefined) return null;
  const context = conditionContext(standing.values, now, env);
  const verdict = clock.when === undefined ? null : evaluateCondition(clock.when, context);
  if (verdict?.applies === 'no') return null;
  const counted = countLimit(env.calendar, clock.timing, run, standing.values);
  const day = counted.anchor === null ? null : dayOf(counted.anchor);
  if (day !== null && (day < (clock.validFrom ?? '') || day > (clock.validTo ?? '9999'))) return null;
  return { id, clock, run, counted, asks: verdict?.asks ?? [] };
}

function statusOf(
  { clock, run, counted }: Limit,
  { stateKind }: Standing,
  deadline: Deadline | null,
  dueAt: Instant | null,
  now: Instant,
): ClockStatus {
  if (run.stoppedOn !== null) return isLate(run.stoppedOn, deadline, dueAt) ? 'met-late' : 'met';
  if (stateKind === 'ended-good' || stateKind === 'ended-bad') return 'not-done-at-end';
  if (clock.timing.type === 'at-once') return 'at-once';
  if (deadline === null) return run.pauses.at(-1)?.to === null && counted.anchor !== null ? 'paused' : 'date-unknown';
  return isLate(now, deadline, dueAt) ? 'past-no-record' : 'running';
}

/** A day is late after the last day; a moment is compared with the moment where the limit is one. */
function isLate(moment: string, deadline: Deadline | null, dueAt: Instant | null): boolean {
  if (deadline === null) return false;
  if (dueAt !== null && !isCivilDate(moment)) return parseInstant(moment) > dueAt;
  return dayOf(moment) > deadline.dueOn;
}

function elapsedSince(anchor: string, now: Instant): ClockStanding['elapsed'] {
  if (isCivilDate(anchor)) return { n: daysBetween(anchor, civilDateOf(now)), unit: 'day' };
  return { n: minutesBetween(anchor, now), unit: 'minute' };
}

const OVER: ReadonlySet<ClockStatus> = new Set(['met', 'met-late', 'not-done-at-end']);

function urgency({ status, deadline, dueAt }: ClockStanding): string {
  if (status === 'at-once') return '0';
  const due = dueAt ?? deadline?.dueOn ?? '9999';
  return `${OVER.has(status) ? 2 : 1}${due}`;
}

/** Law and article in both languages, since a step of a derivation has one label. */
function labelOf({ clock, id }: Limit): string {
  const source = clock.sources[0];
  const law = source === undefined ? undefined : lawById(source.law);
  if (source === undefined || law === undefined) return id;
  const { article, mark } = source;
  return article === null
    ? `${law.title.zh} · ${law.title.en} (${mark})`
    : `${law.title.zh}第${article}条 · ${law.title.en} art ${article} (${mark})`;
}

function labelOfField({ opening, moves }: Workflow, field: string): Bilingual {
  const fields = [opening, ...Object.values(moves)].map((part) => part.fields[field]);
  return fields.find((definition) => definition !== undefined)?.label ?? { zh: field, en: field };
}
