import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Call, Refusal, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const TOKEN = 'example-token-of-a-request';

const thing = (id: number, part: object) => ({
  itemId: `rit_${id}`,
  label: `材料${id}`,
  hint: null,
  form: 'either',
  state: 'wanted',
  reason: null,
  given: [],
  ...part,
});

const PAGE = {
  company: '江苏示例云桥信息技术有限公司',
  askedFor: '示例合规咨询有限公司',
  title: '2099 年年报所需材料',
  message: '请尽量在三月内提供。',
  dueOn: '2099-03-20',
  state: 'open',
  version: 3,
  expiresAt: '2099-03-25T00:00:00Z',
  things: [
    thing(1, { label: '服务器托管合同', hint: '盖章页也要。' }),
    thing(2, { label: '主要股东变化情况', form: 'text' }),
    thing(3, {
      label: '社保缴纳证明',
      form: 'file',
      state: 'sent-back',
      reason: '看不清公章。',
      given: [{ form: 'file', name: '社保.pdf', text: null, at: '2099-03-02T02:00:00Z' }],
    }),
    thing(4, { label: '营业执照', form: 'file', state: 'accepted' }),
  ],
  limits: { fileBytes: 20_971_520, files: 60, leftFiles: 59 },
};

const sent = (calls: readonly Call[]) =>
  calls.filter(({ procedure }) => procedure === 'requestLink.answer').map(({ input }) => input);

it('gives words for one thing and a reason against another, together, without an account', async () => {
  let version = 3;
  const calls = serve({
    'requestLink.show': () => ({ ...PAGE, version }),
    'requestLink.answer': () => {
      version = 4;
      return { version, state: 'open', items: [] };
    },
  });
  const { address } = await showAt(`/r#${TOKEN}`);
  await page.viewport(360, 740);
  await expect.element(page.getByText('看不清公章。')).toBeVisible();
  // The secret is in no address any more, and what was accepted takes nothing more.
  expect(address()).toBe('/r');
  expect(page.getByText('无法提供这一项').elements()).toHaveLength(3);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  const send = page.getByRole('button', { name: '请先填写或上传至少一项' });
  await expect.element(send).toBeDisabled();
  await page.getByRole('textbox', { name: '文字', exact: true }).fill('没有变化');
  await page.getByRole('button', { name: '无法提供“服务器托管合同”' }).click();
  await page.getByRole('textbox', { name: '不提供的原因' }).fill('没有托管');
  await page.getByRole('textbox', { name: '提交人（可不填）' }).fill('行政部');
  await page.getByRole('button', { name: '提交 2 项' }).click();
  await expect.element(page.getByText('已提交', { exact: true })).toBeVisible();
  expect(sent(calls)).toEqual([
    {
      token: TOKEN,
      version: 3,
      answers: [
        { itemId: 'rit_1', refusal: '没有托管' },
        { itemId: 'rit_2', text: '没有变化' },
      ],
      signedAs: '行政部',
    },
  ]);
  // Nobody was asked who they are.
  expect(calls.every(({ procedure }) => procedure.startsWith('requestLink.'))).toBe(true);
});

/** Takes every file, and remembers where it was sent and with which headers. */
function takeFiles() {
  const sent: { address: string; headers: Record<string, string>; name: string }[] = [];
  class Taken {
    upload: { onprogress?: (of: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    status = 201;
    responseText = '';
    address = '';
    headers: Record<string, string> = {};
    open(_method: string, address: string) {
      this.address = address;
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    send(form: FormData) {
      const { name } = form.get('file') as File;
      sent.push({ address: this.address, headers: this.headers, name });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      this.responseText = JSON.stringify({ fileId: `fil_${sent.length}`, name, sizeBytes: 3, sha256: 'example' });
      this.onload?.();
    }
    abort() {}
  }
  vi.stubGlobal('XMLHttpRequest', Taken);
  return sent;
}

/** Chooses a file in the last place for files. */
function choose(file: File) {
  const input = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].at(-1);
  if (input === undefined) throw new Error('there is no place for files');
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

it('sends files with the secret in a header, in no address, and gives them as the answer', async () => {
  const files = takeFiles();
  const calls = serve({
    'requestLink.show': () => PAGE,
    'requestLink.answer': () => ({ version: 4, state: 'open', items: [] }),
  });
  await showAt(`/r#${TOKEN}`);
  await expect.element(page.getByText('看不清公章。')).toBeVisible();
  choose(new File(['%PDF'], '社保.pdf', { type: 'application/pdf' }));
  await expect.element(page.getByText('SHA-256 example')).toBeVisible();
  expect(files).toEqual([
    { address: '/api/request-link/files', headers: { 'x-request-link': TOKEN }, name: '社保.pdf' },
  ]);
  await page.getByRole('button', { name: /提交 1 项/ }).click();
  await expect.poll(() => sent(calls)).toMatchObject([{ answers: [{ itemId: 'rit_3', fileIds: ['fil_1'] }] }]);
});

it('keeps what was filled in when somebody else was faster, and sends it on the state that is shown now', async () => {
  let version = 3;
  const calls = serve({
    'requestLink.show': () => ({ ...PAGE, version }),
    'requestLink.answer': ({ version: seen }: { version: number }) => {
      if (seen === 5) return { version: 6, state: 'open', items: [] };
      version = 5;
      return new Refusal('conflict', '已被他人更新，请核对后再提交。');
    },
  });
  await showAt(`/r#${TOKEN}`);
  await page.getByRole('textbox', { name: '文字', exact: true }).fill('没有变化');
  await page.getByRole('button', { name: '提交 1 项' }).click();
  await expect.element(page.getByText('已被他人更新，请核对后再提交。')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: '文字', exact: true })).toHaveValue('没有变化');
  await page.getByRole('button', { name: /提交 1 项/ }).click();
  await expect.poll(() => sent(calls).length).toBe(2);
  expect(sent(calls)[1]).toMatchObject({ version: 5, answers: [{ itemId: 'rit_2', text: '没有变化' }] });
});

it.each([`/r#${TOKEN}`, '/r'])('says at %s that a link has ended, and offers nothing to fill in', async (address) => {
  serve({ 'requestLink.show': () => new Refusal('not-found', '没有找到。') });
  await showAt(address);
  await expect.element(page.getByText('此链接不能再使用')).toBeVisible();
  expect(page.getByRole('textbox').elements()).toHaveLength(0);
});

it('takes nothing more once the request is done', async () => {
  serve({
    'requestLink.show': () => ({ ...PAGE, state: 'done', things: [thing(4, { state: 'accepted' })] }),
  });
  await showAt(`/r#${TOKEN}`);
  await expect.element(page.getByText('这项请求已办结，不再接收材料。谢谢。')).toBeVisible();
  expect(page.getByRole('textbox').elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: /提交/ }).elements()).toHaveLength(0);
});
