/** What every table must keep so that work neither gets stuck nor claims what nobody proved. */
import { describe, expect, it } from 'vitest';
import { EVENTS, type EventDefinition } from '../../rulebook/events.ts';
import { lawById } from '../../rulebook/laws.ts';
import { dutyById, RULEBOOK } from '../../rulebook/rulebook.ts';
import { type Effect, type MoveDefinition, STAY, type Workflow } from '../machine/model.ts';
import { WORKFLOWS } from './index.ts';

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;
const ENDED = /^ended-/;
/** Words by which a name claims that something lies with somebody outside. */
const CLAIM = /^已(提交|报送|上报|报告|受理|备案|补报|批准|在平台更新)|Submitted|^Filed|^Reported|^Accepted/;

interface Edge {
  readonly id: string;
  readonly move: MoveDefinition;
  readonly from: string;
  readonly to: string;
}

function edgesOf(workflow: Workflow): Edge[] {
  return Object.entries(workflow.moves).flatMap(([id, move]) =>
    move.from.map((from) => ({ id, move, from, to: move.to === STAY ? from : move.to })),
  );
}

function effectsOf(workflow: Workflow): { where: string; effect: Effect; fields: Readonly<Record<string, unknown>> }[] {
  const parts = [['open', workflow.opening] as const, ...Object.entries(workflow.moves)];
  return parts.flatMap(([where, part]) => part.effects.map((effect) => ({ where, effect, fields: part.fields })));
}

