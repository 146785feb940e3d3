import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CivilDate, civilDate } from '../calendar/index.ts';
import { RULEBOOK } from '../rulebook/index.ts';
import { checkMove, type ItemStanding } from './check-move.ts';
import { type EvidencePiece, evidenceKinds, evidenceNeeds, evidenceRefusals } from './evidence.ts';
import { laterOf, type Lateness, latenessOf } from './lateness.ts';
import { MOVE_RULES, WORK_MOVES, WORK_STATES, type WorkMove } from './moves.ts';

const day = (text: string): CivilDate => civilDate(text);
const today = day('2026-11-24');
const person = { isPerson: true, today };
const item = (change: Partial<ItemStanding> = {}): ItemStanding => ({
  state: 'open',
  waiverPending: false,
  isReview: false,
  mark: 'E',
  dueOn: day('2026-12-04'),
  missed: false,
  ...change,
});

describe('the table of moves', () => {
  it('leads out of every state, and every state but the first can be reached', () => {
    for (const state of WORK_STATES) {
      expect(WORK_MOVES.filter((move) => MOVE_RULES[move].from.includes(state)).length).toBeGreaterThan(0);
    }
    const reached = new Set(WORK_MOVES.map((move) => MOVE_RULES[move].to));
    expect(WORK_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('reaches “waived” by the second person only, and “submitted” by a filing only', () => {
    expect(WORK_MOVES.filter((move) => MOVE_RULES[move].to === 'waived')).toEqual(['approve-waiver']);
    expect(WORK_MOVES.filter((move) => MOVE_RULES[move].to === 'submitted')).toEqual(['submit']);
  });

  it('any walk by moves that are allowed stays in known states, and what is finished only reopens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORK_MOVES), { maxLength: 30 }), fc.boolean(), (moves, isReview) => {
        let now = item({ isReview, mark: isReview ? 'O' : 'E' });
        for (const move of moves) {
          if (checkMove(now, move, person) !== null) continue;
          const state = MOVE_RULES[move].to ?? now.state;
          if (now.state === 'waived') expect(move).toBe('reopen');
          if (now.state === 'closed') expect(['reopen', 'record-receipt']).toContain(move);
          now = { ...now, state, waiverPending: waiverAfter(now, move), missed: now.missed || move === 'state-missed' };
          expect(WORK_STATES).toContain(now.state);
          if (now.state === 'waived' || now.state === 'closed') expect(now.waiverPending).toBe(false);
          if (isReview) expect(now.state).not.toBe('submitted');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[WorkMove, Partial<ItemStanding>, string]>([
    ['close', { state: 'closed' }, 'state'],
    ['close', { waiverPending: true }, 'waiver-pending'],
    ['close', { isReview: true }, 'review'],
    ['sign', {}, 'not-a-review'],
    ['approve-waiver', {}, 'no-waiver'],
    ['state-missed', {}, 'no-miss'],
    ['state-missed', { dueOn: day('2026-11-01'), mark: 'O' }, 'no-miss'],
    ['state-missed', { dueOn: day('2026-11-01'), mark: 'P' }, 'no-miss'],
    ['state-missed', { dueOn: null }, 'no-miss'],
    ['assign', { state: 'waived' }, 'state'],
  ])('%s is refused for %j', (move, change, code) => {
    const refused = checkMove(item(change), move, person);
    expect(refused?.code).toBe(code);
    expect(refused?.text.zh).toMatch(/[一-鿿]/);
    expect(refused?.text.en).toMatch(/[a-z]/);
  });

  it('lets no program sign, waive or state a miss', () => {
    const program = { isPerson: false, today };
    const late = item({ dueOn: day('2026-11-01') });
    expect(checkMove(late, 'state-missed', program)?.code).toBe('person');
    expect(checkMove(item(), 'request-waiver', program)?.code).toBe('person');
    expect(checkMove(item({ isReview: true, mark: 'O' }), 'sign', program)?.code).toBe('person');
    expect(checkMove(late, 'state-missed', person)).toBeNull();
  });
});

function waiverAfter({ waiverPending }: ItemStanding, move: WorkMove): boolean {
  if (move === 'request-waiver') return true;
  if (MOVE_RULES[move].waiver === 'pending') return false;
  return waiverPending;
}

describe('lateness', () => {
  const limit = { dueOn: day('2026-12-04'), dueAt: null, mark: 'V' as const };

  it('is nothing on the last day, and counts natural days after it', () => {
    expect(latenessOf(limit, { on: day('2026-12-04'), at: null })).toEqual({
      daysLate: null,
      minutesLate: null,
      missed: false,
    });
    expect(latenessOf(limit, { on: day('2026-12-07'), at: null })).toEqual({
      daysLate: 3,
      minutesLate: null,
      missed: true,
    });
  });

  it('by our own rule or by practice is late, but missed nothing in a legal sense', () => {
    for (const mark of ['O', 'P'] as const)
      expect(latenessOf({ ...limit, mark }, { on: day('2026-12-05'), at: null })).toMatchObject({
        daysLate: 1,
        missed: false,
      });
  });

  it('of a clock of hours is counted by minutes when the moment is known, by days when not', () => {
    const clock = { dueOn: day('2026-11-24'), dueAt: '2026-11-24T12:00:00+08:00', mark: 'E' as const };
    const at = (moment: string) => latenessOf(clock, { on: day(moment.slice(0, 10)), at: moment });
    expect(at('2026-11-24T12:00:00+08:00')).toMatchObject({ missed: false });
    expect(at('2026-11-24T12:00:01+08:00')).toEqual({ daysLate: 0, minutesLate: 1, missed: true });
    expect(at('2026-11-25T12:00:00+08:00')).toEqual({ daysLate: 1, minutesLate: 1440, missed: true });
    expect(latenessOf(clock, { on: day('2026-11-24'), at: null })).toMatchObject({ missed: false });
  });

  it('never gets less by being recorded again', () => {
    const late = fc.record({
      daysLate: fc.option(fc.nat(400)),
      minutesLate: fc.option(fc.nat(9000)),
      missed: fc.boolean(),
    });
    fc.assert(
      fc.property(late, late, (before: Lateness, now: Lateness) => {
        const after = laterOf(before, now);
        expect(after.missed).toBe(before.missed || now.missed);
        expect(after.daysLate ?? -1).toBe(Math.max(before.daysLate ?? -1, now.daysLate ?? -1));
        expect(laterOf(after, now)).toEqual(after);
      }),
    );
  });
});

describe('evidence that a duty names', () => {
  const renewal = RULEBOOK.duties.find(({ id }) => id === 'apply-for-renewal');
  const kinds = evidenceKinds(renewal).map(({ kind }) => kind);
  const piece = (kind: string | null, change: Partial<EvidencePiece> = {}): EvidencePiece => ({
    kind,
    form: 'file',
    validFrom: null,
    validUntil: null,
    ...change,
  });
  const refused = (pieces: EvidencePiece[]) =>
    evidenceRefusals(evidenceNeeds(renewal, pieces, today)).map(({ zh }) => zh);

  it('has a name of its own in every duty', () => {
    for (const duty of RULEBOOK.duties) expect(evidenceKinds(duty)).toHaveLength(duty.evidence.length);
  });

  it('is named when it is missing or not valid on the day', () => {
    expect(refused([])).toEqual(kinds.map((kind) => `缺少证据：${kind}。`));
    expect(refused([piece(null)])).toHaveLength(kinds.length);
    const expired = piece(kinds[0] ?? '', { validUntil: day('2026-11-23') });
    expect(refused([expired, piece(kinds[1] ?? '')])).toEqual([`证据在办理之日无效：${kinds[0]}。`]);
    expect(refused([piece(kinds[0] ?? '', { validFrom: day('2026-11-25') }), piece(kinds[1] ?? '')])).toHaveLength(1);
    expect(refused(kinds.map((kind) => piece(kind, { validUntil: today })))).toEqual([]);
  });

  it('may be said not to apply, but not all of it', () => {
    const none = (kind: string) => piece(kind, { form: 'not-applicable' });
    expect(refused([none(kinds[0] ?? ''), piece(kinds[1] ?? '', { form: 'note' })])).toEqual([]);
    expect(refused(kinds.map(none))).toHaveLength(1);
  });

  it('of a duty that the rulebook no longer has is none', () => {
    expect(evidenceNeeds(undefined, [], today)).toEqual([]);
  });
});
