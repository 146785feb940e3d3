import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../infra/paths.ts';
import { findings } from './accessibility.ts';
import { newPerson, type Person, setUpCompany } from './person.ts';
import { type RunningProduct, startProduct } from './product.ts';

let product: RunningProduct;
let owner: Person;

beforeAll(async () => {
  product = await startProduct();
  owner = await newPerson(product, '示例甲', 'owner@example.cn');
  await setUpCompany(product, owner, '江苏示例云桥信息技术有限公司');
  const { page } = owner;
  await page.goto('/licences/import');
  await page.locator('input[type=file]').setInputFiles(path.join(root, 'samples/information-services.txt'));
  await page.getByRole('button', { name: '登记并推算时间表' }).click();
  await page.waitForURL(/\/licences\/lic_/);
});
afterAll(() => product.stop());

/** Makes the step of this name, after filling in what its form asks for. */
async function move(name: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  const { page } = owner;
  await page.getByRole('button', { name, exact: true }).click();
  await fill();
  await page.getByRole('dialog', { name }).getByRole('button', { name: '记录', exact: true }).click();
  await page.getByText(`已记录：${name}`).first().waitFor();
  await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
}

async function day(label: RegExp, on: string): Promise<void> {
  const field = owner.page.getByRole('dialog').getByLabel(label);
  await field.fill(on);
  await field.press('Enter');
}

test('a renewal is started from its item and shows its limits and papers', async () => {
  const { page } = owner;
  await page.goto('/occurrences?status=past-no-evidence');
  await page.getByRole('link', { name: '提出延续申请' }).first().click();
  await page.getByRole('button', { name: '开始：许可证续期' }).click();
  await page.getByRole('button', { name: '开始办理' }).click();
  await page.waitForURL(/\/workflows\/wfl_/);
  await page.getByRole('heading', { name: '材料清单' }).waitFor();
  expect(await page.getByText('2025-09-23').count()).toBeGreaterThan(0);
  expect(await findings(owner)).toEqual([]);
});

test('a paper is uploaded into the list', async () => {
  const { page } = owner;
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^选择文件 / })
    .first()
    .click();
  await (await chooser).setFiles(path.join(root, 'samples/information-services.txt'));
  const stored = page.getByRole('link', { name: /information-services/ });
  await stored.waitFor();
  expect(await stored.getAttribute('href')).toMatch(/^\/api\/files\/fil_/);
});

test('each step asks for its data, and nothing is handed in without a receipt', async () => {
  const { page } = owner;
  await move('启动');
  await page.getByRole('button', { name: '登记已提交', exact: true }).click();
  const form = page.getByRole('dialog', { name: '登记已提交' });
  await form.getByRole('button', { name: '记录', exact: true }).click();
  await form.getByText('请填写。').waitFor();
  await form.getByPlaceholder('回执编号').fill('受-示例-1');
  await form.getByRole('button', { name: '记录', exact: true }).click();
  await page.getByText('已记录：登记已提交').first().waitFor();
  expect(await page.getByText('受-示例-1').count()).toBe(1);
});

test('the new certificate takes the place of the old one under the same licence', async () => {
  const { page } = owner;
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format());
  await move('收到受理通知', () => day(/^受理日/, today));
  await move('收到批准决定', () => day(/^决定日/, today));
  await move('领取新证', async () => {
    await day(/^领取日/, today);
    await day(/^新的有效期至/, '2030-12-22');
  });
  await page.getByRole('button', { name: '登记新证' }).click();
  const form = page.getByRole('dialog', { name: '登记新的许可证信息' });
  await form.getByLabel('有效期至').fill('2030-12-22');
  await form.getByLabel('有效期至').press('Enter');
  await form.getByRole('button', { name: '保存' }).click();
  await page
    .getByText(/新证已登记/)
    .first()
    .waitFor();
  await page.goto('/licences');
  const row = page.getByRole('row', { name: /苏B2-20209901/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('2030-12-22');
});

test('the browser had nothing to complain about', () => {
  expect(owner.complaints).toEqual([]);
});
