import { describe, expect, it } from 'vitest';
import type { TriggerEvent } from '../rulebook/index.ts';
import { dueRuleOf, dutyOf, rulebookOf } from '../testing/rulebook.ts';
import { scheduleOf } from '../testing/schedule.ts';

describe('trigger events', () => {
  const book = rulebookOf(
    dutyOf({
      id: 'change',
      clause: '11',
      due: [
        dueRuleOf('apply', {
          type: 'after-event',
          event: 'subject-change-decided',
          from: 'on',
          period: { n: 30, unit: 'natural-day' },
        }),
        dueRuleOf(
          'ahead',
          { type: 'before-event', event: 'subject-change-decided', from: 'plannedOn', days: 90 },
          { sameActAs: 'apply' },
        ),
      ],
    }),
    dutyOf({
      id: 'incident',
      clause: '8',
      due: [
        dueRuleOf(
          'four-hours',
          { type: 'after-event', event: 'network-security-incident', from: 'at', period: { n: 4, unit: 'hour' } },
          {
            when: { fact: 'event.personsAffected', atLeast: 1_000_000 },
            validFrom: '2025-11-01',
          },
        ),
        dueRuleOf('report', { type: 'at-once', event: 'network-security-incident' }),
      ],
    }),
  );
  const running = { validTo: '2030-12-24' };

  it('where two limits meet, the earlier wins and both are shown', () => {
    const events = [
      { id: 'e1', type: 'subject-change-decided', on: '2026-09-01', change: 'shareholders', plannedOn: '2026-12-20' },
    ];
    const [item] = scheduleOf(book, { licence: running, events }).occurrences;
    expect(item?.dueOn).toBe('2026-09-21');
    expect(item?.derivation.at(-1)).toMatchObject({
      rule: 'C13',
      candidates: [{ dueOn: '2026-10-08' }, { dueOn: '2026-09-21' }],
    });
  });

  it('hours run from the moment itself; "at once" invents no due date', () => {
    const events = [
      { id: 'e1', type: 'network-security-incident', at: '2026-11-20T22:30:00+08:00', personsAffected: 2_000_000 },
    ];
    const items = scheduleOf(book, { licence: running, events }).occurrences;
    expect(items).toMatchObject([
      { dueRuleId: 'report', dueOn: null, status: 'at-once' },
      { dueRuleId: 'four-hours', dueAt: '2026-11-21T02:30:00+08:00' },
    ]);
  });

  it('shows a clock whose own condition is not known yet, with its question', () => {
    const events = [{ id: 'e1', type: 'network-security-incident', at: '2026-11-20T22:30:00+08:00' }];
    const item = scheduleOf(book, { licence: running, events }).occurrences.find(
      ({ dueRuleId }) => dueRuleId === 'four-hours',
    );
    expect(item).toMatchObject({ applies: 'unknown', asks: ['event.personsAffected'] });
  });

  it('applies no rule to a day before it came into force', () => {
    const events = [
      { id: 'e1', type: 'network-security-incident', at: '2025-10-31T22:30:00+08:00', personsAffected: 2_000_000 },
    ];
    const rules = scheduleOf(book, { licence: running, events }).occurrences.map((item) => item.dueRuleId);
    expect(rules).toEqual(['report']);
  });

  it('a limit before the event itself leaves no day on which the window opens', () => {
    const events = [
      { id: 'e1', type: 'subject-change-decided', on: '2026-09-01', change: 'merger', plannedOn: '2026-10-15' },
    ];
    const [item] = scheduleOf(book, { licence: running, events }).occurrences;
    expect(item).toMatchObject({ opensOn: null, dueOn: '2026-07-17', status: 'past-no-evidence' });
  });

  it('a further date of an event that lies in the future starts no clock and says so', () => {
    const handled = rulebookOf(
      dutyOf({
        id: 'incident',
        clause: '8',
        due: [
          dueRuleOf('final', {
            type: 'after-event',
            event: 'network-security-incident',
            from: 'handledOn',
            period: { n: 30, unit: 'natural-day' },
          }),
        ],
      }),
    );
    const events = [
      { id: 'e1', type: 'network-security-incident', at: '2026-11-20T08:00:00+08:00', handledOn: '2026-12-01' },
    ];
    const schedule = scheduleOf(handled, { licence: running, events });
    expect(schedule.occurrences).toEqual([]);
    expect(schedule.findings).toContainEqual(
      expect.objectContaining({ code: 'event-in-future', at: { path: 'events[0].handledOn' } }),
    );
  });

  it('an event after the as-of day or before the licence starts no clock and says so', () => {
    const events = [
      { id: 'e1', type: 'network-security-incident', at: '2026-12-01T08:00:00+08:00' },
      { id: 'e2', type: 'network-security-incident', at: '2019-01-01T08:00:00+08:00' },
    ];
    const schedule = scheduleOf(book, { licence: running, events });
    expect(schedule.occurrences).toEqual([]);
    expect(schedule.findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(['event-in-future', 'event-before-licence']),
    );
  });

  it.each([
    [[{ id: 'e1', type: 'nothing-known', on: '2026-01-01' }], 'events[0].type'],
    [[{ id: 'e1', type: 'tariff-changed', on: '2026-02-30' }], 'events[0].on'],
    [[{ id: 'e1', type: 'tariff-changed' }], 'events[0].on'],
    [
      [
        { id: 'e1', type: 'tariff-changed', on: '2026-02-01' },
        { id: 'e1', type: 'tariff-changed', on: '2026-02-01' },
      ],
      'events[1].id',
    ],
    [[{ id: 'e1', type: 'network-security-incident', at: '2026-02-01T10:00' }], 'events[0].at'],
  ] as [TriggerEvent[], string][])('refuses %j and names %s', (events, path) => {
    expect(() => scheduleOf(book, { licence: running, events })).toThrow(expect.objectContaining({ path }));
  });
});
