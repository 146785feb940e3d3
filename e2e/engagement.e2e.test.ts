import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { linkFromMail } from './mails.ts';
import { newPerson, type Person, proving, setUpCompany, signUp } from './person.ts';
import { type RunningProduct, startProduct } from './product.ts';

const COMPANY = '江苏示例云桥信息技术有限公司';
const CLIENT = '杭州示例星海网络有限公司';

let product: RunningProduct;
let owner: Person;
let consultant: Person;
let newOwner: Person;
beforeAll(async () => {
  product = await startProduct();
  owner = await newPerson(product, '示例甲', 'owner@example.cn');
  consultant = await newPerson(product, '示例顾问', 'consultant@example.cn');
  newOwner = await newPerson(product, '示例丙', 'boss@example.cn');
  await setUpCompany(product, owner, COMPANY);
  await signUp(product, consultant, { kind: '顾问机构', name: '示例合规咨询有限公司' });
});
afterAll(() => product.stop());

test('a consultancy enters a client and finds it by the first letters of its name', async () => {
  const { page } = consultant;
  await page.goto('/clients');
  await page.getByRole('button', { name: '新建客户企业' }).click();
  await page.getByRole('dialog').getByLabel('企业名称').fill(CLIENT);
  await page.getByRole('dialog').getByRole('button', { name: '新建客户企业' }).click();
  await page.getByText('客户企业已建立').waitFor();
  await page.getByRole('textbox', { name: '名称、拼音首字母或信用代码' }).fill('xhwl');
  await page.getByRole('row', { name: new RegExp(CLIENT) }).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?q=xhwl');
  expect(await findings(consultant)).toEqual([]);
});

test('it hands the client over, and the person invited owns it then', async () => {
  const { page } = consultant;
  await page.getByRole('link', { name: CLIENT }).click();
  await page.getByRole('button', { name: '移交' }).click();
  await page.getByRole('dialog').getByLabel('邮箱').fill(newOwner.email);
  await page.getByRole('button', { name: '发送邀请' }).click();
  await proving(page, page.getByText('移交邀请已发送'));
  const invitation = await linkFromMail(product, newOwner.email, '/invitation');
  await signUp(product, newOwner);
  await newOwner.page.goto(invitation);
  await newOwner.page.getByRole('button', { name: '接受' }).click();
  await newOwner.page.getByRole('heading', { name: '今天要办的事' }).waitFor();
  await newOwner.page.goto('/engagements');
  await newOwner.page.getByRole('row', { name: /示例合规咨询有限公司/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: CLIENT }).waitFor();
  await page.getByRole('button', { name: '人员' }).waitFor();
  // Whose company it is now, decides about it.
  expect(await page.getByRole('button', { name: '转出' }).count()).toBe(0);
});

test('a company gives a consultancy access by mail', async () => {
  const { page } = owner;
  await page.goto('/engagements');
  await page.getByRole('button', { name: '授权顾问机构' }).first().click();
  await page.getByRole('dialog').getByLabel('邮箱').fill(consultant.email);
  await page.getByRole('button', { name: '发送邀请' }).click();
  await proving(page, page.getByText('邀请已发送'));
  const { page: theirs } = consultant;
  await theirs.goto(await linkFromMail(product, consultant.email, '/invitation'));
  await theirs.getByRole('button', { name: '接受' }).click();
  await theirs.getByRole('heading', { name: '今天要办的事' }).waitFor();
  await page.reload();
  await page.getByRole('row', { name: /示例合规咨询有限公司/ }).waitFor();
  expect(await page.getByRole('row', { name: /示例合规咨询有限公司/ }).textContent()).toContain('示例顾问');
  expect(await findings(owner)).toEqual([]);
});

test('the company ends the access while a page of the consultant is open: their next click is refused and says why', async () => {
  const { page } = owner;
  const { page: theirs } = consultant;
  await theirs.goto('/licences');
  await theirs.getByRole('heading', { name: '许可证', level: 1 }).waitFor();
  await page.getByRole('button', { name: '立即结束' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '立即结束' }).click();
  await page.getByText('授权已结束').waitFor();
  await theirs.getByRole('link', { name: '触发事件' }).click();
  await theirs.getByRole('heading', { name: `对“${COMPANY}”的访问已结束` }).waitFor();
  expect(await findings(consultant)).toEqual([]);
  await theirs.getByRole('button', { name: '继续使用其他组织' }).click();
  await theirs.getByRole('link', { name: '组织设置' }).or(theirs.getByRole('combobox')).first().waitFor();
  expect(await theirs.getByText(COMPANY).count()).toBe(0);
});

test('no policy of the pages was broken', () => {
  expect([owner, consultant, newOwner].flatMap(({ complaints }) => complaints)).toEqual([]);
});
