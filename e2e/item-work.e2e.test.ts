import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../infra/paths.ts';
import { findings } from './accessibility.ts';
import { linkFromMail } from './mails.ts';
import { choose, newPerson, type Person, proving, setUpCompany, signUp } from './person.ts';
import { type RunningProduct, startProduct } from './product.ts';

let product: RunningProduct;
let owner: Person;
let admin: Person;
/** The item that the event has started. */
let item: string;

const dialogOf = ({ page }: Person) => page.getByRole('dialog');
const textFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

beforeAll(async () => {
  product = await startProduct();
  owner = await newPerson(product, '示例甲', 'owner@example.cn');
  admin = await newPerson(product, '示例乙', 'admin@example.cn');
  await setUpCompany(product, owner, '江苏示例云桥信息技术有限公司');
  const { page } = owner;
  await page.goto('/licences/import');
  await page.locator('input[type=file]').setInputFiles(path.join(root, 'samples/information-services.txt'));
  await page.getByRole('button', { name: '登记并推算时间表' }).click();
  await page.waitForURL(/\/licences\/lic_/);
  await page.goto('/members');
  await page.getByRole('button', { name: '邀请', exact: true }).click();
  await dialogOf(owner).getByLabel('邮箱').fill(admin.email);
  await choose(dialogOf(owner).getByLabel('角色'), '管理员');
  await page.getByRole('button', { name: '发送邀请' }).click();
  await proving(page, page.getByText('邀请已发送'));
  const invitation = await linkFromMail(product, admin.email, '/invitation');
  await signUp(product, admin);
  await admin.page.goto(invitation);
  await admin.page.getByRole('button', { name: '接受' }).click();
  await admin.page.getByRole('heading', { name: '今天要办的事' }).waitFor();
});
afterAll(() => product.stop());

test('an event starts an item, and the item is given to somebody', async () => {
  const { page } = owner;
  await page.goto('/events/new?type=registered-data-changed');
  await page.getByLabel('变更之日').fill('2025-11-03');
  await page.getByLabel('变更之日').press('Enter');
  await choose(page.getByLabel('事项', { exact: true }), '住所');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/occurrences\/occ_/);
  item = new URL(page.url()).pathname;
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await choose(dialogOf(owner).getByLabel('负责人'), admin.name);
  await dialogOf(owner).getByRole('button', { name: '指派' }).click();
  await page.getByText('已指派').waitFor();
  await page.goto('/occurrences?assignee=none');
  await page.getByRole('heading', { name: '事项', level: 1 }).waitFor();
  await admin.page.goto('/occurrences?assignee=me');
  await admin.page.getByRole('table').getByRole('link').first().waitFor();
  expect(await admin.page.locator(`a[href="${item}"]`).count()).toBe(1);
  expect(await findings(admin)).toEqual([]);
});

test('a form that somebody else has overtaken keeps what was typed, says so, and goes on', async () => {
  const { page } = owner;
  const { page: theirs } = admin;
  await page.goto(item);
  await page.getByRole('button', { name: '申请豁免' }).click();
  await dialogOf(owner).getByLabel('理由').fill('本次变更由总公司统一办理');
  await theirs.goto(item);
  await theirs.getByRole('button', { name: '材料已备齐' }).click();
  await theirs.getByText('已标记为备齐').waitFor();
  await dialogOf(owner).getByRole('button', { name: '申请豁免' }).click();
  await dialogOf(owner).getByText('这一项刚刚有人改动过').waitFor();
  await dialogOf(owner)
    .getByText(/示例乙已于/)
    .waitFor();
  expect(await dialogOf(owner).getByLabel('理由').inputValue()).toBe('本次变更由总公司统一办理');
  expect(await findings(owner)).toEqual([]);
  await dialogOf(owner).getByRole('button', { name: '已看过，按现在的状态继续' }).click();
  await dialogOf(owner).getByRole('button', { name: '申请豁免' }).click();
  await page.getByText('豁免申请已提交').waitFor();
});

