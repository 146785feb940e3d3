import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Refusal, serve } from '../../testing/serve.ts';
import { showAt } from '../../testing/show.tsx';

const session = (id: string, current: boolean) => ({
  id,
  device: 'Chrome · Windows',
  startedAt: '2099-03-01T00:00:00Z',
  expiresAt: '2099-03-08T00:00:00Z',
  current,
  secondFactor: true,
});

function serveDangerous() {
  let proved = false;
  return serve({
    'facts.questions': () => ({ items: [] }),
    'security.overview': () => ({
      secondFactor: {
        enrolled: true,
        app: true,
        required: true,
        enrolBy: null,
        enrolledAt: null,
        recoveryCodesLeft: 8,
      },
      passkeys: [],
      proofWith: 'code',
      proofByPasskey: false,
    }),
    'account.status': () => ({ email: 'jia@example.cn', emailVerified: true, language: null }),
    'security.sessions': () => ({ items: [session('ses_1', true), session('ses_2', false)] }),
    'security.stepUp': () => {
      proved = true;
      return { ok: true, provenUntil: '2099-03-02T00:10:00Z' };
    },
    'security.newRecoveryCodes': () =>
      proved ? { recoveryCodes: ['cccc-cccc-cccc'] } : new Refusal('step-up-required', '请再次确认身份。'),
  });
}

it('asks for a proof when the server wants one, and then does what was asked', async () => {
  const calls = serveDangerous();
  await showAt('/security');
  await page.getByRole('button', { name: '重新生成恢复码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新生成恢复码' }).click();
  await page.getByLabelText('验证码').fill('123456');
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect.element(page.getByText('cccc-cccc-cccc')).toBeVisible();
  const order = calls.map(({ procedure }) => procedure).filter((name) => /stepUp|newRecovery/.test(name));
  expect(order).toEqual(['security.newRecoveryCodes', 'security.stepUp', 'security.newRecoveryCodes']);
});

it('does nothing when the proof is declined, and says why', async () => {
  const calls = serveDangerous();
  await showAt('/security');
  await page.getByRole('button', { name: '重新生成恢复码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新生成恢复码' }).click();
  await expect.element(page.getByLabelText('验证码')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).last().click();
  await expect.element(page.getByText('请再次确认身份。')).toBeVisible();
  expect(calls.filter(({ procedure }) => procedure === 'security.newRecoveryCodes')).toHaveLength(1);
});
