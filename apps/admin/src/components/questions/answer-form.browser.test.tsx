import { FACTS } from '@zhengqi/obligations';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Call, serve } from '../../testing/serve.ts';
import { showPart } from '../../testing/show.tsx';
import { AnswerForm } from './answer-form.tsx';

const NOTHING = {
  runId: null,
  asOf: '2099-03-02',
  until: '2104-03-02',
  ruleVersion: '1',
  added: 0,
  removed: 0,
  moved: 0,
  kept: 0,
  pending: false,
  changes: [],
};
const answered = { 'facts.answer': () => ({ recorded: 1, schedule: { ...NOTHING, added: 2 } }) };
const sent = (calls: readonly Call[]) =>
  calls.filter(({ procedure }) => procedure === 'facts.answer').map(({ input }) => input);

it('records nothing before the button is pressed, then says what changed and can take it back', async () => {
  const calls = serve(answered);
  const question = { key: 'has_website', ...FACTS.has_website };
  await showPart(<AnswerForm question={question} licenceId={null} current={null} />);
  const save = page.getByRole('button', { name: '记录答案' });
  await expect.element(save).toBeDisabled();
  await page.getByRole('radio', { name: '是' }).click();
  expect(sent(calls)).toEqual([]);
  await save.click();
  await expect.element(page.getByText('时间表：新增 2 项。')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect
    .poll(() => sent(calls))
    .toEqual([
      { organisationId: 'org_1', licenceId: null, answers: [{ key: 'has_website', value: true }] },
      { organisationId: 'org_1', licenceId: null, answers: [{ key: 'has_website', value: null }] },
    ]);
});

it('tells "none" apart from "not answered"', async () => {
  const calls = serve(answered);
  const question = { key: 'prior_approval_topics', ...FACTS.prior_approval_topics };
  await showPart(<AnswerForm question={question} licenceId={null} current={null} />);
  await expect.element(page.getByRole('button', { name: '记录答案' })).toBeDisabled();
  await page.getByRole('button', { name: '一项也没有' }).click();
  await page.getByRole('button', { name: '记录答案' }).click();
  await expect
    .poll(() => sent(calls))
    .toEqual([{ organisationId: 'org_1', licenceId: null, answers: [{ key: 'prior_approval_topics', value: [] }] }]);
});

it('takes network units with dates that were typed', async () => {
  const calls = serve(answered);
  const question = { key: 'network_units', ...FACTS.network_units };
  await showPart(<AnswerForm question={question} licenceId={null} current={null} />);
  await page.getByRole('button', { name: '添加网络单元' }).click();
  await page.getByLabelText('名称').fill('门户网站系统');
  await page.getByLabelText('最近符合性评测日').fill('2098年6月30日');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: '记录答案' }).click();
  const unit = { id: 'unit-1', grade: null, name: '门户网站系统', lastTestOn: '2098-06-30' };
  await expect
    .poll(() => sent(calls))
    .toEqual([{ organisationId: 'org_1', licenceId: null, answers: [{ key: 'network_units', value: [unit] }] }]);
});
