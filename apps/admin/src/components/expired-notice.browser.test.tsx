import { FACTS } from '@zhengqi/obligations';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { serve } from '../testing/serve.ts';
import { showPart } from '../testing/show.tsx';
import { ExpiredNotice } from './expired-notice.tsx';

const QUESTION = { key: 'renewed_valid_to', ...FACTS.renewed_valid_to };
const FINDING = {
  code: 'renewed-valid-to-missing',
  severity: 'warning',
  message: '已答“已延续”，但没有延续后的有效期。',
  messageEn: 'Answered “renewed”, but the new end of validity is missing.',
};
const renewed = (questions: unknown[]) => ({
  'licences.get': () => ({
    licence: { number: '苏B2-20209901', validTo: '2025-12-22' },
    daysLeft: -337,
    findings: [FINDING],
    questions,
  }),
  'licences.list': () => ({ items: [], nextCursor: null }),
  'facts.catalogue': () => ({ items: [{ ...QUESTION, scope: 'licence' }] }),
});
const asked = page.getByRole('heading', { name: FACTS.renewed_valid_to.question.zh });

it('asks for the new end of validity when no duty depends on it', async () => {
  serve(renewed([]));
  await showPart(<ExpiredNotice licenceId="lic_1" />);
  await expect.element(asked).toBeVisible();
});

it('asks for it once when the schedule asks for it too', async () => {
  serve(renewed([{ ...QUESTION, scope: 'licence', decides: [] }]));
  await showPart(<ExpiredNotice licenceId="lic_1" />);
  await expect.element(page.getByText(FINDING.message)).toBeVisible();
  expect(asked.elements()).toHaveLength(1);
});
