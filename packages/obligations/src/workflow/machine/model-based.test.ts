/** Any sequence of moves, good and bad, against a model that only knows the table and a stack. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../calendar/index.ts';
import { daysLater, ENV, opened, PERSON, at, sampleData } from '../testing/sample-moves.ts';
import { WORKFLOWS } from '../workflows/index.ts';
import { moveInstance, type MoveResult, takeStepBack } from './apply-move.ts';
import { foldLog } from './fold.ts';
import type { WorkflowInstance } from './instance.ts';
import { STAY, type Workflow } from './model.ts';
import { possibleMoves } from './moves.ts';

/** The naive model: the states gone through, and how many entries there are. */
interface Model {
  readonly states: string[];
  entries: number;
}

interface Real {
  instance: WorkflowInstance;
  now: Instant;
}

type Step = fc.Command<Model, Real>;

/** After each step: nothing written before has changed, and the log says the state that the model says. */
function check(workflow: Workflow, model: Model, real: Real, kept: string, result: MoveResult): void {
  const before: WorkflowInstance = JSON.parse(kept);
  if (result.moved) {
    expect(result.instance.log.slice(0, -1)).toEqual(before.log);
    expect(JSON.stringify(real.instance)).toBe(kept);
    real.instance = result.instance;
  } else {
    expect(result.refusals.length).toBeGreaterThan(0);
    for (const { at: place, message } of result.refusals) expect(place && message.zh && message.en).toBeTruthy();
  }
  const standing = foldLog(workflow, real.instance);
  expect(standing.state).toBe(model.states.at(-1));
  expect(real.instance.log).toHaveLength(model.entries);
  expect(standing.effective).toHaveLength(model.states.length);
  expect(foldLog(workflow, JSON.parse(JSON.stringify(real.instance)))).toEqual(standing);
  if (workflow.states[standing.state]?.filed === true) {
    const movers = standing.receipts.map(({ seq }) => real.instance.log[seq - 1]?.by.kind);
    expect(movers.length).toBeGreaterThan(0);
    expect(new Set(movers)).toEqual(new Set(['person']));
  }
}

class Move implements Step {
  readonly workflow: Workflow;
  readonly id: string;
  readonly pick: number;
  readonly days: number;
  readonly flaw: 'none' | 'empty' | 'stranger' | 'system' | 'past';

  constructor(workflow: Workflow, id: string, pick: number, days: number, flaw: Move['flaw']) {
    this.workflow = workflow;
    this.id = id;
    this.pick = pick;
    this.days = days;
    this.flaw = flaw;
  }

  check = () => true;

  run = (model: Model, real: Real): void => runMove(this, model, real);

  toString = () => `${this.id}(${this.flaw}, +${this.days}d)`;
}

function runMove(step: Move, model: Model, real: Real): void {
  const { workflow, id, flaw } = step;
  const move = workflow.moves[id];
  if (move === undefined) throw new Error(id);
  real.now = daysLater(real.now, step.days);
  const before = real.instance;
  const kept = JSON.stringify(before);
  const data = sampleData(move.fields, real.now, step.pick);
  const result = moveInstance(
    workflow,
    before,
    {
      move: id,
      data: flaw === 'empty' ? {} : flaw === 'stranger' ? { ...data, stranger: 1 } : data,
      by: flaw === 'system' ? { kind: 'system' } : PERSON,
      now: flaw === 'past' ? at('2000-01-01') : real.now,
    },
    ENV,
  );
  const state = model.states.at(-1) ?? '';
  const starts = move.from.includes(state);
  const needs = Object.values(move.fields).some(({ required }) => required);
  const flawed =
    flaw === 'stranger' ||
    flaw === 'past' ||
    (flaw === 'empty' && needs) ||
    (flaw === 'system' && move.by !== 'system');
  if (!starts || flawed) expect(result.moved).toBe(false);
  else if (move.guards.length === 0) expect(result.moved).toBe(true);
  else if (!result.moved) expect(result.refusals.every(({ code }) => code === 'guard')).toBe(true);
  if (!starts && !result.moved) expect(result.refusals[0]?.code).toBe('not-allowed-here');
  if (result.moved) {
    model.states.push(move.to === STAY ? state : move.to);
    model.entries++;
  }
  check(workflow, model, real, kept, result);
}

