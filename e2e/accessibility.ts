import axe, { type AxeResults } from 'axe-core';
import type { Person } from './person.ts';

/** What axe finds wrong with the page as it stands, one line for each. */
export async function findings({ page, complaints }: Person): Promise<string[]> {
  const before = complaints.length;
  // By the debugger and not by a script element, which the policy of the page would refuse.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  // The policy refuses a style that axe puts into the page: no fault of the page.
  complaints.length = before;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
