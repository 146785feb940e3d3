import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantOperator } from '../apps/api/src/auth/operators.ts';
import { root } from '../infra/paths.ts';
import { findings } from './accessibility.ts';
import { ageProofs, databaseUrl } from './database.ts';
import { choose, enrolSecondFactor, newPerson, type Person, proving, setUpCompany, signIn, signUp } from './person.ts';
import { type RunningProduct, startProduct } from './product.ts';

const COMPANY = '江苏示例云桥信息技术有限公司';
const OTHER = '杭州示例星海网络有限公司';

let product: RunningProduct;
let owner: Person;
let other: Person;
beforeAll(async () => {
  product = await startProduct();
  owner = await newPerson(product, '示例甲', 'owner@example.cn');
  other = await newPerson(product, '示例乙', 'other@example.cn');
  await setUpCompany(product, owner, COMPANY);
});
afterAll(() => product.stop());

test('a key is made, opens the REST interface, and is worth nothing once revoked', async () => {
  const { page } = owner;
  await page.goto('/licences/import');
  await page.locator('input[type=file]').setInputFiles(path.join(root, 'samples/information-services.txt'));
  await page.getByRole('button', { name: '登记并推算时间表' }).click();
  await page.waitForURL(/\/licences\/lic_/);
  await page.goto('/api-keys');
  await page.getByRole('button', { name: '新建密钥' }).first().click();
  await page.getByRole('textbox', { name: '名称' }).fill('示例 ERP');
  await page.getByRole('checkbox', { name: '查看可代为办理的企业' }).check();
  await page.getByRole('checkbox', { name: '查看许可证' }).check();
  await page.getByRole('button', { name: '创建密钥' }).click();
  await proving(page, page.getByRole('group', { name: '密钥' }));
  const key = (await page.getByRole('group', { name: '密钥' }).textContent()) ?? '';
  await page.getByRole('button', { name: '我已保存' }).click();
  const companies = () => fetch(`${product.url}/api/v1/companies`, { headers: { authorization: `Bearer ${key}` } });
  const answer = (await (await companies()).json()) as { items: { id: string; name: string }[] };
  expect(answer).toMatchObject({ items: [{ name: COMPANY }] });
  const licences = await fetch(`${product.url}/api/v1/companies/${answer.items[0]?.id}/licences`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(licences.status).toBe(200);
  expect(JSON.stringify(await licences.json())).toContain('苏B2-20209901');
  await page.getByRole('button', { name: '吊销' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
  await page.getByText('密钥已吊销').waitFor();
  expect((await companies()).status).toBe(401);
});

test('everything of the company leaves as one file', async () => {
  const { page } = owner;
  await page.goto('/organisation?tab=data');
  await ageProofs(product);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '开始导出' }).click();
  await proving(page, page.getByText(/已导出 \d+ 条记录/));
  const file = JSON.parse(fs.readFileSync(await (await download).path(), 'utf8')) as {
    organisation: { name: string };
    members: { email: string }[];
    tables: Record<string, unknown[]>;
  };
  expect(file.organisation.name).toBe(COMPANY);
  expect(file.members.map(({ email }) => email)).toEqual([owner.email]);
  expect(file.tables.licence).toHaveLength(1);
  expect(JSON.stringify(file.tables.licence_document)).toContain('information-services.txt');
  await page.getByRole('cell', { name: '导出全部数据' }).waitFor();
  expect(await findings(owner)).toEqual([]);
});

test('deletion is asked for with the name typed, shown on every page, and taken back', async () => {
  const { page } = owner;
  await page.getByRole('button', { name: '申请删除' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/以确认/).fill('另一家');
  await dialog.getByLabel('原因').fill('试用结束');
  await dialog.getByRole('button', { name: '申请删除' }).click();
  await dialog.getByText('与组织名称不一致。').waitFor();
  await dialog.getByLabel(/以确认/).fill(COMPANY);
  await dialog.getByRole('button', { name: '申请删除' }).click();
  await proving(page, page.getByText('全部数据将被删除'));
  expect(await findings(owner)).toEqual([]);
  await page.goto('/licences');
  await page.getByText('只能查看和导出', { exact: false }).waitFor();
  expect(await page.getByRole('link', { name: '导入许可证' }).count()).toBe(0);
  await page.getByRole('link', { name: '查看或撤回' }).click();
  await page.getByRole('tab', { name: '导出与删除' }).click();
  await page.getByRole('button', { name: '撤回删除申请' }).click();
  await page.getByText('删除申请已撤回').waitFor();
  await page.goto('/licences');
  await page.getByRole('link', { name: '导入许可证' }).first().waitFor();
});

test('an operator enters the working days of a year and suspends an organisation, whose people are out at once', async () => {
  const { page } = owner;
  await signUp(product, other, { kind: '持证企业', name: OTHER });
  await other.page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  await page.goto('/security');
  await page.getByRole('button', { name: '启用第二验证' }).click();
  await enrolSecondFactor(owner);
  await page.getByText('第二验证已启用').waitFor();
  await grantOperator(databaseUrl(product), owner.email);
  await signIn(owner);
  await page.goto('/operator?tab=notices');
  await page.getByRole('button', { name: '录入放假安排' }).click();
  const form = page.getByRole('dialog');
  const year = await form.getByLabel('年份').inputValue();
  await form.getByLabel('通知标题').fill(`关于${year}年部分节假日安排的通知（示例）`);
  await form.getByLabel('原文链接').fill('https://www.gov.cn/example');
  await form.getByLabel('放假日', { exact: true }).fill(statutoryDays(Number(year)));
  await form.getByLabel('理由').fill('端到端测试');
  await form.getByRole('button', { name: '检查' }).click();
  await form.getByText('检查通过', { exact: false }).waitFor();
  await form.getByRole('button', { name: '保存并重新计算' }).click();
  await proving(page, page.getByText('放假安排已保存', { exact: false }), owner.recoveryCodes.at(-1));
  await page.getByRole('cell', { name: '运营录入，第 1 版' }).waitFor();
  await page.getByRole('tab', { name: '组织' }).click();
  await page
    .getByRole('row', { name: new RegExp(OTHER) })
    .getByRole('button', { name: '更改状态' })
    .click();
  await choose(page.getByRole('dialog').getByLabel('新状态'), '已暂停');
  await page.getByRole('dialog').getByLabel('理由').fill('欠费，示例');
  await page.getByRole('dialog').getByRole('button', { name: '更改状态' }).click();
  await page.getByText('状态已更改').waitFor();
  expect(await findings(owner)).toEqual([]);
  await other.page.getByRole('link', { name: '触发事件' }).click();
  await other.page.getByRole('heading', { name: `对“${OTHER}”的访问已结束` }).waitFor();
});

test('no policy of the pages was broken', () => {
  expect([...owner.complaints, ...other.complaints]).toEqual([]);
});

/** The thirteen statutory days of a year, on dates that are good enough for a form. */
function statutoryDays(year: number): string {
  const days: [string, string][] = [
    ['01-01', '元旦'],
    ['02-05', '春节'],
    ['02-06', '春节'],
    ['02-07', '春节'],
    ['02-08', '春节'],
    ['04-05', '清明节'],
    ['05-01', '劳动节'],
    ['05-02', '劳动节'],
    ['06-09', '端午节'],
    ['09-15', '中秋节'],
    ['10-01', '国庆节'],
    ['10-02', '国庆节'],
    ['10-03', '国庆节'],
  ];
  return days.map(([day, name]) => `${year}-${day} ${name} 法定`).join('\n');
}
