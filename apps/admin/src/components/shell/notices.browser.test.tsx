import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const organisation = {
  id: 'org_1',
  kind: 'company',
  name: '江苏示例云桥信息技术有限公司',
  uscc: null,
  status: 'active',
  role: 'owner',
  level: 'write',
  isSandbox: false,
  until: null,
};
const status = (change: object, emailVerified = true) => ({
  setUpRequired: false,
  today: '2099-03-02',
  signIn: { allowed: true },
  signInStep: null,
  signInWith: null,
  secondFactor: { enrolled: true, required: true, enrolBy: null },
  user: { id: 'usr_1', name: '示例甲', email: 'jia@example.cn', emailVerified },
  organisations: [{ ...organisation, ...change }],
});
const account = { email: 'jia@example.cn', emailVerified: false, language: null };
const answers = {
  'facts.questions': () => ({ items: [] }),
  'security.overview': () => ({
    secondFactor: { enrolled: true, app: true, required: true, enrolBy: null, enrolledAt: null, recoveryCodesLeft: 8 },
    passkeys: [],
    proofWith: 'code',
    proofByPasskey: false,
  }),
  'security.sessions': () => ({ items: [] }),
  'account.status': () => account,
};

it('an operator who looks in is told so on every page, with the end, and not that the role is too low', async () => {
  const change = { role: 'operator', level: 'read', until: '2099-03-02T04:30:00Z' };
  serve({ ...answers, 'session.status': () => status(change) });
  await showAt('/security');
  await expect.element(page.getByText('平台运营紧急查看', { exact: false })).toBeVisible();
  await expect.element(page.getByText('2099-03-02 12:30')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '提前结束' })).toBeVisible();
  expect(page.getByText('你在这家企业只有查看权限。').elements()).toEqual([]);
});

it('whose address is not proven is reminded, and gets the mail again from the security page', async () => {
  const calls = serve({
    ...answers,
    'session.status': () => status({}, false),
    'account.requestVerification': () => ({ ok: true }),
  });
  await showAt('/security');
  await expect.element(page.getByText('你的邮箱还没有验证。', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '发送验证邮件' }).click();
  await expect.element(page.getByText('验证邮件已发送', { exact: false })).toBeVisible();
  expect(calls.filter(({ procedure }) => procedure === 'account.requestVerification')).toMatchObject([
    { input: { language: 'zh' } },
  ]);
});

it('nobody else sees either', async () => {
  serve({ ...answers, 'session.status': () => status({}) });
  await showAt('/security');
  await expect.element(page.getByRole('heading', { name: '通行密钥' })).toBeVisible();
  expect(page.getByText('平台运营紧急查看', { exact: false }).elements()).toEqual([]);
  expect(page.getByText('你的邮箱还没有验证。', { exact: false }).elements()).toEqual([]);
});
