import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../infra/paths.ts';
import { findings } from './accessibility.ts';
import { newPerson, type Person, proving, setUpCompany } from './person.ts';
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

/** The row of the check about the head of network security. */
const headOfSecurity = () => owner.page.getByRole('row', { name: /网络安全负责人/ }).filter({ hasText: 'S5' });

test('a check is unknown before anything is recorded, and says what to do', async () => {
  const { page } = owner;
  await page.getByRole('link', { name: '人员配备' }).click();
  await page.getByText('名册还是空的').waitFor();
  expect(await headOfSecurity().textContent()).toContain('不清楚');
  expect(await findings(owner)).toEqual([]);
});

test('a person entered with contract and post turns the check met', async () => {
  const { page } = owner;
  await page.goto('/people');
  await page.getByRole('button', { name: '登记人员' }).first().click();
  const form = page.getByRole('dialog', { name: '登记人员' });
  await form.getByLabel('姓名').fill('示例乙');
  await form.getByLabel('居民身份证号').fill('11010519491231002X');
  await form.getByLabel('电话').fill('13800005678');
  await form.getByRole('radio', { name: '是' }).check();
  const post = form.getByLabel('岗位', { exact: true });
  await post.fill('网络安全负责人');
  await post.press('Enter');
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('link', { name: '示例乙' }).waitFor();
  expect(await page.getByRole('row', { name: /示例乙/ }).textContent()).toContain('138****5678');
  await page.goto('/staffing');
  await headOfSecurity().getByText('示例乙').first().waitFor();
});

test('a number is shown in full only for a reason, and who looked stands on record', async () => {
  const { page } = owner;
  await page.goto('/people');
  await page.getByRole('link', { name: '示例乙' }).click();
  await page.getByRole('heading', { name: '示例乙' }).waitFor();
  await page.getByRole('button', { name: /^查看居民身份证号/ }).click();
  const dialog = page.getByRole('dialog', { name: '查看完整的居民身份证号' });
  await dialog.getByLabel('原因').fill('办理报备');
  await dialog.getByRole('button', { name: '查看' }).click();
  await proving(page, page.getByText('11010519491231002X'));
  await page.getByText('办理报备').waitFor();
  expect(await findings(owner)).toEqual([]);
});

test('once the list of posts is complete, a leaver opens a gap and its item', async () => {
  const { page } = owner;
  await page.goto('/staffing?tab=records');
  for (const section of ['人员与劳动合同', '岗位任职']) {
    await page.getByLabel(`“${section}”自何日起完整`).fill('2026-01-01');
    await page.getByLabel(`“${section}”自何日起完整`).press('Enter');
    await page.getByRole('button', { name: `保存 ${section}` }).click();
    await page.getByRole('button', { name: `保存 ${section}`, disabled: true }).waitFor();
  }
  await page.goto('/people');
  await page.getByRole('link', { name: '示例乙' }).click();
  await page.getByRole('button', { name: '登记离职' }).click();
  const dialog = page.getByRole('dialog', { name: '登记 示例乙 离职' });
  await dialog.getByRole('button', { name: '登记离职' }).click();
  await page.getByText('已登记离职').waitFor();
  await page.goto('/staffing?tab=gaps');
  const gap = page.getByRole('link', { name: /网络安全负责人/ });
  await gap.click();
  await page.waitForURL(/\/occurrences\/occ_/);
  const title = page.getByRole('heading', { level: 1, name: /网络安全负责人/ });
  await title.waitFor();
  expect(await title.isVisible()).toBe(true);
});

test('the browser had nothing to complain about', () => {
  expect(owner.complaints).toEqual([]);
});
