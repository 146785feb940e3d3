/** Every refusal names its place and says, in both languages, what to do. */
import { describe, expect, it } from 'vitest';
import { at, ENV, opened, PERSON } from '../testing/sample-moves.ts';
import { workflowOf } from '../workflows/index.ts';
import { moveInstance, openInstance, takeStepBack } from './apply-move.ts';
import { foldLog } from './fold.ts';
import type { Actor, MoveData, WorkflowInstance } from './instance.ts';
import { BrokenLogError } from './refusal.ts';

const RENEWAL = workflowOf('renewal');
const NOW = at('2025-09-10');

function tryMove(instance: WorkflowInstance, move: string, data: MoveData = {}, by: Actor = PERSON, now = NOW) {
  return moveInstance(RENEWAL, instance, { move, data, by, now }, ENV);
}

function after(...moves: readonly (readonly [string, MoveData])[]): WorkflowInstance {
  return moves.reduce(
    (instance, [move, data]) => {
      const result = tryMove(instance, move, data);
      if (!result.moved) throw new Error(JSON.stringify(result.refusals));
      return result.instance;
    },
    opened(RENEWAL, at('2025-09-01'), { validTo: '2025-12-24' }),
  );
}

const preparing = () => after(['begin', {}]);

describe('a submission', () => {
  it.each<[string, MoveData, string]>([
    ['without a receipt', {}, 'data.receipt'],
    ['with a receipt that has neither number nor file', { receipt: { on: '2025-09-10' } as never }, 'data.receipt'],
    ['with a receipt without its day', { receipt: { number: 'R-1' } as never }, 'data.receipt'],
    ['with a receipt of tomorrow', { receipt: { number: 'R-1', on: '2025-09-11' } }, 'data.receipt.on'],
    ['with a day that does not exist', { receipt: { number: 'R-1', on: '2025-02-30' } }, 'data.receipt.on'],
    ['with a blank number', { receipt: { number: '  ', on: '2025-09-10' } }, 'data.receipt'],
    [
      'with a field that the step does not have',
      { receipt: { number: 'R-1', on: '2025-09-10' }, extra: 1 },
      'data.extra',
    ],
    [
      'with a name of every object',
      { receipt: { number: 'R-1', on: '2025-09-10' }, constructor: 'x' },
      'data.constructor',
    ],
  ])('%s is refused', (_, data, place) => {
    const result = tryMove(preparing(), 'submit', data);
    expect(result).toMatchObject({ moved: false, refusals: [{ at: place }] });
    if (!result.moved)
      expect(result.refusals[0]?.message).toEqual({
        zh: expect.stringMatching(/。$/),
        en: expect.stringMatching(/\.$/),
      });
  });

  it('is recorded by a person, never by the system', () => {
    const data = { receipt: { fileId: 'file-1', on: '2025-09-10' } };
    expect(tryMove(preparing(), 'submit', data, { kind: 'system' })).toMatchObject({
      moved: false,
      refusals: [{ code: 'needs-a-person' }],
    });
    expect(tryMove(preparing(), 'submit', data)).toMatchObject({ moved: true });
  });

  it('closes the occurrence, which is owed again when it comes to nothing', () => {
    const receipt = { number: 'R-1', on: '2025-09-10' };
    const submitted = after(['begin', {}], ['submit', { receipt }]);
    expect(foldLog(RENEWAL, submitted)).toMatchObject({
      closesOccurrences: [{ duty: 'apply-for-renewal', rule: 'apply' }],
      receipts: [{ move: 'submit', receipt }],
    });
    const failed = tryMove(submitted, 'not-accept', { notAcceptedOn: '2025-09-10', refusalReason: '材料不全' });
    expect(failed.moved && foldLog(RENEWAL, failed.instance)).toMatchObject({
      state: 'not-accepted',
      closesOccurrences: [],
    });
  });
});