test('a waiver is decided by another person than who asked', async () => {
  const { page } = owner;
  expect(await page.getByRole('button', { name: '批准豁免' }).count()).toBe(0);
  const { page: theirs } = admin;
  await theirs.goto('/');
  await theirs.getByRole('heading', { name: '等我决定的' }).waitFor();
  await theirs.goto(item);
  await theirs.getByRole('button', { name: '拒绝豁免' }).click();
  await dialogOf(admin).getByLabel('理由').fill('须由本公司自行办理');
  await dialogOf(admin).getByRole('button', { name: '拒绝豁免' }).click();
  await theirs.getByText('豁免已拒绝', { exact: true }).waitFor();
  // The same again, approved, and reopened: a waiver is no way to lose an item.
  await page.reload();
  await page.getByRole('button', { name: '申请豁免' }).click();
  await dialogOf(owner).getByLabel('理由').fill('主管机关已书面免除');
  await dialogOf(owner).getByRole('button', { name: '申请豁免' }).click();
  await page.getByText('豁免等待另一人决定').waitFor();
  await theirs.reload();
  await theirs.getByRole('button', { name: '批准豁免' }).click();
  await dialogOf(admin).getByRole('button', { name: '批准豁免' }).click();
  await theirs.getByText('豁免已批准', { exact: true }).waitFor();
  await theirs.getByRole('button', { name: '重新打开' }).click();
  await dialogOf(admin).getByLabel('理由').fill('仍需办理');
  await dialogOf(admin).getByRole('button', { name: '重新打开' }).click();
  await theirs.getByText('已重新打开').waitFor();
  expect(await findings(admin)).toEqual([]);
});

test('evidence goes up, a file that is not what it says is refused in words, and a filing carries its receipt', async () => {
  const { page } = admin;
  await page.goto(item);
  await page.getByRole('button', { name: '附证据' }).click();
  await dialogOf(admin)
    .locator('input[type=file]')
    .setInputFiles([
      textFile('情况说明.txt', '示例：住所变更的情况说明'),
      { ...textFile('回执.pdf', 'this is no pdf'), mimeType: 'application/pdf' },
    ]);
  await dialogOf(admin)
    .getByText(/文件内容不是完整的 pdf 文件/)
    .waitFor();
  await dialogOf(admin)
    .getByText(/SHA-256/)
    .waitFor();
  expect(await findings(admin)).toEqual([]);
  await dialogOf(admin).getByRole('button', { name: '附证据' }).click();
  await page.getByText('证据已附上').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 情况说明.txt' }).click();
  expect((await download).suggestedFilename()).toBe('情况说明.txt');
  await page.getByRole('button', { name: '登记申报' }).click();
  await dialogOf(admin).getByLabel('回执编号').fill('苏通管 示例 1 号');
  await dialogOf(admin).getByRole('button', { name: '登记申报' }).click();
  await page.getByText('苏通管 示例 1 号').waitFor();
  await page.getByText(/^逾期 \d+ 天$/).waitFor();
});

test('what lacks evidence cannot be closed and says what is missing; then it is closed', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await dialogOf(admin).getByRole('button', { name: '办结' }).click();
  await dialogOf(admin)
    .getByText(/缺少证据/)
    .first()
    .waitFor();
  await dialogOf(admin).getByRole('button', { name: '取消' }).click();
  for (let missing = page.getByRole('button', { name: /^附上/ }); (await missing.count()) > 0; ) {
    const before = await missing.count();
    await missing.first().click();
    await dialogOf(admin)
      .locator('input[type=file]')
      .setInputFiles(textFile(`材料${before}.txt`, `示例 ${before}`));
    await dialogOf(admin)
      .getByText(/SHA-256/)
      .waitFor();
    await dialogOf(admin).getByRole('button', { name: '附证据' }).click();
    await expect.poll(() => missing.count(), { timeout: 15_000 }).toBe(before - 1);
  }
  await page.getByRole('button', { name: '办结', exact: true }).click();
  await dialogOf(admin).getByRole('button', { name: '办结' }).click();
  await page.getByRole('button', { name: '重新打开' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: '撤回', exact: true }).count()).toBe(0);
  expect(await findings(admin)).toEqual([]);
});

