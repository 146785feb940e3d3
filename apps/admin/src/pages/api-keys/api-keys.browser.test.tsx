import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Call, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const SECRET = 'zq_live_0000000000000000000000000000example';
const KEY = {
  id: 'key_1',
  name: '示例 ERP',
  mode: 'live',
  display: 'zq_live_0000…',
  scopes: ['licences.read'],
  status: 'active',
  createdAt: '2099-03-01T00:00:00Z',
  createdBy: { id: 'usr_1', name: '示例甲' },
  expiresAt: '2100-03-01T00:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
  replacedBy: null,
  grants: [
    {
      companyId: 'org_1',
      companyName: '江苏示例云桥信息技术有限公司',
      level: 'read',
      effective: null,
      grantedBy: null,
      grantedAt: '2099-03-01T00:00:00Z',
    },
  ],
};

function serveKeys(items: unknown[]): Call[] {
  return serve({
    'facts.questions': () => ({ items: [] }),
    'apiKeys.list': () => ({ items }),
    'apiKeys.foreign': () => ({ items: [] }),
    'apiKeys.scopes': () => ({
      items: [
        { scope: 'licences.read', label: { zh: '查看许可证', en: 'Read licences' }, writes: false },
        { scope: 'licences.write', label: { zh: '登记许可证', en: 'Register licences' }, writes: true },
      ],
    }),
    'apiKeys.grantable': () => ({
      items: [
        { companyId: 'org_1', name: '江苏示例云桥信息技术有限公司', level: 'write', isSandbox: false },
        { companyId: 'org_2', name: '杭州示例星海网络有限公司', level: 'read', isSandbox: false },
        { companyId: 'org_9', name: '示例沙盒', level: 'write', isSandbox: true },
      ],
    }),
    'apiKeys.grant': () => ({ key: KEY }),
    'apiKeys.withdrawGrant': () => ({ key: KEY }),
    'apiKeys.create': () => ({ key: KEY, secret: SECRET }),
    'apiKeys.rotate': () => ({ key: KEY, secret: SECRET, previousEndsAt: '2099-03-03T00:00:00Z' }),
  });
}

const sent = (calls: readonly Call[], procedure: string) =>
  calls.filter((call) => call.procedure === procedure).map(({ input }) => input);

it('asks for a name and scopes, then shows the key once', async () => {
  const calls = serveKeys([]);
  await showAt('/api-keys');
  await page.getByRole('button', { name: '新建密钥' }).click();
  await page.getByRole('button', { name: '创建密钥' }).click();
  await expect.element(page.getByText('请填写名称。')).toBeVisible();
  expect(sent(calls, 'apiKeys.create')).toEqual([]);
  await page.getByRole('textbox', { name: '名称' }).fill('示例 ERP');
  await page.getByRole('checkbox', { name: '查看许可证' }).click();
  await page.getByRole('combobox', { name: '添加企业' }).click();
  await page.getByTitle('江苏示例云桥信息技术有限公司').last().click();
  await page.getByRole('button', { name: '创建密钥' }).click();
  await expect.element(page.getByText(SECRET)).toBeVisible();
  expect(sent(calls, 'apiKeys.create')).toEqual([
    {
      organisationId: 'org_1',
      name: '示例 ERP',
      scopes: ['licences.read'],
      grants: [{ companyId: 'org_1', level: 'read' }],
      expiresInDays: 365,
      mode: 'live',
    },
  ]);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect.element(page.getByText(SECRET)).not.toBeInTheDocument();
});

it('says where a grant has no effect, and rotates with an overlap', async () => {
  const calls = serveKeys([KEY]);
  await showAt('/api-keys');
  await expect.element(page.getByText('目前无效')).toBeVisible();
  await page.getByRole('button', { name: '轮换' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '轮换' }).click();
  await expect.element(page.getByText(SECRET)).toBeVisible();
  expect(sent(calls, 'apiKeys.rotate')).toEqual([
    { organisationId: 'org_1', keyId: 'key_1', overlapHours: 24, expiresInDays: 365 },
  ]);
});

it('gives a key in use one more company of its own kind, and takes one away', async () => {
  const calls = serveKeys([KEY]);
  await showAt('/api-keys');
  await page.getByRole('table').getByRole('button', { name: '企业' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '添加企业' }).click();
  await expect.element(page.getByText('杭州示例星海网络有限公司').last()).toBeVisible();
  // Its own company is there already; a sandbox is for test keys.
  expect(page.getByText('示例沙盒').elements()).toHaveLength(0);
  await page.getByText('杭州示例星海网络有限公司').last().click();
  await dialog.getByRole('button', { name: '加入' }).click();
  await expect
    .poll(() => sent(calls, 'apiKeys.grant'))
    .toEqual([{ organisationId: 'org_1', keyId: 'key_1', companyId: 'org_2', level: 'read' }]);
  await dialog.getByRole('button', { name: '移出 江苏示例云桥信息技术有限公司' }).click();
  await expect
    .poll(() => sent(calls, 'apiKeys.withdrawGrant'))
    .toEqual([{ organisationId: 'org_1', keyId: 'key_1', companyId: 'org_1' }]);
});
