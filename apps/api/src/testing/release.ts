import { type Duty, type DueRule, RULEBOOK, type Rulebook } from '@zhengqi/obligations';
import { publishRulebook } from '../db/publish-rulebook.ts';
import type { TestProduct } from './product.ts';

/**
 * Publishes a release in which the annual report is due a month earlier, one duty is gone and one is new; for tests of what
 * a release does, not law.
 */
export async function publishNext({ database }: TestProduct, version = '2099.1.0'): Promise<Rulebook> {
  const duties = RULEBOOK.duties.flatMap((duty): Duty[] => {
    if (duty.id === 'apply-for-renewal') return [];
    if (duty.id !== 'annual-report') return [duty];
    return [
      { ...duty, due: duty.due.map(aMonthEarlier) },
      { ...duty, id: 'second-report' },
    ];
  });
  const rulebook = { ...RULEBOOK, version, duties };
  await publishRulebook(database.admin as never, rulebook);
  return rulebook;
}

function aMonthEarlier(rule: DueRule): DueRule {
  const { timing } = rule;
  return timing.type === 'yearly-window' ? { ...rule, timing: { ...timing, closes: '02-28' } } : rule;
}
