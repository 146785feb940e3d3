import type { CivilDate } from '../../calendar/index.ts';
import type { SourceReference } from '../../rulebook/schema.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import {
  type FieldValue,
  type LogEntry,
  type MoveData,
  OPEN,
  Receipt,
  TAKE_BACK,
  type WorkflowInstance,
} from './instance.ts';
import { type Effect, STAY, type StateKind, type Workflow } from './model.ts';
import { BrokenLogError } from './refusal.ts';

/** One run of a clock; opening it again begins a new run. */
export interface ClockRun {
  /** All values known when it was opened. */
  readonly values: MoveData;
  /** Field the count starts from, where the move names another than the clock. */
  readonly from: string | null;
  /** Day or moment on which the act was done; null while it runs. */
  readonly stoppedOn: string | null;
  /** Days on which the count paused and went on (null: still paused). */
  readonly pauses: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
}

/** What a log says: the state and everything that came with the moves that still stand. */
export interface Standing {
  readonly state: string;
  readonly stateKind: StateKind;
  /** Latest value of each field. */
  readonly values: MoveData;
  /** The moves that still stand, the opening first. */
  readonly effective: readonly LogEntry[];
  readonly clocks: Readonly<Record<string, ClockRun>>;
  readonly receipts: readonly { readonly move: string; readonly seq: number; readonly receipt: Receipt }[];
  readonly breaches: readonly {
    readonly seq: number;
    readonly text: Bilingual;
    readonly sources: readonly SourceReference[];
  }[];
  /** Due rules done and not owed again since. */
  readonly closesOccurrences: readonly { readonly duty: string; readonly rule: string }[];
  readonly recordsEvents: readonly {
    readonly seq: number;
    readonly event: string;
    readonly attributes: Readonly<Record<string, FieldValue>>;
  }[];
  readonly asksNewLicence: boolean;
}

/**
 * Replays a log. Moves that were taken back leave no trace but their entries.
 * @throws {BrokenLogError} when the log is not one that these tables can have made
 */
export function foldLog(workflow: Workflow, { log }: Pick<WorkflowInstance, 'log'>): Standing {
  const effective = standingEntries(workflow, log);
  let standing = startOf(workflow);
  for (const entry of effective) {
    const move = entry.move === OPEN ? null : workflow.moves[entry.move];
    if (move === undefined) throw new BrokenLogError(workflow.kind, entry.seq, `no move ${entry.move}`);
    if (move !== null && !move.from.includes(standing.state)) {
      throw new BrokenLogError(workflow.kind, entry.seq, `${entry.move} does not start from ${standing.state}`);
    }
    const to = move?.to ?? workflow.initial;
    const state = to === STAY ? standing.state : to;
    const stateKind = workflow.states[state]?.kind;
    if (stateKind === undefined) throw new BrokenLogError(workflow.kind, entry.seq, `no state ${state}`);
    const moved = { ...standing, state, stateKind, values: { ...standing.values, ...entry.data }, effective };
    standing = (move ?? workflow.opening).effects.reduce<Standing>(
      (before, effect) => withEffect(before, effect, entry),
      moved,
    );
  }
  return standing;
}

/** The entries that no later entry takes back, without the takings-back themselves. */
function standingEntries(workflow: Workflow, log: readonly LogEntry[]): LogEntry[] {
  const standing: LogEntry[] = [];
  log.forEach((entry, i) => {
    if (entry.seq !== i + 1) throw new BrokenLogError(workflow.kind, entry.seq, `expected entry ${i + 1}`);
    if ((entry.move === OPEN) !== (i === 0))
      throw new BrokenLogError(workflow.kind, entry.seq, 'the opening comes first');
    if (entry.move !== TAKE_BACK) {
      standing.push(entry);
      return;
    }
    const last = standing.pop();
    if (last === undefined || last.move === OPEN || last.seq !== entry.takesBack) {
      throw new BrokenLogError(workflow.kind, entry.seq, 'it takes back another than the last step');
    }
  });
  return standing;
}

function startOf(workflow: Workflow): Standing {
  return {
    state: workflow.initial,
    stateKind: 'start',
    values: {},
    effective: [],
    clocks: {},
    receipts: [],
    breaches: [],
    closesOccurrences: [],
    recordsEvents: [],
    asksNewLicence: false,
  };
}

function withEffect(standing: Standing, effect: Effect, entry: LogEntry): Standing {
  const { values } = standing;
  switch (effect.type) {
    case 'records-receipt': {
      const receipt = Receipt.safeParse(entry.data[effect.field]);
      if (!receipt.success) return standing;
      return {
        ...standing,
        receipts: [...standing.receipts, { move: entry.move, seq: entry.seq, receipt: receipt.data }],
      };
    }
    case 'opens-clock':
      return withClock(standing, effect.clock, () => ({
        values,
        from: effect.on ?? null,
        stoppedOn: null,
        pauses: [],
      }));
    case 'stops-clock':
      return withClock(
        standing,
        effect.clock,
        (run) => run && { ...run, stoppedOn: run.stoppedOn ?? momentOf(effect, entry) },
      );
    case 'pauses-clock':
      return withClock(standing, effect.clock, (run) => {
        if (run === undefined || run.pauses.at(-1)?.to === null) return run;
        return { ...run, pauses: [...run.pauses, { from: dayOf(momentOf(effect, entry)), to: null }] };
      });
    case 'resumes-clock':
      return withClock(standing, effect.clock, (run) => {
        const paused = run?.pauses.at(-1);
        if (run === undefined || paused?.to !== null) return run;
        const to = dayOf(momentOf(effect, entry));
        return { ...run, pauses: [...run.pauses.slice(0, -1), { from: paused.from, to }] };
      });
    case 'closes-occurrence':
    case 'reopens-occurrence': {
      const { duty, rule, type } = effect;
      const others = standing.closesOccurrences.filter((done) => done.duty !== duty || done.rule !== rule);
      return { ...standing, closesOccurrences: type === 'closes-occurrence' ? [...others, { duty, rule }] : others };
    }
    case 'asks-new-licence':
      return { ...standing, asksNewLicence: true };
    case 'records-breach': {
      const { text, sources } = effect;
      return { ...standing, breaches: [...standing.breaches, { seq: entry.seq, text, sources }] };
    }
    case 'records-event': {
      const attributes = Object.entries(effect.attributes).flatMap(([attribute, field]) => {
        const value = values[field];
        return value === undefined ? [] : [[attribute, value] as const];
      });
      const event = {
        seq: entry.seq,
        event: effect.event,
        attributes: { ...effect.fixed, ...Object.fromEntries(attributes) },
      };
      return { ...standing, recordsEvents: [...standing.recordsEvents, event] };
    }
  }
}

function withClock(
  standing: Standing,
  clock: string,
  change: (run: ClockRun | undefined) => ClockRun | undefined,
): Standing {
  const run = change(standing.clocks[clock]);
  return run === undefined ? standing : { ...standing, clocks: { ...standing.clocks, [clock]: run } };
}

/** Day or moment of the act that an effect names; the moment of recording where the field is left empty. */
function momentOf(effect: { readonly on?: string }, entry: LogEntry): string {
  const value = effect.on === undefined ? undefined : entry.data[effect.on];
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'on' in value ? value.on : entry.at;
}

/** Moments are kept in Chinese time, so the day is their first part. */
function dayOf(moment: string): CivilDate {
  return moment.slice(0, 10) as CivilDate;
}