class TakeBack implements Step {
  readonly workflow: Workflow;
  readonly reason: string;

  constructor(workflow: Workflow, reason: string) {
    this.workflow = workflow;
    this.reason = reason;
  }

  check = () => true;

  run = (model: Model, real: Real): void => runTakeBack(this, model, real);

  toString = () => `takeBack(${this.reason})`;
}

function runTakeBack(step: TakeBack, model: Model, real: Real): void {
  const kept = JSON.stringify(real.instance);
  const result = takeStepBack(step.workflow, real.instance, { reason: step.reason, by: PERSON, now: real.now }, ENV);
  expect(result.moved).toBe(model.states.length > 1 && step.reason !== '');
  if (result.moved) {
    model.states.pop();
    model.entries++;
  }
  check(step.workflow, model, real, kept, result);
}

describe.each(WORKFLOWS.map((workflow) => [workflow.kind, workflow] as const))('%s', (_, workflow) => {
  it('follows its table whatever is tried, keeps the whole log, and never claims a filing without a receipt', () => {
    const move = fc
      .tuple(
        fc.constantFrom(...Object.keys(workflow.moves)),
        fc.nat(6),
        fc.constantFrom(0, 0, 1, 9, 40, 200),
        fc.constantFrom('none', 'none', 'none', 'none', 'empty', 'stranger', 'system', 'past'),
      )
      .map(([id, pick, days, flaw]) => new Move(workflow, id, pick, days, flaw));
    const back = fc.constantFrom('误登', '').map((reason) => new TakeBack(workflow, reason));
    const verdict = fc.check(
      fc.property(fc.commands([move, move, move, back], { maxCommands: 60, size: 'max' }), (commands) => {
        const now = at('2025-03-03');
        const instance = opened(workflow, now);
        fc.modelRun(() => ({ model: { states: [workflow.initial], entries: 1 }, real: { instance, now } }), commands);
      }),
      { numRuns: 60 },
    );
    expect(verdict.failed ? fc.defaultReportMessage(verdict) : null).toBeNull();
  });

  it('lets every move be made from every state it names', () => {
    const wanted = new Set(
      Object.entries(workflow.moves).flatMap(([id, { from }]) => from.map((state) => `${state} → ${id}`)),
    );
    for (let seed = 0; seed < 1500 && wanted.size > 0; seed++) walk(workflow, seed, wanted);
    expect([...wanted]).toEqual([]);
  });
});

/** A walk that prefers moves not made yet; what it makes is struck off the list. */
function walk(workflow: Workflow, seed: number, wanted: Set<string>): void {
  const below = chance(seed);
  let now = at('2025-01-06');
  let instance = opened(workflow, now, sampleData(workflow.opening.fields, now, below(7), 20 + below(250)));
  for (let step = 0; step < 90; step++) {
    now = daysLater(now, [0, 0, 1, 8, 70, 420][below(6)] ?? 0);
    const { state } = foldLog(workflow, instance);
    const moves = possibleMoves(workflow, instance, now, ENV).filter(({ blockedBy }) => blockedBy.length === 0);
    const fresh = moves.filter(({ id }) => wanted.has(`${state} → ${id}`));
    const from = fresh.length > 0 && below(3) > 0 ? fresh : moves;
    const chosen = from[below(from.length)];
    if (chosen === undefined) continue;
    const data = sampleData(chosen.move.fields, now, below(7), 500);
    const result = moveInstance(workflow, instance, { move: chosen.id, data, by: PERSON, now }, ENV);
    if (!result.moved) continue;
    wanted.delete(`${state} → ${chosen.id}`);
    instance = result.instance;
  }
}

/** Whole numbers below n, the same for the same seed (mulberry32). */
function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
