/** The limits of reports, filings and endings, worked by hand. */
import { describe, expect, it } from 'vitest';
import { at, ENV } from '../testing/sample-moves.ts';
import { clocks, receipt, type Step, work } from '../testing/work.ts';
import { workflowOf } from '../workflows/index.ts';
import { moveInstance } from './apply-move.ts';
import { clockStandings } from './clocks.ts';
import { foldLog } from './fold.ts';
import type { MoveData, WorkflowInstance } from './instance.ts';

describe('limits of 30 days and of ten working days', () => {
  it.each([
    ['2026-09-01', '2026-10-08'],
    ['2026-01-16', '2026-02-24'],
    ['2026-04-03', '2026-05-06'],
  ])('data changed on %s are updated by %s', (on, dueOn) => {
    const instance = work('registered-data-change', { on, change: 'address' }, on);
    expect(clocks(instance, on)).toMatchObject({ update: { deadline: { dueOn }, mark: 'E' } });
  });

  it.each([
    ['2026-09-18', '2026-10-09'],
    ['2026-09-30', '2026-10-20'],
    ['2025-01-24', '2025-02-13'],
  ])('content disposed of on %s is reported by %s', (on, dueOn) => {
    const instance = work('illegal-content-report', { foundAt: at(on, '09:00'), what: '违法信息' }, on, [
      'stop',
      { disposedOn: on, disposedAt: at(on, '09:30'), record: '截图' },
      on,
    ]);
    expect(clocks(instance, on)).toMatchObject({ report: { deadline: { dueOn }, mark: 'V' }, stop: { status: 'met' } });
  });

  it('the written report of an assessment is due 30 days after its completion, not after the launch', () => {
    const instance = work(
      'new-service-assessment',
      { service: '智能客服', trigger: 'launch', on: '2026-09-15' },
      '2026-08-03',
      ['begin', {}, '2026-08-03'],
      ['complete', { completedOn: '2026-09-01', conclusion: '风险可控' }, '2026-09-01'],
    );
    expect(clocks(instance, '2026-09-02')).toMatchObject({
      assess: { status: 'met', mark: 'O' },
      report: { deadline: { dueOn: '2026-10-08' }, mark: 'V' },
      opinion: { applies: 'unknown', asks: ['opinion_capable'] },
    });
  });
});

describe('listed illegal content', () => {
  const foundAt = at('2026-05-18', '09:00');
  const stop: Step = [
    'stop',
    { disposedOn: '2026-05-18', disposedAt: at('2026-05-18', '09:30'), record: '截图' },
    '2026-05-18',
  ];
  const told: Step = [
    'report-to-organs',
    { organsReportedAt: at('2026-05-18', '09:40'), told: '网信部门', ...receipt('2026-05-18') },
    '2026-05-18',
  ];
  const open = (...steps: readonly Step[]) =>
    work('illegal-content-report', { foundAt, what: '违法信息', listedContent: true }, '2026-05-18', ...steps);

  it('is stopped and reported at once: stopping alone does neither the report nor the whole duty', () => {
    const stopped = open(stop);
    expect(clocks(stopped, '2026-05-18')).toMatchObject({ stop: { status: 'met' }, organs: { status: 'at-once' } });
    expect(foldLog(workflowOf(stopped.kind), stopped).closesOccurrences).toEqual([]);
    expect(clocks(open(stop, told), '2026-05-18')).toMatchObject({ organs: { status: 'met' } });
    const done = open(
      stop,
      told,
      ['report-to-police', { policeReportedAt: at('2026-05-18', '09:50'), ...receipt('2026-05-18') }, '2026-05-18'],
      ['report', receipt('2026-05-19'), '2026-05-19'],
      ['close', {}, '2026-05-20'],
    );
    expect(foldLog(workflowOf(done.kind), done).closesOccurrences).toContainEqual({
      duty: 'report-illegal-content',
      rule: 'stop-and-report-at-once',
    });
  });

  it('of which it is not decided whether it is listed asks, and of other content no report to the organs is asked', () => {
    const unknown = work('illegal-content-report', { foundAt, what: '违法信息' }, '2026-05-18');
    expect(clocks(unknown, '2026-05-18')).toMatchObject({ organs: { applies: 'unknown' } });
    const other = work('illegal-content-report', { foundAt, what: '垃圾信息', listedContent: false }, '2026-05-18');
    expect(Object.keys(clocks(other, '2026-05-18'))).not.toContain('organs');
  });
});

