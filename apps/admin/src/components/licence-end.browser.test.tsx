import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { serve } from '../testing/serve.ts';
import { showPart } from '../testing/show.tsx';
import { PrintedDate } from './licence-end.tsx';
import { LicenceStateTag } from './licence-state.tsx';

it('a printed day that does not exist stays in the words of the document', async () => {
  serve({});
  await showPart(<PrintedDate date={null} printed="2026年02月30日" />);
  await expect.element(page.getByText('印载为“2026年02月30日”，无此日期')).toBeVisible();
  await showPart(<PrintedDate date={null} printed={null} />);
  await expect.element(page.getByText('未载明')).toBeVisible();
});

it('a licence for whose renewal was applied in time says so, although no end of it is known', async () => {
  const fact = { id: 'fct_1', key: 'renewal_status', licenceId: 'lic_1', value: 'filed_in_time' };
  serve({ 'facts.list': () => ({ items: [fact] }) });
  await showPart(<LicenceStateTag licenceId="lic_1" validTo="2020-12-24" daysLeft={null} />);
  await expect.element(page.getByText('已过期，延续申请未决')).toBeVisible();
});
