import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Answers, type Call, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const BY_STATUS = { upcoming: 3, open: 2, 'past-no-evidence': 7, 'at-once': 1, uncertain: 0 };
const ROW = {
  id: 'occ_1',
  key: 'annual-report/file-report/lic_1/2099',
  licenceIds: ['lic_1'],
  dutyId: 'annual-report',
  dueRuleId: 'file-report',
  clause: '14',
  title: { zh: '每年第一季度报送年报', en: 'Annual report in the first quarter' },
  action: { zh: '在平台报送年报', en: 'File the annual report' },
  applies: 'yes',
  opensOn: '2099-01-01',
  nominalOn: '2099-03-31',
  dueOn: '2099-03-31',
  dueAt: null,
  actBy: '2099-03-31',
  provisional: true,
  provisionalFields: ['actBy'],
  status: 'open',
  mark: 'E',
  workState: 'open',
  version: 3,
  assignee: null,
  workedAt: null,
  submittedOn: null,
  closedAt: null,
  doneOn: null,
  daysLate: null,
  minutesLate: null,
  missed: false,
  overdue: false,
  waiverPending: false,
  evidenceCount: 0,
  isReview: false,
  daysLeft: 29,
  ruleVersion: '1',
  sortOn: '2099-03-31',
  removedAt: null,
};

const ANSWERS: Answers = {
  'occurrences.list': ({ search }: { search?: string }) => ({
    items: search === '没有的' ? [] : [ROW],
    nextCursor: null,
  }),
  'occurrences.counts': () => ({ byStatus: BY_STATUS, total: 13 }),
  'occurrences.people': () => ({ items: [{ id: 'usr_1', name: '示例甲', role: 'owner', level: 'write' }] }),
  'licences.list': () => ({ items: [], nextCursor: null }),
  'facts.questions': () => ({ items: [] }),
};
const serveList = (): Call[] => serve(ANSWERS);

const lastFilter = (calls: readonly Call[]) =>
  calls.findLast(({ procedure }) => procedure === 'occurrences.list')?.input;

it('asks for exactly what the address says', async () => {
  const calls = serveList();
  await showAt('/occurrences?status=open,at-once&clause=15.10&from=2099-01-01&to=2099-03-31&provisional=true');
  await expect.element(page.getByRole('link', { name: '在平台报送年报' })).toBeVisible();
  expect(lastFilter(calls)).toMatchObject({
    organisationId: 'org_1',
    status: ['at-once', 'open'],
    clause: '15.10',
    from: '2099-01-01',
    to: '2099-03-31',
    provisional: true,
  });
  await expect.element(page.getByLabelText('条款', { exact: true })).toHaveValue('15.10');
  await expect.element(page.getByRole('checkbox', { name: '仅暂定日期' })).toBeChecked();
});

it('narrows the list to the work of somebody by the address', async () => {
  const calls = serveList();
  const { address } = await showAt('/occurrences?assignee=me&work=open,prepared&overdue=true&waiver=nonsense');
  await expect.element(page.getByRole('link', { name: '在平台报送年报' })).toBeVisible();
  expect(lastFilter(calls)).toMatchObject({ assignee: 'me', workState: ['open', 'prepared'], overdue: true });
  expect(lastFilter(calls)).not.toHaveProperty('waiverPending', true);
  await page.getByRole('checkbox', { name: '已过期限，待办' }).click();
  await expect.poll(() => new URLSearchParams(address().split('?')[1]).has('overdue')).toBe(false);
});

it('works on what is chosen, by the version on screen, and tells each refusal by its item', async () => {
  const calls = serve({
    ...ANSWERS,
    'occurrences.closeMany': () => ({
      results: [
        {
          occurrenceId: 'occ_1',
          ok: false,
          version: null,
          error: {
            code: 'invalid-input',
            message: { zh: '请检查。', en: 'Check.' },
            fields: [{ path: 'evidence', message: { zh: '缺少证据：年报回执。', en: 'Evidence missing: receipt.' } }],
          },
        },
      ],
    }),
  });
  await showAt('/occurrences');
  await page.getByRole('checkbox', { name: '选择：在平台报送年报' }).click();
  await page.getByRole('button', { name: '批量办结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '批量办结' }).click();
  await expect.element(page.getByText('缺少证据：年报回执。')).toBeVisible();
  await expect.element(page.getByText('1 项没有完成')).toBeVisible();
  const sent = calls.find(({ procedure }) => procedure === 'occurrences.closeMany')?.input;
  expect(sent).toMatchObject({ items: [{ occurrenceId: 'occ_1', version: 3 }], doneOn: '2099-03-02' });
});

it('puts each filter into the address, and clears them all', async () => {
  const calls = serveList();
  const { address } = await showAt('/occurrences');
  await page.getByRole('button', { name: '已过，无记录 7' }).click();
  await expect.poll(address).toBe('/occurrences?status=past-no-evidence');
  await expect.poll(() => lastFilter(calls)).toMatchObject({ status: ['past-no-evidence'] });
  await page.getByRole('textbox', { name: '搜索事项' }).fill('没有的');
  await expect.element(page.getByRole('heading', { name: '没有符合条件的事项' })).toBeVisible();
  expect(new URLSearchParams(address().split('?')[1]).get('q')).toBe('没有的');
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await expect.poll(address).toBe('/occurrences?status=past-no-evidence');
});

it('shows a number on each tab that is the number of rows it opens', async () => {
  serveList();
  await showAt('/occurrences');
  await expect.element(page.getByRole('button', { name: '当前 6' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: '全部 13' })).toHaveAttribute('aria-pressed', 'true');
});

it('sends somebody who is not signed in to the sign-in page, with the way back', async () => {
  serve({
    'session.status': () => ({
      setUpRequired: false,
      today: '2099-03-02',
      signIn: { allowed: true },
      signInStep: null,
      secondFactor: null,
      user: null,
      organisations: [],
    }),
  });
  const { address } = await showAt('/occurrences?status=open');
  await expect.element(page.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(new URLSearchParams(address().split('?')[1]).get('next')).toBe('/occurrences?status=open');
});
