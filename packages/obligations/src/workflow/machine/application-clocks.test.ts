/** The limits of applications, worked by hand, and what an answer, a pause or silence makes of them. */
import { describe, expect, it } from 'vitest';
import { explainStep } from '../../calendar/index.ts';
import { at, ENV, PERSON } from '../testing/sample-moves.ts';
import { clocks, receipt, type Step, work } from '../testing/work.ts';
import { workflowOf } from '../workflows/index.ts';
import { moveInstance } from './apply-move.ts';
import { foldLog } from './fold.ts';
import type { WorkflowInstance } from './instance.ts';

describe('renewal of a licence valid to 2025-12-24', () => {
  const validTo = { validTo: '2025-12-24' };
  const submitted = (on: string) =>
    work('renewal', validTo, '2025-09-01', ['begin', {}, '2025-09-01'], ['submit', receipt(on), on]);

  it('is applied for by 2025-09-25, safely by 2025-09-24', () => {
    const { apply } = clocks(work('renewal', validTo, '2025-09-01'), '2025-09-01');
    expect(apply).toMatchObject({
      status: 'running',
      mark: 'E',
      deadline: { dueOn: '2025-09-25', actBy: '2025-09-24' },
    });
  });

  it('accepted on 2025-09-25, the usual 60 working days end on the last day of validity: practice, not law', () => {
    const instance = work(
      'renewal',
      validTo,
      '2025-09-01',
      ['begin', {}, '2025-09-01'],
      ['submit', receipt('2025-09-24'), '2025-09-24'],
      ['accept', { acceptedOn: '2025-09-25' }, '2025-09-25'],
    );
    const { apply, accept, decide, ...rest } = clocks(instance, '2025-10-01');
    expect(apply).toMatchObject({ status: 'met', metOn: '2025-09-24' });
    expect(accept).toMatchObject({ status: 'met' });
    expect(decide).toMatchObject({
      status: 'running',
      mark: 'V',
      whose: 'authority',
      deadline: { dueOn: '2025-12-24' },
    });
    expect(rest['decide-in-practice']).toMatchObject({ mark: 'P', deadline: { dueOn: '2025-12-24' } });
  });

  it('the five working days of acceptance skip the National Day week: 2025-09-25 to 2025-10-09', () => {
    const { accept } = clocks(submitted('2025-09-25'), '2025-09-26');
    // 09-26, 09-28 (worked Sunday), 09-29, 09-30, then 10-09: the fifth working day.
    expect(accept).toMatchObject({ status: 'running', whose: 'authority', deadline: { dueOn: '2025-10-09' } });
    expect(accept?.silence?.mark).toBe('V');
    expect(accept?.deadline?.derivation.map((step) => explainStep(step, 'zh')).join()).toContain(
      '行政许可法第八十二条',
    );
  });

  it('silence before expiry counts as renewal only after a timely application, and is no licence', () => {
    const workflow = workflowOf('renewal');
    const deem = (instance: WorkflowInstance, on: string) =>
      moveInstance(workflow, instance, { move: 'deem-renewed', data: {}, by: PERSON, now: at(on) }, ENV);
    expect(deem(submitted('2025-09-25'), '2025-12-24')).toMatchObject({ moved: false });
    const deemed = deem(submitted('2025-09-25'), '2025-12-25');
    expect(deemed.moved && foldLog(workflow, deemed.instance)).toMatchObject({
      state: 'deemed-renewed',
      stateKind: 'waiting-for-authority',
      asksNewLicence: false,
    });
    const late = deem(submitted('2025-09-26'), '2025-12-25');
    expect(late).toMatchObject({
      moved: false,
      refusals: [{ code: 'guard', message: { en: expect.stringContaining('later than 90 days') } }],
    });
  });

  it('a second application after a refusal is measured anew: the first one does not make it timely', () => {
    const instance = work(
      'renewal',
      validTo,
      '2025-09-01',
      ['begin', {}, '2025-09-01'],
      ['submit', receipt('2025-09-02'), '2025-09-02'],
      ['accept', { acceptedOn: '2025-09-03' }, '2025-09-03'],
      ['refuse', { refusedOn: '2025-10-15', refusalReason: '材料不实' }, '2025-10-15'],
      ['prepare-again', { reason: '改正' }, '2025-10-16'],
      ['submit', receipt('2025-10-20'), '2025-10-20'],
    );
    expect(clocks(instance, '2025-10-20')).toMatchObject({ apply: { status: 'met-late', metOn: '2025-10-20' } });
  });

  it('no limit is past on its last day, and past without a record on the next', () => {
    const instance = work('renewal', validTo, '2025-09-01');
    expect(clocks(instance, '2025-09-25T23:59:59+08:00')).toMatchObject({ apply: { status: 'running' } });
    expect(clocks(instance, '2025-09-26T00:00:00+08:00')).toMatchObject({ apply: { status: 'past-no-record' } });
  });
});

