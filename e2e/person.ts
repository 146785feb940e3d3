import type { Locator, Page } from 'playwright';
import { codeAt } from '../apps/api/src/auth/totp.ts';
import { linkFromMail } from './mails.ts';
import type { RunningProduct } from './product.ts';

export const PASSWORD = 'correct horse battery 42';

/** Somebody at a browser of their own. */
export interface Person {
  page: Page;
  name: string;
  email: string;
  /** What the browser refused by the policies of the page, and what was thrown. */
  complaints: string[];
  recoveryCodes: string[];
}

export async function newPerson(product: RunningProduct, name: string, email: string): Promise<Person> {
  const page = await product.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Refusals of the server are a part of these journeys; what a policy refuses is not.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  return { page, name, email, complaints, recoveryCodes: [] };
}

/** The first person of a new product: a company and its owner, with the token from the terminal. */
export async function setUpCompany(
  product: RunningProduct,
  { page, name, email }: Person,
  company: string,
): Promise<void> {
  await page.goto('/');
  await page.getByLabel('设置令牌').fill(product.setupToken ?? '');
  await page.getByLabel('企业名称').fill(company);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: '今天要办的事' }).waitFor();
}

/** Signs up, follows the mail, confirms the address and signs in. Without an organisation: an account alone. */
export async function signUp(
  product: RunningProduct,
  person: Person,
  organisation?: { kind: '持证企业' | '顾问机构'; name: string },
): Promise<void> {
  const { page, name, email } = person;
  await page.goto('/sign-up');
  await choose(page.getByLabel('注册为'), organisation?.kind ?? '只注册账号（我收到了邀请）');
  if (organisation !== undefined) {
    await page.getByLabel(organisation.kind === '顾问机构' ? '机构名称' : '企业名称').fill(organisation.name);
  }
  await page.getByLabel('你的姓名').fill(name);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor();
  await page.goto(await linkFromMail(product, email, '/verify-email'));
  await page.getByLabel('密码').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: '邮箱已验证' }).waitFor();
  await signIn(person);
}

/** Signs in, with whatever second step the role of the person wants: set up at the first time, a recovery code later. */
export async function signIn(person: Person, password = PASSWORD): Promise<void> {
  const { page, email } = person;
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(password);
  await page.locator('form button[type=submit]').click();
  const enrol = page.getByRole('heading', { name: '先启用第二验证' });
  const challenge = page.getByRole('heading', { name: '第二验证', exact: true });
  const inside = page.getByRole('button', { name: /用户菜单/ });
  await enrol.or(challenge).or(inside).first().waitFor();
  if (await enrol.isVisible()) await enrolSecondFactor(person);
  if (await challenge.isVisible()) {
    await page.getByRole('button', { name: '改用恢复码' }).click();
    await page.getByLabel('恢复码').fill(person.recoveryCodes.pop() ?? '');
    await page.getByRole('button', { name: '继续' }).click();
  }
  await inside.waitFor();
}

/** Sets up an authenticator app where the page offers it, and keeps the recovery codes. */
export async function enrolSecondFactor({ page, recoveryCodes }: Person): Promise<void> {
  await page.getByRole('button', { name: '开始' }).click();
  const key = (await page.locator('.zq-otp-key').textContent()) ?? '';
  await page.getByLabel('输入应用显示的 6 位数字').fill(codeAt(key.replaceAll(' ', ''), new Date()));
  await page.getByRole('button', { name: '确认并启用' }).click();
  const codes = (await page.getByRole('group', { name: '恢复码' }).textContent()) ?? '';
  recoveryCodes.push(...codes.trim().split('\n'));
  await page.getByRole('button', { name: '我已保存恢复码' }).click();
}

/** Waits for what an act ends with, proving who sits there if the product asks. */
export async function proving(page: Page, ending: Locator, proof = PASSWORD): Promise<void> {
  const asked = page.getByRole('dialog', { name: '请再次确认身份' });
  await ending.or(asked).first().waitFor();
  if (await asked.isVisible()) {
    await asked.locator('input').first().fill(proof);
    await asked.getByRole('button', { name: '确认' }).click();
  }
  await ending.waitFor();
}

/** Chooses an option of a select by its words. On a busy machine its list may close again before the click: then anew. */
export async function choose(select: Locator, option: string): Promise<void> {
  const page = select.page();
  const chosen = select
    .locator('xpath=ancestor-or-self::*[contains(concat(" ", @class, " "), " ant-select ")]')
    .getByText(option, { exact: true });
  const offered = page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .first();
  for (let tries = 0; tries < 5 && !(await chosen.isVisible()); tries += 1) {
    await select.click();
    await offered.click({ timeout: 2000 }).catch(() => {});
    await chosen.waitFor({ timeout: 1000 }).catch(() => {});
  }
  await chosen.waitFor();
}
