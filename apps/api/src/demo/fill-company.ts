import type { CivilDate } from '@zhengqi/obligations';
import type { TenantContext } from '../context.ts';
import { withTenant } from '../db/tenant-transaction.ts';
import { recordTriggerEvent } from '../features/events/record-trigger-event.ts';
import { answerFacts } from '../features/facts/answer-facts.ts';
import { factScope } from '../features/facts/fact-scope.ts';
import { listLicences } from '../features/licences/list-licences.ts';
import { previewDocument } from '../features/licences/preview-document.ts';
import { registerLicence } from '../features/licences/register-licence.ts';
import { regenerateInTransaction } from '../features/schedule/regenerate-in-transaction.ts';
import type { DemoCompany } from './companies.ts';
import { fillRoster } from './fill-roster.ts';
import { historyOf, type Told } from './histories.ts';
import { licenceDocumentOf, typedLicenceOf } from './licences.ts';

/** The context of the demo's consultant in a company, at ten in the morning of any day. */
export type ContextOn = (day: CivilDate) => TenantContext;

/**
 * Fills one company the way its people would have: each step by the use case of the product, on the day it happened, so
 * that the histories are real ones. A company that has a licence already is left alone.
 */
export async function fillCompany(company: DemoCompany, contextOn: ContextOn, today: CivilDate): Promise<void> {
  const begun = contextOn(company.registeredOn);
  if ((await listLicences(begun, {})).items.length > 0) return;
  const text = licenceDocumentOf(company);
  const document = text === null ? null : { kind: 'text', text };
  const licence = document === null ? typedLicenceOf(company) : (await previewDocument(begun, { document })).licence;
  const { licenceId } = await registerLicence(begun, { document, licence });
  for (const told of historyOf(company, today)) await record(told, contextOn(told.on), licenceId);
  const now = contextOn(today);
  await fillRoster(company, now, today);
  await withTenant(now, 'write', (tx) => regenerateInTransaction(tx, now, 'nightly', today));
}

async function record({ facts = [], event }: Told, ctx: TenantContext, licenceId: string): Promise<void> {
  if (facts.length > 0) {
    const needsLicence = facts.some(({ key }) => factScope(key) === 'licence');
    await answerFacts(ctx, { licenceId: needsLicence ? licenceId : null, answers: facts });
  }
  if (event) await recordTriggerEvent(ctx, event);
}
