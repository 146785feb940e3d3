import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../infra/paths.ts';
import { type RunningProduct, startProduct } from './product.ts';

const LICENCE = path.join(root, 'samples/information-services.txt');
const PASSWORD = 'correct horse battery 42';

let product: RunningProduct;
let page: Page;
/** Errors that the browser reports: refused by the content security policy, failed requests, exceptions. */
const complaints: string[] = [];

/** Waits for an element to be seen. */
async function shows(element: Locator): Promise<boolean> {
  await element.waitFor();
  return true;
}

beforeAll(async () => {
  product = await startProduct();
  page = await product.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(() => product.stop());

test('the first person sets up a company with the token from the terminal', async () => {
  await page.goto('/');
  await page.getByLabel('设置令牌').fill(product.setupToken ?? '');
  await page.getByLabel('企业名称').fill('江苏示例云桥信息技术有限公司');
  await page.getByLabel('姓名').fill('示例甲');
  await page.getByLabel('邮箱').fill('owner@example.cn');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  expect(await shows(page.getByRole('heading', { name: '今天要办的事' }))).toBe(true);
});

test('a licence document is read beside its text, and confirmed', async () => {
  await page.getByRole('link', { name: '导入许可证' }).first().click();
  await page.locator('input[type=file]').setInputFiles(LICENCE);
  expect(await page.getByLabel('许可证编号').inputValue()).toBe('苏B2-20209901');
  expect(await shows(page.getByRole('tab', { name: /特别规定事项\s*28/ }))).toBe(true);
  await page.getByRole('button', { name: '登记并推算时间表' }).click();
  await page.waitForURL(/\/licences\/lic_/);
  expect(await shows(page.getByRole('heading', { name: '苏B2-20209901' }))).toBe(true);
});

test('the expired licence says so loudly and asks whether it was renewed', async () => {
  expect(await shows(page.getByText('许可证载明的有效期已于 2025-12-22 届满').first())).toBe(true);
  await page.getByRole('tab', { name: /特别规定事项/ }).click();
  expect(await shows(page.getByText('十五（六）').first())).toBe(true);
});

test('an item explains its date step by step', async () => {
  await page.goto('/occurrences?status=past-no-evidence');
  await page.getByRole('link', { name: '提出延续申请' }).first().click();
  expect(await shows(page.getByRole('heading', { name: '提出延续申请' }))).toBe(true);
  expect(await shows(page.getByText('自2025-12-22（周一）向前倒数90个自然日，为2025-09-23（周二）').first())).toBe(
    true,
  );
});

test('answering the question brings the schedule back to life', async () => {
  await page.goto('/questions');
  await page.getByRole('radio', { name: '已延续' }).first().check();
  const answered = page.waitForResponse((response) => response.url().includes('facts.answer') && response.ok());
  await page.getByRole('button', { name: '记录答案' }).first().click();
  await answered;
  await page.goto('/occurrences?status=upcoming');
  expect(await shows(page.getByRole('link', { name: '在平台报送年报' }).first())).toBe(true);
});

test('the same is there in English, and nobody else gets in', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Rulebook' }).click();
  expect(await shows(page.getByRole('heading', { name: 'Rulebook' }))).toBe(true);
  const stranger = await product.newPage();
  await stranger.goto('/occurrences');
  await stranger.waitForURL(/sign-in/);
  await stranger.getByLabel('邮箱').fill('owner@example.cn');
  await stranger.getByLabel('密码').fill('wrong horse battery 42');
  await stranger.locator('form button[type=submit]').click();
  expect(await shows(stranger.getByRole('alert').first())).toBe(true);
  expect(new URL(stranger.url()).pathname).toBe('/sign-in');
});

test('the browser had nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
