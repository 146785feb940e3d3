import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Call, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const member = (userId: string, name: string, role: string) => ({
  userId,
  name,
  email: `${userId}@example.cn`,
  role,
  since: '2099-03-01T00:00:00Z',
  you: userId === 'usr_1',
});

function serveMembers(): Call[] {
  return serve({
    'facts.questions': () => ({ items: [] }),
    'members.list': () => ({
      items: [member('usr_1', '示例甲', 'owner'), member('usr_2', '示例乙', 'viewer')],
      mayManage: true,
    }),
    'members.remove': () => ({ ok: true }),
    'invitations.list': () => ({ items: [] }),
    'invitations.create': () => ({ id: 'inv_1' }),
  });
}

it('offers nothing that would take the last owner away', async () => {
  serveMembers();
  await showAt('/members');
  await expect.element(page.getByText('唯一的所有者不能移除', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: '示例乙的角色' })).toBeVisible();
  expect(page.getByRole('combobox', { name: '示例甲的角色' }).elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: '移除' }).elements()).toHaveLength(1);
});

it('invites an address in the language on screen', async () => {
  const calls = serveMembers();
  await showAt('/members');
  await page.getByRole('button', { name: '邀请' }).click();
  await page.getByRole('button', { name: '发送邀请' }).click();
  await expect.element(page.getByText('请填写邮箱。')).toBeVisible();
  await page.getByLabelText('邮箱').fill('bing@example.cn');
  await page.getByRole('button', { name: '发送邀请' }).click();
  const sent = () => calls.filter(({ procedure }) => procedure === 'invitations.create').map(({ input }) => input);
  await expect
    .poll(sent)
    .toEqual([{ organisationId: 'org_1', email: 'bing@example.cn', role: 'member', language: 'zh' }]);
});