describe.each(WORKFLOWS.map((workflow) => [workflow.kind, workflow] as const))('%s', (_, workflow) => {
  const edges = edgesOf(workflow);
  const effects = effectsOf(workflow);
  const allFields = new Set(
    [workflow.opening, ...Object.values(workflow.moves)].flatMap(({ fields }) => Object.keys(fields)),
  );

  it('begins in its one start state and reaches every state', () => {
    const starts = Object.entries(workflow.states).filter(([, { kind }]) => kind === 'start');
    expect(starts.map(([id]) => id)).toEqual([workflow.initial]);
    const reached = new Set([workflow.initial]);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
    }
    expect(Object.keys(workflow.states).filter((id) => !reached.has(id))).toEqual([]);
  });

  it('can leave every state that is not an end, and reach an end from it; no move leaves an end', () => {
    const ends = Object.entries(workflow.states).flatMap(([id, { kind }]) => (ENDED.test(kind) ? [id] : []));
    const finishing = new Set(ends);
    for (let before = 0; before < finishing.size; ) {
      before = finishing.size;
      for (const { from, to } of edges) if (finishing.has(to)) finishing.add(from);
    }
    expect(Object.keys(workflow.states).filter((id) => !finishing.has(id))).toEqual([]);
    expect(edges.filter(({ from }) => ends.includes(from))).toEqual([]);
    expect(ends.some((id) => workflow.states[id]?.kind === 'ended-good')).toBe(true);
  });

  it('enters a filed state only by a person with a required receipt', () => {
    const entering = edges.filter(({ from, to }) => !workflow.states[from]?.filed && workflow.states[to]?.filed);
    const unproven = entering.filter(
      ({ move }) =>
        move.by !== 'applicant' ||
        !Object.values(move.fields).some(({ type, required }) => type === 'receipt' && required),
    );
    expect(unproven.map(({ id, from }) => `${from} → ${id}`)).toEqual([]);
  });

  it('names no state as filed, submitted or reported that is not one', () => {
    const claiming = Object.entries(workflow.states).filter(
      ([, { name }]) => CLAIM.test(name.zh) || CLAIM.test(name.en),
    );
    expect(claiming.filter(([, { filed }]) => filed !== true).map(([id]) => id)).toEqual([]);
  });

  it('keeps the receipt of every move that asks for one', () => {
    const silent = Object.entries(workflow.moves).filter(([, { fields, effects: ofMove }]) =>
      Object.entries(fields).some(
        ([field, { type }]) =>
          type === 'receipt' && !ofMove.some((e) => e.type === 'records-receipt' && e.field === field),
      ),
    );
    expect(silent.map(([id]) => id)).toEqual([]);
  });

  it('has effects and guards that name its own clocks, fields and moves', () => {
    const strangers = effects.flatMap(({ where, effect, fields }) => {
      if ('clock' in effect && !Object.hasOwn(workflow.clocks, effect.clock))
        return [`${where}: clock ${effect.clock}`];
      if (effect.type === 'records-receipt' && !(effect.field in fields)) return [`${where}: field ${effect.field}`];
      if ('on' in effect && effect.on !== undefined && !allFields.has(effect.on))
        return [`${where}: field ${effect.on}`];
      if (effect.type === 'stops-clock' && effect.on !== undefined && !(effect.on in fields))
        return [`${where}: ${effect.on}`];
      return [];
    });
    expect(strangers).toEqual([]);
    const guards = [workflow.opening, ...Object.values(workflow.moves)].flatMap((part) => part.guards);
    const unknown = guards.filter(
      (guard) =>
        ('clock' in guard && !Object.hasOwn(workflow.clocks, guard.clock)) ||
        ('field' in guard && !allFields.has(guard.field)) ||
        ('than' in guard && !allFields.has(guard.than)) ||
        ('move' in guard && !Object.hasOwn(workflow.moves, guard.move)),
    );
    expect(unknown).toEqual([]);
  });

  it('opens and stops every clock, and counts it from a field that exists', () => {
    const named = (type: Effect['type']) =>
      new Set(effects.flatMap(({ effect }) => (effect.type === type && 'clock' in effect ? [effect.clock] : [])));
    const ids = Object.keys(workflow.clocks);
    expect(ids.filter((id) => !named('opens-clock').has(id))).toEqual([]);
    expect(ids.filter((id) => !named('stops-clock').has(id))).toEqual([]);
    const fieldless = Object.entries(workflow.clocks).filter(([, { timing }]) => {
      const field = timing.type === 'window' ? timing.yearOf : timing.type === 'until' ? timing.end : timing.from;
      return !allFields.has(field);
    });
    expect(fieldless.map(([id]) => id)).toEqual([]);
  });

  it('cites laws of the register for every clock that is not mere practice, never with a better mark than its source', () => {
    const rank = ['P', 'M', 'O', 'E', 'V'];
    const unsourced = Object.entries(workflow.clocks).filter(
      ([, { mark, sources }]) =>
        sources.some(({ law }) => lawById(law) === undefined) ||
        (mark !== 'P' && sources.length === 0) ||
        (sources.length > 0 &&
          mark !== 'O' &&
          !sources.some((source) => rank.indexOf(source.mark) >= rank.indexOf(mark))),
    );
    expect(unsourced.map(([id]) => id)).toEqual([]);
  });

  it('closes due rules that exist and records events with all that they need', () => {
    const wrong = effects.flatMap(({ where, effect }) => {
      if (effect.type === 'closes-occurrence' || effect.type === 'reopens-occurrence') {
        const rule = dutyById(RULEBOOK, effect.duty)?.due.some(({ id }) => id === effect.rule);
        return rule === true ? [] : [`${where}: ${effect.duty}/${effect.rule}`];
      }
      if (effect.type !== 'records-event') return [];
      const given = { ...effect.attributes, ...effect.fixed };
      const wanted = Object.entries(CATALOGUE[effect.event]?.attributes ?? { unknown: { required: true } });
      const missing = wanted.filter(([key, { required }]) => required === true && !(key in given)).map(([key]) => key);
      const extra = Object.keys(given).filter((key) => !wanted.some(([attribute]) => attribute === key));
      const fieldless = Object.values(effect.attributes).filter((field) => !allFields.has(field));
      return [...missing, ...extra, ...fieldless].map((key) => `${where}: ${effect.event}.${key}`);
    });
    expect(wrong).toEqual([]);
  });

  it('serves clauses of the rulebook', () => {
    const clauses = new Set(RULEBOOK.duties.map(({ clause }) => clause));
    const known = (clause: string) => [...clauses].some((c) => c === clause || c.replace(/[a-z]$/, '') === clause);
    expect(
      workflow.clauses.filter((clause) => !known(clause) && !RULEBOOK.notEncoded.some((n) => n.clause === clause)),
    ).toEqual([]);
  });
});
