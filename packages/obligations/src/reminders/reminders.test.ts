import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, type CivilDate } from '../calendar/index.ts';
import { RULEBOOK } from '../rulebook/index.ts';
import { defaultReminderPolicy, DEFAULT_REMINDER_POLICIES } from './default-policies.ts';
import { type DueReminder, dueReminders } from './due-reminders.ts';
import { ReminderKind, reminderKindOf, withOverrides } from './policy.ts';
import { nextStageAt, type ReminderItem, stageReached } from './stages.ts';

const day = (text: string) => civilDate(text);
const item = (change: Partial<ReminderItem> = {}): ReminderItem => ({
  id: 'i',
  opensOn: null,
  dueOn: day('2027-03-31'),
  actBy: null,
  dueAt: null,
  firstSeenOn: day('2026-01-01'),
  isOpen: true,
  isSure: true,
  ...change,
});
const on = (today: string, time = '10:00:00') => ({ today: day(today), instant: `${today}T${time}+08:00` });
const report = defaultReminderPolicy('yearly-window');
const stageOf = (today: string, change: Partial<ReminderItem> = {}, policy = report) =>
  stageReached(item(change), policy, on(today))?.id ?? null;

describe('a stage is reached when its threshold has passed', () => {
  it.each([
    ['2027-01-29', null],
    ['2027-01-30', 'd60'],
    ['2027-02-15', 'd60'],
    // Nobody looked on 1 March: the day after, the stage of that day is still the latest.
    ['2027-03-02', 'd30'],
    ['2027-03-30', 'd1'],
    ['2027-03-31', 'd0'],
    ['2027-04-01', 'o1'],
    ['2027-04-06', 'o1'],
    ['2027-04-07', 'o7'],
    ['2027-04-20', 'o14'],
    ['2027-06-23', 'o84'],
    // After twelve weeks four times less often, and never silent.
    ['2027-07-20', 'o84'],
    ['2027-07-21', 'o112'],
    ['2030-01-01', 'o980'],
  ])('on %s: %s', (today, stage) => {
    expect(stageOf(today)).toBe(stage);
  });

  it('counts to the day by which to act, and is overdue only after the last day of the law', () => {
    const friday = { dueOn: day('2026-11-29'), actBy: day('2026-11-27') };
    expect(stageOf('2026-11-26', friday)).toBe('d1');
    expect(stageOf('2026-11-27', friday)).toBe('d0');
    expect(stageOf('2026-11-29', friday)).toBe('d0');
    expect(stageOf('2026-11-30', friday)).toBe('o1');
  });

  it('tells of an opening window on its day', () => {
    const opens = { opensOn: day('2027-02-10') };
    expect(stageOf('2027-02-09', opens)).toBe('d60');
    expect(stageOf('2027-02-10', opens)).toBe('open');
    expect(stageOf('2027-03-01', opens)).toBe('d30');
  });

  it('tells of what became known after its day once, not day by day', () => {
    const past = { firstSeenOn: day('2027-06-01') };
    expect(stageOf('2027-06-01', past)).toBe('past');
    expect(stageOf('2028-06-01', past)).toBe('past');
  });

  it('counts hours to a moment', () => {
    const incident = item({
      dueOn: day('2026-11-24'),
      dueAt: '2026-11-24T22:00:00+08:00',
      firstSeenOn: day('2026-11-24'),
    });
    const policy = defaultReminderPolicy('event-hours');
    const at = (time: string) => stageReached(incident, policy, on('2026-11-24', time));
    expect(at('09:00:00')).toMatchObject({ id: 'h24', isUrgent: true, escalates: true });
    expect(at('10:00:00')?.id).toBe('h12');
    expect(at('21:59:59')?.id).toBe('h1');
    expect(at('22:00:00')?.id).toBe('h0');
    expect(stageReached(incident, policy, on('2026-11-25'))?.id).toBe('o1');
    expect(nextStageAt(incident, policy, on('2026-11-24', '10:00:00'))).toBe('2026-11-24T18:00:00+08:00');
    expect(nextStageAt(incident, policy, on('2026-11-24', '22:00:00'))).toBeNull();
  });

  it('tells of what has no date when it comes up and while it is open', () => {
    const atOnce = { dueOn: null, firstSeenOn: day('2026-11-20') };
    const policy = defaultReminderPolicy('at-once');
    expect(stageOf('2026-11-20', atOnce, policy)).toBe('new');
    expect(stageOf('2026-11-24', atOnce, policy)).toBe('s4');
    expect(stageOf('2026-11-24', { ...atOnce, isSure: false }, policy)).toBe('new');
  });

  it('tells less often of what may not be owed, and never calls it overdue', () => {
    const unsure = { isSure: false };
    expect(stageOf('2027-02-20', unsure)).toBeNull();
    expect(stageOf('2027-03-02', unsure)).toBe('d30');
    expect(stageOf('2028-01-01', unsure)).toBe('d0');
    expect(stageReached(item(unsure), report, on('2028-01-01'))?.escalates).toBe(false);
  });

  it('says nothing of what is done', () => {
    expect(stageOf('2027-03-31', { isOpen: false })).toBeNull();
  });
});