it('a launch before the assessment was complete is named by our own rule first: the print sets no day', () => {
  const launched = work('new-service-assessment', { service: '智能客服', trigger: 'launch' }, '2026-08-03', [
    'launch-unassessed',
    { launchedOn: '2026-08-03', explanation: '客户要求' },
    '2026-08-03',
  ]);
  const { breaches } = foldLog(workflowOf(launched.kind), launched);
  expect(breaches.map(({ sources }) => sources[0]?.mark)).toEqual(['O']);
  expect(breaches).toMatchObject([
    { text: { zh: expect.stringContaining('本产品规则'), en: expect.stringContaining('our own rule') } },
  ]);
});

it('a leak is notified to the authority as well as to the persons before the duty counts as done', () => {
  const { fields } = workflowOf('incident-report').moves['notify-persons'] ?? { fields: {} };
  expect(fields).toMatchObject({ authorityTold: { required: true }, notice: { required: true } });
});

describe('an incident found at 22:30 on a Saturday', () => {
  const found = '2026-05-16T22:30:00+08:00';
  const open = (data: MoveData = {}) => work('incident-report', { at: found, what: '用户信息泄露', ...data }, found);
  const order = (instance: WorkflowInstance, now: string, facts = {}) => {
    const workflow = workflowOf(instance.kind);
    return clockStandings(workflow, foldLog(workflow, instance), now, { ...ENV, facts });
  };

  it('shows every clock, the earliest first, hours through night and weekend', () => {
    const instance = open({ personsAffected: 1_200_000, is_CII: false, harmsNationalOrPublicInterest: true });
    const shown = order(instance, '2026-05-16T23:00:00+08:00');
    expect(shown.map(({ id, status, dueAt }) => [id, status, dueAt])).toEqual([
      ['act', 'at-once', null],
      ['persons', 'at-once', null],
      ['cyberspace', 'running', '2026-05-17T02:30:00+08:00'],
      ['police', 'running', '2026-05-17T22:30:00+08:00'],
      ['interests', 'running', '2026-05-17T22:30:00+08:00'],
    ]);
    expect(shown[0]).toMatchObject({ elapsed: { n: 30, unit: 'minute' }, deadline: null });
  });

  it('asks where the size is unknown, and never says that no report is due', () => {
    const shown = order(open(), found);
    expect(shown.map(({ id, applies }) => [id, applies])).toEqual(
      expect.arrayContaining([
        ['act', 'yes'],
        ['police', 'yes'],
        ['cyberspace', 'unknown'],
        ['cii', 'unknown'],
        ['persons', 'unknown'],
      ]),
    );
    const small = order(open({ personsAffected: 40, is_CII: false, level: 'general' }), found);
    expect(small.map(({ id }) => id)).toEqual(expect.arrayContaining(['act', 'persons', 'police']));
  });

  it('one hour counts instead of four for critical infrastructure', () => {
    const ids = order(open({ level: 'large' }), found, { is_CII: true }).map(({ id }) => id);
    expect(ids).toContain('cii');
    expect(ids).not.toContain('cyberspace');
  });

  it('the final report is due 30 natural days, the summary ten working days after the handling', () => {
    const instance = work(
      'incident-report',
      { at: found, what: '用户信息泄露', personsAffected: 1_200_000 },
      found,
      ['act', { actedAt: '2026-05-16T22:35:00+08:00', firstMeasures: '下线接口' }, '2026-05-16T22:40:00+08:00'],
      ['handled', { handledOn: '2026-05-20', measures: '修复' }, '2026-05-20'],
    );
    expect(clocks(instance, '2026-05-21')).toMatchObject({
      final: { deadline: { nominalOn: '2026-06-19', dueOn: '2026-06-22' }, mark: 'E' },
      summary: { deadline: { dueOn: '2026-06-03' }, mark: 'M' },
    });
  });

  it('a report after its four hours is late, one second before it is not', () => {
    const report = (time: string) =>
      work('incident-report', { at: found, what: '泄露', personsAffected: 1_200_000, is_CII: false }, found, [
        'report-to-cyberspace-administration',
        { reportedAt: time, receipt: { number: '电话记录1', on: '2026-05-17' } },
        '2026-05-17T09:00:00+08:00',
      ]);
    expect(clocks(report('2026-05-17T02:30:00+08:00'), '2026-05-18')).toMatchObject({ cyberspace: { status: 'met' } });
    expect(clocks(report('2026-05-17T02:30:01+08:00'), '2026-05-18')).toMatchObject({
      cyberspace: { status: 'met-late' },
    });
  });
});