test('somebody mentioned in a comment finds it in their centre, and the ledger proves that they were told', async () => {
  const { page } = admin;
  await page.getByRole('textbox', { name: '评论内容' }).pressSequentially('已办结，请 @示例甲');
  await page.getByRole('option', { name: '示例甲' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('核对');
  await page.keyboard.press('Control+Enter');
  await page.getByText('评论已发表').waitFor();
  const { page: theirs } = owner;
  await theirs.goto('/notifications?unread=true');
  const mention = theirs.getByRole('listitem').filter({ hasText: '提到我' });
  await mention.waitFor();
  expect(await findings(owner)).toEqual([]);
  await mention.locator('.zq-link-button').click();
  await theirs.waitForURL(new RegExp(`${item}$`));
  await theirs.getByText('核对').first().waitFor();
  await theirs.goto(`${item}/notices`);
  const told = theirs.getByRole('row').filter({ hasText: '提到我' }).filter({ hasText: '站内' });
  await told.waitFor();
  expect(await told.textContent()).toContain('示例甲');
  expect(await findings(owner)).toEqual([]);
});

test('many items are worked on at once, and each refusal is told by its item', async () => {
  const { page } = owner;
  await page.goto('/occurrences?status=past-no-evidence');
  await page
    .getByRole('checkbox', { name: /^选择：/ })
    .first()
    .check();
  await page
    .getByRole('checkbox', { name: /^选择：/ })
    .nth(1)
    .check();
  await page.getByText('已选 2 项').waitFor();
  await page.getByRole('button', { name: '批量办结' }).click();
  await dialogOf(owner).getByRole('button', { name: '批量办结' }).click();
  await dialogOf(owner).getByText('2 项没有完成').waitFor();
  expect(
    await dialogOf(owner)
      .getByText(/缺少证据/)
      .count(),
  ).toBeGreaterThan(0);
  await dialogOf(owner).getByRole('button', { name: '完成' }).click();
  await page
    .getByRole('checkbox', { name: /^选择：/ })
    .first()
    .check();
  await page.getByRole('button', { name: '批量指派' }).click();
  await dialogOf(owner).getByRole('button', { name: '批量指派' }).click();
  await dialogOf(owner).getByText('1 项已完成').waitFor();
});

test('settings of reminders and reviews are kept, and the pages are free of barriers', async () => {
  const { page } = owner;
  await page.goto('/reminders');
  await page.getByLabel('提前几天提醒').fill('45，10');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.reload();
  expect(await page.getByLabel('提前几天提醒').inputValue()).toBe('45，10');
  await page.getByRole('button', { name: '恢复默认' }).click();
  await expect.poll(() => page.getByLabel('提前几天提醒').inputValue()).toBe('');
  for (const tab of ['rules', 'reviews', 'robots', 'ledger']) {
    await page.goto(`/reminders?tab=${tab}`);
    await page.getByRole('tabpanel').waitFor();
    await expect.poll(() => page.locator('.ant-skeleton').count()).toBe(0);
    expect(await findings(owner)).toEqual([]);
  }
  await page.goto('/notifications/preferences');
  await page.getByRole('checkbox', { name: '用邮件通知我' }).uncheck();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.reload();
  expect(await page.getByRole('checkbox', { name: '用邮件通知我' }).isChecked()).toBe(false);
});

test('no policy of the pages was broken', () => {
  expect([owner, admin].flatMap(({ complaints }) => complaints)).toEqual([]);
});
