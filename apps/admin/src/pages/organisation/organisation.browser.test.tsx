import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Answers, type Call, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const NAME = '江苏示例云桥信息技术有限公司';
const DETAIL = {
  id: 'org_1',
  kind: 'company',
  name: NAME,
  uscc: null,
  status: 'active',
  createdAt: '2099-01-01T00:00:00Z',
  createdBy: null,
  hasOwner: true,
  role: 'owner',
  level: 'write',
  isSandbox: false,
  sandboxOf: null,
  closing: null,
};

function serveOrganisation(answers: Answers = {}): Call[] {
  return serve({
    'facts.questions': () => ({ items: [] }),
    'organisations.get': () => DETAIL,
    'audit.list': () => ({ items: [], nextCursor: null }),
    'dataExport.erasure': () => ({ requested: null }),
    ...answers,
  });
}

const sent = (calls: readonly Call[], procedure: string) =>
  calls.filter((call) => call.procedure === procedure).map(({ input }) => input);

it('asks for deletion only with the very name and a reason', async () => {
  const calls = serveOrganisation({
    'dataExport.requestErasure': () => ({ eraseAfter: '2099-04-01T00:00:00Z' }),
  });
  await showAt('/organisation?tab=data');
  await page.getByRole('button', { name: '申请删除' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('30 天后：', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: '申请删除' }).click();
  await expect.element(dialog.getByText('与组织名称不一致。')).toBeVisible();
  await expect.element(dialog.getByText('请写明原因，至少 3 个字。')).toBeVisible();
  expect(sent(calls, 'dataExport.requestErasure')).toEqual([]);
  await dialog.getByRole('textbox', { name: `输入“${NAME}”以确认` }).fill(NAME);
  await dialog.getByRole('textbox', { name: '原因' }).fill('停止使用');
  await dialog.getByRole('button', { name: '申请删除' }).click();
  await expect
    .poll(() => sent(calls, 'dataExport.requestErasure'))
    .toEqual([{ organisationId: 'org_1', name: NAME, reason: '停止使用' }]);
});

it('exports table after table to the last page, and hands over one file', async () => {
  const calls = serveOrganisation({
    'dataExport.begin': () => ({
      tables: [
        { name: 'fact', rows: 3 },
        { name: 'licence', rows: 1 },
      ],
      organisation: { organisation: { name: NAME } },
    }),
    'dataExport.page': ({ table, cursor }: { table: string; cursor?: string }) =>
      table === 'licence'
        ? { rows: [{ id: 'l' }], nextCursor: null }
        : cursor === undefined
          ? { rows: [{ id: 'a' }, { id: 'b' }], nextCursor: 'next' }
          : { rows: [{ id: 'c' }], nextCursor: null },
  });
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    files.push(blob as Blob);
    return 'blob:test';
  });
  await showAt('/organisation?tab=data');
  await page.getByRole('button', { name: '开始导出' }).click();
  await expect.element(page.getByText('已导出 4 条记录')).toBeVisible();
  const [file] = files;
  expect(JSON.parse((await file?.text()) ?? '')).toEqual({
    exportedOn: '2099-03-02',
    organisation: { name: NAME },
    tables: { fact: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], licence: [{ id: 'l' }] },
  });
  expect(sent(calls, 'dataExport.page')).toHaveLength(3);
});

it('says when an organisation is closing what will be deleted, and leaves the way back to whom it is open', async () => {
  const closing = { since: '2099-03-01T00:00:00Z', by: 'operator', eraseAfter: null, canReopen: false };
  serveOrganisation({ 'organisations.get': () => ({ ...DETAIL, status: 'closing', closing }) });
  await showAt('/organisation');
  await expect.element(page.getByText('由平台运营发起，只能由平台恢复')).toBeVisible();
  expect(page.getByRole('button', { name: '撤回注销' }).elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: '改名' }).elements()).toHaveLength(0);
});
