import { civilDate } from '@zhengqi/obligations';
import { expect, it } from 'vitest';
import type { Engagement } from '../../components/engagements/engagement.ts';
import { type ClientRow, type CompanySummary, clientRows, isInState, sortClients } from './client-rows.ts';

const TODAY = civilDate('2099-03-02');
const engagement = (company: string, more: Partial<Engagement> = {}): Engagement => ({
  id: `eng_${company}`,
  company: { id: company, name: company },
  consultancy: { id: 'k', name: '示例咨询' },
  level: 'read',
  startsAt: '2098-03-01T16:00:00.000Z',
  endsAt: '2099-12-31T16:00:00.000Z',
  endedAt: null,
  active: true,
  people: [],
  you: true,
  ...more,
});
const summary = (id: string, sortOn: string | null, more: Partial<CompanySummary> = {}): CompanySummary => ({
  id,
  name: id,
  counts: { overdue: 0, uncertain: 0, open: 1 },
  next: sortOn === null ? null : { id: 'occ', action: { zh: '报送', en: 'File' }, sortOn, status: 'open' },
  licences: 1,
  expiry: null,
  ...more,
});
const rowOf = (rows: ClientRow[], id: string) => rows.find((row) => row.id === id);

it('makes one row of several engagements: the one that opens it to the viewer speaks, else the one that lasts longest', () => {
  const rows = clientRows(
    [
      engagement('a', { active: false, endedAt: '2098-06-01T02:00:00.000Z', you: true }),
      engagement('a', { level: 'write', endsAt: '2099-06-30T16:00:00.000Z', you: false }),
      engagement('a', { level: 'read', endsAt: '2099-09-30T16:00:00.000Z', you: false }),
      engagement('b', { you: false }),
      engagement('b', { endsAt: '2099-05-31T16:00:00.000Z', you: true }),
    ],
    [],
    new Map([['a', '91320000000000000X']]),
  );
  expect(rows).toHaveLength(2);
  // Named in an ended engagement only: that opens nothing.
  expect(rowOf(rows, 'a')).toMatchObject({
    level: 'read',
    lastDay: '2099-09-30',
    you: false,
    uscc: '91320000000000000X',
  });
  expect(rowOf(rows, 'b')).toMatchObject({ lastDay: '2099-05-31', you: true, uscc: null });
});

it('knows the states that clients are narrowed to, and shows ended ones only on asking', () => {
  const [row] = clientRows(
    [engagement('a', { endsAt: '2099-04-01T16:00:00.000Z' })],
    [
      summary('a', null, {
        counts: { overdue: 2, uncertain: 0, open: 0 },
        expiry: { number: null, validTo: '2099-03-01', daysLeft: -1, expired: true },
      }),
    ],
    new Map(),
  );
  const states = (of: ClientRow) =>
    (['current', 'overdue', 'uncertain', 'expiring', 'ending', 'ended'] as const).filter((s) =>
      isInState(of, s, TODAY),
    );
  expect(row && states(row)).toEqual(['current', 'overdue', 'expiring', 'ending']);
  expect(row && states({ ...row, active: false })).toEqual(['ended']);
});

it('sorts by what comes next, those without a date last, and equal ones by name', () => {
  const rows = clientRows(
    ['丙', '乙', '甲', '丁'].map((id) => engagement(id)),
    [summary('丙', '2099-03-05'), summary('乙', null), summary('甲', '2099-03-05'), summary('丁', '2099-03-03')],
    new Map(),
  );
  expect(sortClients(rows, 'next').map(({ id }) => id)).toEqual(['丁', '丙', '甲', '乙']);
  expect(sortClients(rows, 'name').map(({ id }) => id)).toEqual(['丙', '丁', '甲', '乙']);
});
