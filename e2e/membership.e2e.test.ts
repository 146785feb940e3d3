import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ageProofs } from './database.ts';
import { linkFromMail } from './mails.ts';
import { newPerson, PASSWORD, type Person, setUpCompany, signIn, signUp } from './person.ts';
import { type RunningProduct, startProduct } from './product.ts';

const COMPANY = '江苏示例云桥信息技术有限公司';

let product: RunningProduct;
let owner: Person;
let member: Person;
beforeAll(async () => {
  product = await startProduct();
  owner = await newPerson(product, '示例甲', 'owner@example.cn');
  member = await newPerson(product, '示例乙', 'member@example.cn');
  await setUpCompany(product, owner, COMPANY);
});
afterAll(() => product.stop());

test('a dangerous act asks who sits there, refuses a wrong answer, and goes on after the right one', async () => {
  const { page } = owner;
  await ageProofs(product);
  await page.goto('/members');
  await page.getByRole('button', { name: '邀请', exact: true }).click();
  await page.getByRole('dialog').getByLabel('邮箱').fill(member.email);
  await page.getByRole('button', { name: '发送邀请' }).click();
  const proof = page.getByRole('dialog', { name: '请再次确认身份' });
  await proof.getByLabel('密码').fill('wrong horse battery 42');
  await proof.getByRole('button', { name: '确认' }).click();
  await proof.getByRole('alert').waitFor();
  await proof.getByLabel('密码').fill(PASSWORD);
  await proof.getByRole('button', { name: '确认' }).click();
  await page.getByText('邀请已发送').waitFor();
  expect(await page.getByRole('cell', { name: member.email }).count()).toBe(1);
});

test('the person invited signs up, follows the mail and works in the company', async () => {
  const invitation = await linkFromMail(product, member.email, '/invitation');
  const { page } = member;
  await signUp(product, member);
  await page.getByRole('heading', { name: '没有可以进入的企业' }).waitFor();
  await page.goto(invitation);
  await page.getByText(`邀请你加入“${COMPANY}”`, { exact: false }).waitFor();
  await page.getByRole('button', { name: '接受' }).click();
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  await page.goto('/members');
  const row = page.getByRole('row', { name: /示例乙/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('成员');
  await page.goto(invitation);
  await page.getByRole('alert').waitFor();
});

test('a forgotten password is replaced by the link of a mail, and the old one is worth nothing', async () => {
  const { page } = member;
  await page.goto('/forgot-password');
  await page.getByLabel('邮箱').fill(member.email);
  await page.getByRole('button', { name: '发送邮件' }).click();
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor();
  await page.goto(await linkFromMail(product, member.email, '/reset-password'));
  await page.getByLabel('新密码').fill('another horse battery 43');
  await page.getByRole('button', { name: '设置新密码' }).click();
  await page.getByRole('heading', { name: '新密码已生效' }).waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(member.email);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await signIn(member, 'another horse battery 43');
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the audit log leaves as a chain that anybody can count again, and has words for every entry', async () => {
  const { page } = owner;
  await page.goto('/audit');
  await page.getByRole('cell', { name: '成员加入' }).waitFor();
  expect(await page.getByText(/^[a-z-]+\.[a-z-]+$/).count()).toBe(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  const text = fs.readFileSync(await (await download).path(), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines.length).toBeGreaterThan(1);
  for (const { previousHash = '', entry, hash } of lines) {
    const counted = createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(String(entry)).digest('hex');
    expect(counted).toBe(hash);
  }
  expect(lines.slice(1).map(({ previousHash }) => previousHash)).toEqual(lines.slice(0, -1).map(({ hash }) => hash));
});

test('no policy of the pages was broken', () => {
  expect([...owner.complaints, ...member.complaints]).toEqual([]);
});