describe('a policy', () => {
  it('gives no reason that says more than the law: a late renewal may be refused, no licence is lost by itself', () => {
    const words = DEFAULT_REMINDER_POLICIES.map(({ reason }) => `${reason.zh} ${reason.en}`).join(' ');
    expect(words).not.toMatch(/丧失许可|costs the licence|60/);
  });

  it('is there for every kind, with a reason in both languages', () => {
    expect(DEFAULT_REMINDER_POLICIES.map(({ kind }) => kind).toSorted()).toEqual(ReminderKind.options.toSorted());
    for (const { reason, policy } of DEFAULT_REMINDER_POLICIES) {
      expect(reason.zh && reason.en).not.toBe('');
      expect(policy.leadDays).toEqual(policy.leadDays.toSorted((a, b) => b - a));
    }
  });

  it('is found for every due rule of the rulebook', () => {
    const kinds = RULEBOOK.duties.flatMap((duty) => duty.due.map(({ timing }) => reminderKindOf(timing)));
    expect(new Set(kinds)).toContain('licence-date');
    expect(kinds).not.toContain(undefined);
  });

  it('takes the word of the duty over that of the company', () => {
    const policy = withOverrides(report, [{ leadDays: [10], overdueEveryDays: 2 }, undefined, { leadDays: [5] }]);
    expect([policy.leadDays, policy.overdueEveryDays]).toEqual([[5], 2]);
  });
});

/** A ledger, and a run over it as the product does: tell what is due, then note it. */
function ledger(items: () => readonly ReminderItem[], audience = { first: ['worker'], next: ['owner'] }) {
  const told = new Map<string, number>();
  const key = (...parts: string[]) => parts.join('|');
  const sent: (DueReminder & { on: string })[] = [];
  return {
    sent,
    run(today: CivilDate, policy = report) {
      const due = dueReminders({
        items: items(),
        policyOf: () => policy,
        audienceOf: () => ({
          first: audience.first.map((id) => ({ id, leadDays: null })),
          next: audience.next.map((id) => ({ id, leadDays: null })),
        }),
        told: (...parts) => told.get(key(...parts)),
        now: on(today),
      });
      for (const reminder of due) {
        const place = key(reminder.itemId, reminder.stage.countsTo, reminder.recipientId);
        told.set(place, reminder.stage.rank);
        sent.push({ ...reminder, on: today });
      }
      return due;
    },
  };
}

describe('reminders that are due', () => {
  it('reach the one who must act, and the next in line when nothing is done in time', () => {
    const { run } = ledger(() => [item()]);
    expect(run(day('2027-03-01')).map(({ recipientId, stage }) => [recipientId, stage.id])).toEqual([
      ['worker', 'd30'],
    ]);
    expect(run(day('2027-03-24')).map((due) => [due.recipientId, due.stage.id, due.isEscalation])).toEqual([
      ['worker', 'd7', false],
      ['owner', 'd7', true],
    ]);
    expect(run(day('2027-03-24'))).toEqual([]);
  });

  it('begin anew when the date moves', () => {
    let dueOn = day('2026-12-01');
    const { run } = ledger(() => [item({ dueOn })]);
    expect(run(day('2026-11-24')).map(({ stage }) => stage.id)).toEqual(['d7', 'd7']);
    dueOn = day('2027-03-31');
    expect(run(day('2026-11-25'))).toEqual([]);
    expect(run(day('2027-03-01')).map(({ stage }) => stage.id)).toEqual(['d30']);
  });

  it('are not told again by a lead time that is added when it has passed', () => {
    const { run } = ledger(() => [item()], { first: ['worker'], next: [] });
    run(day('2027-03-24'));
    expect(run(day('2027-03-25'), { ...report, leadDays: [20, 7, 3] })).toEqual([]);
  });

  const dates = fc.integer({ min: 0, max: 500 });
  const runs = fc.array(dates, { minLength: 1, maxLength: 40 }).map((days) => days.toSorted((a, b) => a - b));

  it('come once for each stage, in order, whatever days the worker ran on', () => {
    fc.assert(
      fc.property(runs, dates, dates, fc.boolean(), (days, due, seen, isSure) => {
        const begin = day('2026-01-01');
        const one = item({ dueOn: addDays(begin, due), firstSeenOn: addDays(begin, seen), isSure });
        const { run, sent } = ledger(() => [one], { first: ['worker'], next: [] });
        for (const n of days.filter((n) => n >= seen)) run(addDays(begin, n));
        const ranks = sent.map(({ stage }) => stage.rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(new Set(sent.map(({ stage }) => stage.id)).size).toBe(sent.length);
      }),
    );
  });

  it('after any stop are those that a worker without stop would have told last', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), dates, (from, stop, due) => {
        const begin = day('2026-01-01');
        const one = item({ dueOn: addDays(begin, due), firstSeenOn: begin });
        const [steady, stopped] = [ledger(() => [one]), ledger(() => [one])];
        for (let n = 0; n <= from + stop; n += 1) {
          steady.run(addDays(begin, n));
          if (n <= from || n === from + stop) stopped.run(addDays(begin, n));
        }
        for (const recipient of ['worker', 'owner']) {
          const last = (of: typeof steady) => of.sent.findLast(({ recipientId }) => recipientId === recipient);
          expect(last(stopped)?.stage).toEqual(last(steady)?.stage);
          const back = addDays(begin, from + stop);
          const atReturn = stopped.sent.filter((sent) => sent.on === back && sent.recipientId === recipient);
          expect(atReturn.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
