import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningProduct, startProduct } from './product.ts';

const PASSWORD = 'correct horse battery 42';

let product: RunningProduct;
let page: Page;
/** Errors that the browser reports: above all what the content security policy or the permissions policy refuses. */
const complaints: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  page = await product.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await attachAuthenticator(page);
  await page.goto(product.url.replace('127.0.0.1', 'localhost'));
  await page.getByLabel('设置令牌').fill(product.setupToken ?? '');
  await page.getByLabel('企业名称').fill('江苏示例云桥信息技术有限公司');
  await page.getByLabel('姓名').fill('示例甲');
  await page.getByLabel('邮箱').fill('owner@example.cn');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
});
afterAll(() => product.stop());

/** The browser's own authenticator: it holds keys, verifies its person and signs as a phone or a laptop does. */
async function attachAuthenticator(of: Page): Promise<void> {
  const cdp = await of.context().newCDPSession(of);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(): Promise<void> {
  await page.getByRole('button', { name: /用户菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
}

test('a passkey is made on the security page, with recovery codes', async () => {
  await page.goto('/security');
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('办公室电脑');
  await dialog.getByRole('button', { name: '继续', exact: false }).click();
  await page.getByRole('button', { name: '我已保存恢复码' }).click();
  await page.getByRole('list', { name: '通行密钥' }).getByText('办公室电脑').waitFor();
  expect(await page.getByRole('list', { name: '通行密钥' }).getByRole('listitem').count()).toBe(1);
});

test('it signs in without address, password or code', async () => {
  await signOut();
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('after the password it is the second factor, without which nobody is in', async () => {
  await signOut();
  await page.getByLabel('邮箱').fill('owner@example.cn');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('button', { name: '使用通行密钥' }).click();
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the last second factor of an owner stays; the name can be changed', async () => {
  await page.goto('/security');
  await page.getByRole('button', { name: '改名: 办公室电脑' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('新电脑');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '删除: 新电脑' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  const alert = page.getByRole('dialog').getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('这是最后一种');
});

test('the browser had nothing to complain about but that refusal', () => {
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});