describe('the annual report', () => {
  it('has a window that does not move, and April only as what happens after a miss', () => {
    const report = work('annual-report', { filingYear: 2024 }, '2024-01-08', ['begin', {}, '2024-01-08']);
    expect(clocks(report, '2024-02-01')).toMatchObject({
      file: { deadline: { dueOn: '2024-03-31', actBy: '2024-03-29' }, mark: 'E', opensOn: '2024-01-01' },
      'own-target': { mark: 'O' },
    });
    expect(Object.keys(clocks(report, '2024-02-01'))).not.toContain('cure');
    const workflow = workflowOf('annual-report');
    const over = (now: string) =>
      moveInstance(workflow, report, { move: 'window-over', data: {}, by: { kind: 'system' }, now: at(now) }, ENV);
    expect(over('2024-03-31')).toMatchObject({ moved: false });
    const missed = over('2024-04-01');
    expect(missed.moved && clocks(missed.instance, '2024-04-01')).toMatchObject({
      cure: { mark: 'P', deadline: { dueOn: '2024-04-30' } },
    });
  });

  it('cannot be recorded as filed before the window opens', () => {
    const early = () =>
      work(
        'annual-report',
        { filingYear: 2026 },
        '2025-12-01',
        ['begin', {}, '2025-12-01'],
        ['cross-check', {}, '2025-12-02'],
        ['submit', receipt('2025-12-03'), '2025-12-03'],
      );
    expect(early).toThrow(/1 January/);
  });
});

describe('work that has ended', () => {
  it('shows what was never done as such, neither running nor done', () => {
    const instance = work('incident-report', { at: at('2026-05-16'), what: '误报' }, '2026-05-16', [
      'no-incident',
      { reason: '演练流量' },
      '2026-05-17',
    ]);
    const statuses = Object.values(clocks(instance, '2026-06-01')).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['not-done-at-end']));
  });
});

describe('a network unit', () => {
  const filed = (grade: string): readonly Step[] => [
    ['grade', { grade }, '2026-03-02'],
    ['approve-grade', { gradeApprovedOn: '2026-03-10', grade }, '2026-03-10'],
    ['file', receipt('2026-03-20'), '2026-03-20'],
    ['confirm-filing', { filedOn: '2026-03-25', filingNumber: 'JS-1' }, '2026-03-25'],
  ];

  it('is filed within 30 days of the approval of its grade', () => {
    const instance = work('network-unit', { unit: '网站' }, '2026-03-02', ...filed('2').slice(0, 2));
    expect(clocks(instance, '2026-03-11')).toMatchObject({
      file: { deadline: { nominalOn: '2026-04-09', dueOn: '2026-04-09' } },
    });
  });

  it.each([
    ['1', null],
    ['2', '2028-12-31'],
    ['3', '2027-12-31'],
  ])('of grade %s is tested by %s', (grade, dueOn) => {
    const { 'test-cycle': cycle } = clocks(
      work('network-unit', { unit: '网站' }, '2026-03-02', ...filed(grade)),
      '2026-03-26',
    );
    expect(cycle?.deadline?.dueOn ?? null).toBe(dueOn);
  });

  it('uploads the result within 30 days and begins the next cycle; a new grade asks for a test within 90 days', () => {
    const instance = work(
      'network-unit',
      { unit: '网站' },
      '2026-03-02',
      ...filed('3'),
      ['complete-test', { testOn: '2026-06-01', by: '第三方' }, '2026-06-01'],
      ['change-grade', { gradeChangedOn: '2026-06-10', grade: '2' }, '2026-06-10'],
    );
    expect(clocks(instance, '2026-06-11')).toMatchObject({
      'test-result': { deadline: { dueOn: '2026-07-01' }, mark: 'E' },
      'test-again': { deadline: { dueOn: '2026-09-08' }, mark: 'E' },
      'risk-again': { status: 'running' },
      // The rhythm is that of the new grade.
      'test-cycle': { anchor: { on: '2026-06-01' }, deadline: { dueOn: '2028-12-31' } },
    });
    expect(foldLog(workflowOf('network-unit'), instance).recordsEvents).toMatchObject([
      { event: 'network-unit-test-completed', attributes: { on: '2026-06-01', unit: '网站', work: 'conformity-test' } },
      { event: 'network-unit-grade-changed', attributes: { on: '2026-06-10' } },
    ]);
  });
});

describe('the end of a business', () => {
  it('is applied for 90 days ahead; e-commerce is announced 30 days ahead', () => {
    const instance = work(
      'cancellation',
      { decidedOn: '2026-06-01', on: '2026-12-31', is_ecommerce_operator: true },
      '2026-06-01',
    );
    expect(clocks(instance, '2026-06-01')).toMatchObject({
      apply: { deadline: { nominalOn: '2026-10-02', dueOn: '2026-09-30' }, mark: 'V' },
      announce: { deadline: { nominalOn: '2026-12-01' }, mark: 'V' },
    });
  });

  it('a day outside the published calendar makes a limit provisional', () => {
    const instance = work('cancellation', { decidedOn: '2026-06-01', on: '2027-06-30' }, '2026-06-01');
    expect(clocks(instance, '2026-06-01')).toMatchObject({ apply: { provisional: true } });
  });
});