describe('the authority’s decision', () => {
  const subject = { on: '2026-03-02', change: 'scope' };
  const accepted: readonly Step[] = [
    ['begin', {}, '2026-03-02'],
    ['submit', receipt('2026-03-09'), '2026-03-09'],
    ['accept', { acceptedOn: '2026-03-10' }, '2026-03-10'],
  ];

  it('has 60 natural days from the receipt, outside the working-day rule', () => {
    const { decide } = clocks(work('subject-or-scope-change', subject, '2026-03-02', ...accepted), '2026-03-10');
    // 2026-03-09 + 60 = 2026-05-08, a Friday.
    expect(decide).toMatchObject({ mark: 'E', deadline: { nominalOn: '2026-05-08', dueOn: '2026-05-08' } });
  });

  it('on a merger has only the time that administrations promise: practice, no limit of 60 days', () => {
    const merger = work('subject-or-scope-change', { ...subject, change: 'merger' }, '2026-03-02', ...accepted);
    const shown = clocks(merger, '2026-03-10');
    expect(Object.keys(shown)).not.toContain('decide');
    // 20 working days after 2026-03-10: 15 in March, 04-01 to 04-03, then 04-07 and 04-08 (04-04 to 04-06 are off).
    expect(shown['decide-in-practice']).toMatchObject({ mark: 'P', deadline: { dueOn: '2026-04-08' } });
  });

  it('on a cancellation is followed by no certificate, and silence is no acceptance by law', () => {
    const ended = work(
      'cancellation',
      { decidedOn: '2026-03-02', on: '2026-12-31' },
      '2026-03-02',
      ['begin', {}, '2026-03-02'],
      ['notify-users', { usersNotifiedOn: '2026-03-03' }, '2026-03-03'],
      ['settle-with-users', { settledOn: '2026-03-04', settlement: '已退费' }, '2026-03-04'],
      ['announce-publicly', { announcedOn: '2026-03-05' }, '2026-03-05'],
      ['submit', receipt('2026-03-09'), '2026-03-09'],
      ['accept', { acceptedOn: '2026-03-10' }, '2026-03-10'],
      ['approve', { approvedOn: '2026-04-01' }, '2026-04-01'],
    );
    const shown = clocks(ended, '2026-04-02');
    expect(Object.keys(shown)).not.toContain('deliver');
    expect(shown['accept']).toMatchObject({ mark: 'O', silence: { mark: 'O' } });
  });

  it.each([
    ['cancel', false],
    ['change', true],
  ] as const)('a provincial licence retired by way of %s: certificate to be delivered %s', (way, delivers) => {
    const retired = work(
      'provincial-licence-retirement',
      { on: '2026-03-02', provincialLicence: '苏B2-20201765', way },
      '2026-03-02',
      ...accepted,
      ['approve', { approvedOn: '2026-04-01' }, '2026-04-01'],
    );
    expect(Object.hasOwn(clocks(retired, '2026-04-02'), 'deliver')).toBe(delivers);
  });

  it('pauses for an expert review told in writing and goes on after it', () => {
    const review: readonly Step[] = [
      ...accepted,
      ['begin-review', { reviewToldOn: '2026-03-19', notice: { fileId: 'file-1' } }, '2026-03-19'],
    ];
    const paused = clocks(work('subject-or-scope-change', subject, '2026-03-02', ...review), '2026-04-01');
    expect(paused).toMatchObject({ decide: { status: 'paused', deadline: null } });
    const on: readonly Step[] = [...review, ['end-review', { reviewEndedOn: '2026-04-20' }, '2026-04-20']];
    const { decide } = clocks(work('subject-or-scope-change', subject, '2026-03-02', ...on), '2026-04-21');
    // Ten days are used on 03-19; fifty more after 04-20 end on 06-09.
    expect(decide).toMatchObject({ status: 'running', deadline: { nominalOn: '2026-06-09', dueOn: '2026-06-09' } });
    expect(decide?.deadline?.derivation.map((step) => explainStep(step, 'en')).join()).toContain(
      'Licensing Law art 45',
    );
  });

  it('counts the working days of a pause the same way', () => {
    const renewal = work(
      'renewal',
      { validTo: '2026-12-31' },
      '2026-03-02',
      ['begin', {}, '2026-03-02'],
      ['submit', receipt('2026-03-09'), '2026-03-09'],
      ['accept', { acceptedOn: '2026-03-10' }, '2026-03-10'],
      ['begin-review', { reviewToldOn: '2026-03-17', notice: { fileId: 'file-1' } }, '2026-03-17'],
      ['end-review', { reviewEndedOn: '2026-03-31' }, '2026-03-31'],
    );
    // Five days are used on 03-17. Fifty more: 21 in April, 19 in May, and 15 in June without 06-19 (Dragon Boat).
    expect(clocks(renewal, '2026-04-01')['decide-in-practice']?.deadline?.dueOn).toBe('2026-06-22');
  });
});

