import { civilDate, daysBefore, explainStep, PRC_CALENDAR, workingDaysAfter } from '@zhengqi/obligations';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { serve } from '../../testing/serve.ts';
import { showPart } from '../../testing/show.tsx';
import { Derivation, type ExplainedStep } from './derivation.tsx';

const explained = (steps: readonly ExplainedStep['step'][]): ExplainedStep[] =>
  steps.map((step) => ({ step, text: { zh: explainStep(step, 'zh'), en: explainStep(step, 'en') } }));

it('numbers the steps and names rule, mark and dates of each', async () => {
  serve({});
  const { derivation } = daysBefore(PRC_CALENDAR, civilDate('2025-12-24'), 90);
  await showPart(<Derivation steps={explained(derivation)} />);
  const steps = page.getByRole('listitem').elements();
  expect(steps.length).toBe(derivation.length);
  await expect.element(page.getByText(/向前倒数90个自然日/)).toBeVisible();
  await expect.element(page.getByText('规则 C9').first()).toBeVisible();
  await expect.element(page.getByRole('img', { name: '核实标记：本产品规则' }).first()).toBeVisible();
});

it('lists the holidays and make-up days that a count met', async () => {
  serve({});
  const { derivation } = workingDaysAfter(PRC_CALENDAR, civilDate('2026-09-28'), 10);
  await showPart(<Derivation steps={explained(derivation)} />);
  await expect.element(page.getByText(/遇到的休息日与调休日/)).toBeVisible();
  const hits = () => document.querySelector('.zq-step-hits')?.textContent;
  expect(hits()).toContain('国庆节');
  expect(hits()).toContain('2026-10-10');
});

it('says why there is no date where the law gives no number', async () => {
  serve({});
  await showPart(<Derivation steps={[]} />);
  await expect.element(page.getByText(/法律没有给出天数/)).toBeVisible();
});
