import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Call, Refusal, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const ROW = {
  id: 'req_1',
  version: 2,
  title: '2099 年年报所需材料',
  state: 'answered',
  dueOn: '2099-03-20',
  overdue: false,
  daysLeft: 18,
  occurrence: null,
  workflowId: null,
  askedBy: { id: 'usr_1', name: '示例甲' },
  askedFor: '示例合规咨询有限公司',
  createdAt: '2099-03-01T00:00:00Z',
  answeredAt: '2099-03-02T00:00:00Z',
  counts: { total: 2, toGive: 0, toReview: 2, accepted: 0 },
  link: null,
};

const thing = (id: number, label: string) => ({
  itemId: `rit_${id}`,
  label,
  hint: null,
  form: 'either',
  evidenceKind: null,
  materialId: null,
  state: 'answered',
  reason: null,
  answers: [
    {
      id: `ans_${id}`,
      batch: 1,
      current: true,
      at: '2099-03-02T00:00:00Z',
      by: null,
      byKind: 'link',
      form: 'text',
      file: null,
      text: `所给${id}`,
      evidenceId: null,
    },
  ],
});

const DETAIL = { ...ROW, message: '请尽量在三月内提供。', things: [thing(1, '托管合同'), thing(2, '股东变化')] };

function serveRequests(detail: object, answers: Record<string, (input: never) => unknown> = {}): Call[] {
  return serve({
    'facts.questions': () => ({ items: [] }),
    'notifications.counts': () => ({ unread: 0 }),
    'requests.list': () => ({ items: [ROW], nextCursor: null }),
    'requests.get': () => detail,
    ...answers,
  });
}

const sent = (calls: readonly Call[], procedure: string) =>
  calls.filter((call) => call.procedure === procedure).map(({ input }) => input);

it('lists requests, and keeps what was filtered in the address', async () => {
  const calls = serveRequests(DETAIL);
  const { address } = await showAt('/requests?state=answered,nonsense');
  await expect.element(page.getByRole('link', { name: ROW.title })).toBeVisible();
  await page.getByRole('checkbox', { name: '已逾期' }).click();
  await expect.poll(address).toBe('/requests?state=answered&overdue=true');
  await expect
    .poll(() => sent(calls, 'requests.list').at(-1))
    .toEqual({ organisationId: 'org_1', state: ['answered'], overdue: true });
});

it('accepts one thing and sends another back with a reason, each on the version that was seen', async () => {
  const moved = () => ({ requestId: 'req_1', version: 3, state: 'open', items: [], evidence: [] });
  const calls = serveRequests(DETAIL, { 'requests.accept': moved, 'requests.sendBack': moved });
  await showAt('/requests/req_1');
  await page.getByRole('button', { name: '通过“托管合同”' }).click();
  await page.getByRole('button', { name: '退回“股东变化”' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: '退回', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '原因' }).fill('缺少盖章');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  const base = { organisationId: 'org_1', requestId: 'req_1', version: 2 };
  await expect
    .poll(() => sent(calls, 'requests.sendBack'))
    .toEqual([{ ...base, items: [{ itemId: 'rit_2', reason: '缺少盖章' }] }]);
  expect(sent(calls, 'requests.accept')).toEqual([{ ...base, items: [{ itemId: 'rit_1' }] }]);
});

it('asks anew what there is when somebody else was faster', async () => {
  const calls = serveRequests(DETAIL, { 'requests.accept': () => new Refusal('conflict', '已被他人更新。') });
  await showAt('/requests/req_1');
  await page.getByRole('button', { name: '通过“托管合同”' }).click();
  await expect.element(page.getByText('已被他人更新。')).toBeVisible();
  await expect.poll(() => sent(calls, 'requests.get').length).toBe(2);
});

it('shows a link once, as an address whose secret stays behind the #', async () => {
  const calls = serveRequests(
    { ...DETAIL, state: 'open' },
    {
      'requests.makeLink': () => ({
        linkId: 'lnk_1',
        token: 'example-token',
        path: '/r#example-token',
        expiresAt: '2099-03-16T00:00:00Z',
      }),
    },
  );
  await showAt('/requests/req_1');
  await page.getByRole('button', { name: '建立链接' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '建立链接' }).click();
  const secret = page.getByText(`${window.location.origin}/r#example-token`);
  await expect.element(secret).toBeVisible();
  expect(sent(calls, 'requests.makeLink')).toEqual([{ organisationId: 'org_1', requestId: 'req_1', days: 14 }]);
  await page.getByRole('button', { name: '我已复制' }).click();
  await expect.element(secret).not.toBeInTheDocument();
});

it('asks thing by thing, and points out what is missing before anything is sent', async () => {
  const calls = serveRequests(DETAIL, { 'requests.ask': () => ({ requestId: 'req_1', version: 1, told: 2 }) });
  const { address } = await showAt('/requests/new');
  await page.getByRole('textbox', { name: '标题' }).fill('年报材料');
  await page.getByRole('textbox', { name: '希望在此日之前提供' }).fill('2099-03-20');
  await page.getByRole('button', { name: '发出请求' }).click();
  await expect.element(page.getByText('请写明需要什么。')).toBeVisible();
  expect(sent(calls, 'requests.ask')).toEqual([]);
  await page.getByRole('textbox', { name: '需要什么' }).fill('托管合同');
  await page.getByRole('button', { name: '发出请求' }).click();
  await expect.poll(address).toBe('/requests/req_1');
  expect(sent(calls, 'requests.ask')).toEqual([
    {
      organisationId: 'org_1',
      title: '年报材料',
      message: null,
      dueOn: '2099-03-20',
      occurrenceId: null,
      wanted: [{ label: '托管合同', hint: null, form: 'either' }],
    },
  ]);
});