describe('a change of subject', () => {
  it('shows the 30 days and the 90 days ahead, and lets the earlier one count', () => {
    const instance = work(
      'subject-or-scope-change',
      { on: '2026-09-01', change: 'shareholders', company_type: 'LLC', plannedOn: '2026-12-15' },
      '2026-09-01',
    );
    const { apply } = clocks(instance, '2026-09-01');
    // 90 days before 12-15 is 2026-09-16; 30 days after 09-01 is 10-01, moved to 10-08.
    expect(apply).toMatchObject({ mark: 'V', deadline: { dueOn: '2026-09-16' } });
    expect(apply?.alternatives.map(({ id, mark, deadline }) => [id, mark, deadline.dueOn])).toEqual([
      ['apply', 'E', '2026-10-08'],
      ['apply-ahead', 'V', '2026-09-16'],
    ]);
  });

  it('asks for the type of company instead of guessing it, and sends a joint-stock company elsewhere', () => {
    const data = { on: '2026-09-01', change: 'shareholders' };
    const { apply } = clocks(work('subject-or-scope-change', data, '2026-09-01'), '2026-09-01');
    expect(apply).toMatchObject({ applies: 'unknown', asks: ['company_type'] });
    const known = clocks(work('subject-or-scope-change', data, '2026-09-01'), '2026-09-01', { company_type: 'LLC' });
    expect(known).toMatchObject({ apply: { applies: 'yes' } });
    expect(() => work('subject-or-scope-change', { ...data, company_type: 'JSC' }, '2026-09-01')).toThrow(
      /registered data/,
    );
  });

  it('keeps a breach for ever when it was implemented before the approval', () => {
    const instance = work(
      'subject-or-scope-change',
      { on: '2026-03-02', change: 'merger' },
      '2026-03-02',
      ['record-unapproved', { implementedOn: '2026-03-05', explanation: '已交割' }, '2026-03-06'],
      ['submit', receipt('2026-03-09'), '2026-03-09'],
      ['accept', { acceptedOn: '2026-03-10' }, '2026-03-10'],
      ['approve', { approvedOn: '2026-04-01' }, '2026-04-01'],
    );
    const workflow = workflowOf(instance.kind);
    expect(foldLog(workflow, instance).breaches).toMatchObject([
      { text: { en: 'Change implemented without approval' } },
    ]);
    // That the fine of article 69 follows stands in an article from memory: the breach never shows it as read law.
    const cited = foldLog(workflow, instance).breaches.flatMap(({ sources }) => sources);
    expect(cited.map(({ law, mark }) => `${law} ${mark}`)).toEqual([
      'order-42 E',
      'internet-information-measures V',
      'order-42 M',
    ]);
    const move = { move: 'implement', data: { implementedOn: '2026-04-02' }, by: PERSON, now: at('2026-04-02') };
    expect(moveInstance(workflow, instance, move, ENV)).toMatchObject({ moved: false, refusals: [{ code: 'guard' }] });
  });

  it('refuses an implementation dated before the approval', () => {
    const instance = work(
      'subject-or-scope-change',
      { on: '2026-03-02', change: 'merger' },
      '2026-03-02',
      ['begin', {}, '2026-03-02'],
      ['submit', receipt('2026-03-09'), '2026-03-09'],
      ['accept', { acceptedOn: '2026-03-10' }, '2026-03-10'],
      ['approve', { approvedOn: '2026-04-01' }, '2026-04-01'],
    );
    const move = { move: 'implement', data: { implementedOn: '2026-03-31' }, by: PERSON, now: at('2026-04-02') };
    expect(moveInstance(workflowOf(instance.kind), instance, move, ENV)).toMatchObject({
      moved: false,
      refusals: [{ code: 'guard', at: 'data.implementedOn' }],
    });
  });
});
