import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const FEED = {
  id: 'fed_1',
  scope: 'mine',
  organisation: null,
  language: 'zh',
  createdAt: '2099-03-01T00:00:00Z',
  expiresAt: '2100-03-01T00:00:00Z',
  lastReadAt: null,
};

it('shows the address of a calendar once, and says how late a calendar may be', async () => {
  const calls = serve({
    'facts.questions': () => ({ items: [] }),
    'calendarFeeds.list': () => ({ items: [] }),
    'calendarFeeds.create': () => ({
      id: 'fed_1',
      path: '/api/calendar/org_1/example.ics',
      expiresAt: '2100-03-01T00:00:00Z',
    }),
  });
  await showAt('/calendar-feeds');
  await expect.element(page.getByText('日历程序最多可能晚 24 小时更新')).toBeVisible();
  await page.getByRole('button', { name: '新建日历订阅' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /的全部事项/ }).click();
  await dialog.getByRole('button', { name: '新建日历订阅' }).click();
  const address = page.getByText(`${window.location.origin}/api/calendar/org_1/example.ics`);
  await expect.element(address).toBeVisible();
  expect(calls.filter(({ procedure }) => procedure === 'calendarFeeds.create').map(({ input }) => input)).toEqual([
    { scope: 'company', organisationId: 'org_1', language: 'zh' },
  ]);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect.element(address).not.toBeInTheDocument();
});

it('ends a feed only after it was asked', async () => {
  const calls = serve({
    'facts.questions': () => ({ items: [] }),
    'calendarFeeds.list': () => ({ items: [FEED] }),
    'calendarFeeds.revoke': () => ({ revoked: true }),
  });
  const revoked = () => calls.filter(({ procedure }) => procedure === 'calendarFeeds.revoke').map(({ input }) => input);
  await showAt('/calendar-feeds');
  await page.getByRole('button', { name: '停用“分配给我的事项（所有企业）”' }).click();
  expect(revoked()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect.poll(revoked).toEqual([{ feedId: 'fed_1' }]);
});
