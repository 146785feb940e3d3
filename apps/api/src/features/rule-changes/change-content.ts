import {
  type Bilingual,
  CalendarError,
  calendarMessageZh,
  composeRulebook,
  createCalendar,
  type ScheduleRules,
  type WorkingDayNotice,
} from '@zhengqi/obligations';
import { readOwnDuties, readRelease } from '../../db/company-rules.ts';
import type { RuleChangeContent } from '../../db/schema/rules.ts';
import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { readOrganisation } from '../organisations/queries.ts';
import { readNewestVersion, readOwnRevision } from '../own-duties/queries.ts';
import { readReleases } from './queries.ts';
import type { Change } from './schemas.ts';

/**
 * What a change says, taken from the organisation that starts it: what is adopted later is what was looked at.
 * @throws AppError `invalid-input` for a release, a duty or a notice that there is not
 */
export async function contentOf(tx: TenantTransaction, change: Change): Promise<RuleChangeContent> {
  if (change.type === 'rulebook') {
    if ((await readReleases(tx)).some(({ version }) => version === change.version)) return change;
    throw invalidField('change.version', '没有发布过这个规则版本。', 'No such version of the rulebook was published.');
  }
  if (change.type === 'calendar') {
    calendarWith(tx.rules, change.notice as WorkingDayNotice);
    return change;
  }
  const newest = await readNewestVersion(tx, { id: change.dutyId });
  if (!newest) throw invalidField('change.dutyId', '没有这项义务。', 'There is no such duty.');
  const state = newest.state === 'retired' ? 'retired' : 'in-force';
  const { id: dutyId, version, duty } = newest;
  const { name } = await readOrganisation(tx);
  return { type: 'own-duty', dutyId, version, state, duty, from: { id: tx.tenantId, name } };
}

/** The rules of the company of this transaction as they would be. */
export async function rulesUnder(
  tx: TenantTransaction,
  ctx: TenantContext,
  content: RuleChangeContent,
): Promise<ScheduleRules> {
  if (content.type === 'calendar') return calendarWith(tx.rules, content.notice as WorkingDayNotice);
  const own = await readOwnDuties(tx.db, tx.tenantId);
  const revision = await readOwnRevision(tx);
  if (content.type === 'rulebook') {
    const release = await readRelease(tx.db, ctx.pool, content.version, ctx.rules);
    return { ...tx.rules, rulebook: composeRulebook(release, own, revision) };
  }
  const release = await readRelease(tx.db, ctx.pool, tx.base ?? ctx.rules.rulebook.version, ctx.rules);
  const others = own.filter(({ id }) => id !== content.duty.id);
  const duties = content.state === 'in-force' ? [...others, content.duty] : others;
  return { ...tx.rules, rulebook: composeRulebook(release, duties, revision + 1) };
}

/** A change in words. */
export function labelOf(content: RuleChangeContent): Bilingual {
  if (content.type === 'rulebook') return { zh: `规则库 ${content.version}`, en: `Rulebook ${content.version}` };
  if (content.type === 'own-duty') return content.duty.title;
  const { year } = content.notice as WorkingDayNotice;
  return { zh: `${year}年工作日安排`, en: `Working days of ${year}` };
}

function calendarWith(rules: ScheduleRules, notice: WorkingDayNotice): ScheduleRules {
  const others = rules.calendar.notices.filter(({ year }) => year !== notice.year);
  try {
    return { ...rules, calendar: createCalendar([...others, notice].sort((a, b) => a.year - b.year)) };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw invalidField('change.notice', calendarMessageZh(error), error.message);
  }
}