describe('a move', () => {
  it('that does not exist, or not here, says so', () => {
    expect(tryMove(preparing(), 'file')).toMatchObject({
      moved: false,
      refusals: [{ code: 'unknown-move', at: 'move' }],
    });
    expect(tryMove(preparing(), 'toString')).toMatchObject({ moved: false, refusals: [{ code: 'unknown-move' }] });
    expect(tryMove(preparing(), 'approve')).toMatchObject({
      moved: false,
      refusals: [{ code: 'not-allowed-here', message: { en: expect.stringContaining('Preparing material') } }],
    });
  });

  it('cannot be recorded before the one before it', () => {
    expect(tryMove(preparing(), 'ask-client', { asked: '章程' }, PERSON, at('2025-09-09'))).toMatchObject({
      moved: false,
      refusals: [{ code: 'time-order', at: 'now' }],
    });
  });

  it('reports every wrong field at once', () => {
    const accepted = after(['begin', {}], ['submit', { receipt: { number: 'R-1', on: '2025-09-10' } }]);
    const result = tryMove(accepted, 'ask-for-material', { toldOn: '10 September' });
    expect(result).toMatchObject({
      moved: false,
      refusals: [
        { code: 'field-invalid', at: 'data.toldOn' },
        { code: 'field-missing', at: 'data.missing' },
      ],
    });
  });

  it('writes moments in Chinese time, whatever offset they came with', () => {
    const result = moveInstance(
      RENEWAL,
      opened(RENEWAL, at('2025-09-01'), { validTo: '2025-12-24' }),
      {
        move: 'begin',
        data: {},
        by: PERSON,
        now: '2025-09-10T23:30:00Z',
      },
      ENV,
    );
    expect(result).toMatchObject({ moved: true, entry: { at: '2025-09-11T07:30:00+08:00' } });
  });
});

describe('the opening', () => {
  it('wants its fields and its subject', () => {
    const open = (type: 'licence' | 'company', data: MoveData) =>
      openInstance(
        RENEWAL,
        { version: '1', subject: { type, id: 'x' }, occurrenceKeys: [], data, by: PERSON, now: NOW },
        ENV,
      );
    expect(open('licence', {})).toMatchObject({ moved: false, refusals: [{ at: 'data.validTo' }] });
    expect(open('company', { validTo: '2025-12-24' })).toMatchObject({
      moved: false,
      refusals: [{ at: 'subject.type' }],
    });
    expect(open('licence', { validTo: '2025-12-24' })).toMatchObject({ moved: true });
  });
});

describe('taking back', () => {
  it('keeps both the step and its taking back, with the reason, and undoes all that came with it', () => {
    const submitted = after(['begin', {}], ['submit', { receipt: { number: 'R-1', on: '2025-09-10' } }]);
    const back = takeStepBack(RENEWAL, submitted, { reason: '误登', by: PERSON, now: NOW }, ENV);
    if (!back.moved) throw new Error('refused');
    expect(back.instance.log.map(({ move }) => move)).toEqual(['open', 'begin', 'submit', 'take-back']);
    expect(back.entry).toMatchObject({ takesBack: 3, data: { reason: '误登' } });
    const standing = foldLog(RENEWAL, back.instance);
    expect(standing).toMatchObject({ state: 'preparing', receipts: [], closesOccurrences: [] });
    expect(standing.clocks['apply']?.stoppedOn).toBeNull();
    expect(Object.keys(standing.clocks)).toEqual(['apply']);
  });

  it('needs a reason and a person, and never takes back the opening', () => {
    const back = (instance: WorkflowInstance, reason: string, by: Actor = PERSON) =>
      takeStepBack(RENEWAL, instance, { reason, by, now: NOW }, ENV);
    expect(back(preparing(), ' ')).toMatchObject({ moved: false, refusals: [{ at: 'data.reason' }] });
    expect(back(preparing(), '误登', { kind: 'system' })).toMatchObject({
      moved: false,
      refusals: [{ code: 'needs-a-person' }],
    });
    const once = back(preparing(), '误登');
    expect(once.moved && back(once.instance, '再撤')).toMatchObject({
      moved: false,
      refusals: [{ code: 'nothing-to-take-back' }],
    });
  });
});

describe('a stored log', () => {
  const broken = (change: (log: WorkflowInstance['log']) => unknown): WorkflowInstance => {
    const instance = structuredClone(after(['begin', {}], ['ask-client', { asked: '章程' }]));
    change(instance.log);
    return instance;
  };

  it.each<[string, (log: WorkflowInstance['log']) => unknown]>([
    ['with a missing entry', (log) => log.splice(1, 1)],
    ['with a move of another table', (log) => Object.assign(log[1] ?? {}, { move: 'file' })],
    ['with a move from the wrong state', (log) => Object.assign(log[2] ?? {}, { move: 'approve' })],
    ['with two openings', (log) => Object.assign(log[1] ?? {}, { move: 'open' })],
    [
      'with a taking back of another step',
      (log) => log.push({ seq: 4, move: 'take-back', by: PERSON, at: NOW, data: {}, takesBack: 2 }),
    ],
  ])('%s is refused rather than read otherwise', (_, change) => {
    expect(() => foldLog(RENEWAL, broken(change))).toThrow(BrokenLogError);
  });
});
