import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/index.ts';
import type { Occurrence } from './model.ts';
import { type RecordedOccurrence, reconcile } from './reconcile.ts';

function occurrence(key: string, dueOn = '2026-03-31'): Occurrence {
  const day = civilDate(dueOn);
  return {
    key,
    dutyId: 'd',
    clause: '14',
    dueRuleId: 'r',
    action: { zh: '办', en: 'do' },
    applies: 'yes',
    opensOn: null,
    nominalOn: day,
    dueOn: day,
    dueAt: null,
    actBy: day,
    provisional: false,
    provisionalFields: [],
    status: 'upcoming',
    mark: 'E',
    anchor: { what: { zh: '起', en: 'from' }, on: dueOn },
    derivation: [],
    asks: [],
  };
}

const recorded = (item: Occurrence, workedOn = false): RecordedOccurrence => ({ ...item, workedOn });

describe('reconcile', () => {
  it('shows what is new, removed, moved and kept', () => {
    const old = [recorded(occurrence('kept')), recorded(occurrence('moved')), recorded(occurrence('gone'))];
    const result = reconcile(old, [occurrence('kept'), occurrence('moved', '2026-04-01'), occurrence('new')]);
    expect(result.added.map((item) => item.key)).toEqual(['new']);
    expect(result.removed.map((item) => item.key)).toEqual(['gone']);
    expect(result.kept.map(({ next }) => next.key)).toEqual(['kept']);
    expect(result.moved[0]?.changes).toContainEqual({ field: 'dueOn', from: '2026-03-31', to: '2026-04-01' });
  });

  it('never drops an item somebody worked on', () => {
    const result = reconcile([recorded(occurrence('gone'), true)], []);
    expect(result.removed).toEqual([]);
    expect(result.orphaned.map((item) => item.key)).toEqual(['gone']);
  });

  it('puts every item into exactly one list, and repeating it changes nothing', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    const days = fc.constantFrom('2026-03-31', '2026-04-01');
    const side = keys.chain((list) => fc.tuple(...list.map((key) => days.map((day) => occurrence(key, day)))));
    fc.assert(
      fc.property(side, side, fc.boolean(), (before, next, workedOn) => {
        const result = reconcile(
          before.map((item) => recorded(item, workedOn)),
          next,
        );
        expect(result.added.length + result.moved.length + result.kept.length).toBe(next.length);
        expect(result.removed.length + result.orphaned.length + result.moved.length + result.kept.length).toBe(
          before.length,
        );
        const again = reconcile(
          next.map((item) => recorded(item, workedOn)),
          next,
        );
        expect([again.added, again.removed, again.orphaned, again.moved]).toEqual([[], [], [], []]);
      }),
    );
  });

  it('refuses a key that occurs twice', () => {
    expect(() => reconcile([], [occurrence('a'), occurrence('a')])).toThrow('the key a occurs twice');
  });
});
