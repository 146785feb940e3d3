import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Refusal, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const status = (signInStep: 'second-factor' | 'enrol' | null) => ({
  setUpRequired: false,
  today: '2099-03-02',
  signIn: { allowed: true },
  signInStep,
  signInWith: signInStep === 'second-factor' ? { app: true, passkey: false } : null,
  secondFactor: null,
  user: null,
  organisations: [],
});
const CODES = ['aaaa-aaaa-aaaa', 'bbbb-bbbb-bbbb'];

it('asks for the second factor after the password, and takes a recovery code instead', async () => {
  let passed = false;
  const calls = serve({
    'session.status': () => status(passed ? 'second-factor' : null),
    'session.signIn': () => {
      passed = true;
      return { ok: true, secondFactor: 'needed', enrolBy: null };
    },
    'session.secondFactor': () => new Refusal('invalid-input', '验证码不正确。'),
  });
  await showAt('/sign-in');
  await page.getByLabelText('邮箱').fill('jia@example.cn');
  await page.getByLabelText('密码', { exact: true }).fill('一个很长的示例密码');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect.element(page.getByRole('heading', { name: '第二验证' })).toBeVisible();
  await page.getByLabelText('验证码').fill('000000');
  await page.getByRole('button', { name: '继续', exact: false }).click();
  await expect.element(page.getByText('验证码不正确。')).toBeVisible();
  await page.getByRole('button', { name: '改用恢复码' }).click();
  await expect.element(page.getByLabelText('恢复码')).toHaveValue('');
  await page.getByLabelText('恢复码').fill(CODES[0] ?? '');
  await page.getByRole('button', { name: '继续', exact: false }).click();
  const sent = () => calls.filter(({ procedure }) => procedure === 'session.secondFactor').map(({ input }) => input);
  await expect.poll(sent).toEqual([{ code: '000000' }, { code: 'aaaa-aaaa-aaaa' }]);
});

it('has a mandatory second factor set up first, and shows the recovery codes once', async () => {
  const calls = serve({
    'session.status': () => status('enrol'),
    'security.beginTotp': () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/example?secret=JBSWY3DPEHPK3PXP',
    }),
    'security.confirmTotp': () => ({ recoveryCodes: CODES }),
  });
  await showAt('/sign-in');
  await page.getByRole('button', { name: '开始' }).click();
  await expect.element(page.getByRole('img', { name: '供验证器应用扫描的二维码' })).toBeVisible();
  await expect.element(page.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await page.getByLabelText('输入应用显示的 6 位数字。').fill('123456');
  await page.getByRole('button', { name: '确认并启用' }).click();
  await expect.element(page.getByText('aaaa-aaaa-aaaa', { exact: false })).toBeVisible();
  expect(calls.filter(({ procedure }) => procedure === 'security.confirmTotp')).toMatchObject([
    { input: { code: '123456' } },
  ]);
});

/** A device that does not do what it is asked. */
const refusingDevice = (name: string) =>
  vi.spyOn(navigator.credentials, 'get').mockRejectedValue(new DOMException('refused', name));

it('says what is to be done when the device gives no passkey, and sends nothing', async () => {
  const device = refusingDevice('NotAllowedError');
  const calls = serve({
    'session.status': () => status(null),
    'session.askForPasskey': () => ({
      challenge: 'AAAA',
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
      allowCredentials: [],
    }),
  });
  await showAt('/sign-in');
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await expect.element(page.getByText('没有完成：已取消、超时', { exact: false })).toBeVisible();
  expect(calls.map(({ procedure }) => procedure)).not.toContain('session.signInWithPasskey');
  device.mockRestore();
});

it('offers only what somebody has: a passkey or a recovery code, and no code of an app', async () => {
  serve({ 'session.status': () => ({ ...status('second-factor'), signInWith: { app: false, passkey: true } }) });
  await showAt('/sign-in');
  await expect.element(page.getByRole('button', { name: '使用通行密钥' })).toBeVisible();
  await expect.element(page.getByLabelText('恢复码')).toBeVisible();
  expect(page.getByRole('button', { name: '改用验证码' }).elements()).toEqual([]);
});
