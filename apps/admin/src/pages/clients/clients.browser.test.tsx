import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Call, serve, SIGNED_IN } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const CONSULTANCY = { id: 'org_k', kind: 'consultancy', name: '示例合规咨询有限公司', uscc: null, role: 'owner' };
const NAMES = ['江苏示例云桥信息技术有限公司', '重庆示例千里网络有限公司', '示例无人问津有限公司'] as const;

/** As many clients as asked for; the first ones have the names above. */
function serveClients(count: number): Call[] {
  const companies = Array.from({ length: count }, (_, i) => ({ id: `org_${i}`, name: NAMES[i] ?? `示例第${i}公司` }));
  return serve({
    'session.status': () => ({
      ...SIGNED_IN,
      organisations: [
        CONSULTANCY,
        ...companies.map((of) => ({ ...of, kind: 'company', uscc: null, role: 'consultant' })),
      ].map((of) => ({ status: 'active', level: 'write', isSandbox: false, until: null, ...of })),
    }),
    'engagements.list': () => ({
      items: companies.map((company, i) => ({
        id: `eng_${i}`,
        company,
        consultancy: { id: 'org_k', name: CONSULTANCY.name },
        level: 'write',
        startsAt: '2098-03-01T16:00:00.000Z',
        endsAt: '2100-12-31T16:00:00.000Z',
        endedAt: null,
        active: i !== 2,
        people: [{ id: 'usr_1', name: '示例甲' }],
        you: true,
      })),
    }),
    'portfolio.list': () => ({ items: [], nextCursor: null }),
    'portfolio.companies': () => ({
      items: companies.map((company, i) => ({
        ...company,
        counts: { overdue: i === 1 ? 3 : 0, uncertain: 0, open: 1 },
        next: null,
        licences: 1,
        expiry: null,
      })),
    }),
    'engagements.setPeople': () => ({ ok: true }),
    'organisations.get': () => ({
      ...companies[0],
      kind: 'company',
      uscc: null,
      status: 'active',
      createdAt: '2099-01-01T00:00:00Z',
      createdBy: null,
      hasOwner: true,
      role: 'consultant',
      level: 'write',
      isSandbox: false,
      sandboxOf: null,
      closing: null,
    }),
    'invitations.list': () => ({ items: [] }),
    'members.list': () => ({
      items: ['示例甲', '示例乙'].map((name, i) => ({
        userId: `usr_${i + 1}`,
        name,
        email: null,
        role: 'member',
        since: '2099-01-01T00:00:00Z',
        you: i === 0,
      })),
      mayManage: true,
    }),
  });
}

it('finds a client by first letters in pinyin, with the reading that a word has, and keeps that in the address', async () => {
  serveClients(3);
  const { address } = await showAt('/clients', 'org_k');
  await page.getByRole('textbox', { name: '名称、拼音首字母或信用代码' }).fill('cqsl');
  await expect.element(page.getByRole('link', { name: NAMES[1] })).toBeVisible();
  await expect.poll(address).toBe('/clients?q=cqsl');
  await expect.poll(() => page.getByRole('row').elements().length).toBe(2);
});

it('narrows to a state, and says on each button how many rows it opens', async () => {
  serveClients(3);
  const { address } = await showAt('/clients', 'org_k');
  await expect.element(page.getByRole('button', { name: '全部有效 2' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '有已过事项 1' }).click();
  await expect.poll(address).toBe('/clients?state=overdue');
  await expect.element(page.getByRole('button', { name: `${NAMES[1]}：3 项已过且无记录` })).toBeVisible();
  await page.getByRole('button', { name: '授权已结束 1' }).click();
  await expect.element(page.getByRole('link', { name: NAMES[2] })).toBeVisible();
});

it('shows of five hundred clients a page, and more on asking', async () => {
  serveClients(500);
  await showAt('/clients', 'org_k');
  await expect.element(page.getByText('已列出 30 条，后面还有')).toBeVisible();
  await page.getByRole('button', { name: '载入更多' }).click();
  await expect.element(page.getByText('已列出 60 条，后面还有')).toBeVisible();
});

it('names other people for a client, and warns who takes themselves off', async () => {
  const calls = serveClients(1);
  await showAt('/clients/org_0', 'org_k');
  await page.getByRole('button', { name: '人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '人员' }).click();
  await page.getByTitle('示例甲').last().click();
  await expect.element(dialog.getByText('至少指定一人', { exact: false })).toBeVisible();
  await page.getByTitle('示例乙').last().click();
  await expect.element(dialog.getByText('保存后你自己也不能再进入这家企业。')).toBeVisible();
  await dialog.getByRole('button', { name: '保存' }).click();
  const sent = () => calls.filter(({ procedure }) => procedure === 'engagements.setPeople').map(({ input }) => input);
  await expect.poll(sent).toEqual([{ organisationId: 'org_k', engagementId: 'eng_0', people: ['usr_2'] }]);
});
