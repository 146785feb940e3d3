import { type DutyResult, dutyById, type Provision, type Rulebook } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { factsOf, readFactsInForce } from '../facts/queries.ts';
import { questionView } from '../facts/question-view.ts';
import { titleOf } from '../schedule/change-views.ts';
import { printedDates, validityOfLicence } from './licence-dates.ts';
import { readLicence, readLicenceVerdicts, readNewestDocument, readProvisions } from './queries.ts';
import { type DutyView, GetLicenceInput, type LicenceDetail } from './schemas.ts';

/** Everything about one licence: fields and where they were read, provisions, duties and why, questions, findings. */
export async function getLicence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LicenceDetail>> {
  const { licenceId } = parseInput(GetLicenceInput, raw);
  const day = today(ctx.clock);
  return withTenant(ctx, 'read', async (tx) => {
    const { rulebook } = tx.rules;
    const row = await readLicence(tx, licenceId);
    if (!row) throw notFound();
    const document = await readNewestDocument(tx, licenceId);
    const provisions = document ? await readProvisions(tx, document.id) : [];
    const { duties, questions, schedule } = await readLicenceVerdicts(tx, licenceId);
    return {
      id: publicId('licence', row.id),
      version: row.version,
      licence: row.fields,
      ...validityOfLicence(row.fields, factsOf(await readFactsInForce(tx, day), row.id), day),
      printed: printedDates(row.fields, document?.reading.licence.fields ?? null),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      document: document ? documentView(document) : null,
      readingFields: document?.reading.licence.fields ?? null,
      readingFindings: document?.reading.findings ?? [],
      leads: provisions.filter(({ isLead }) => isLead).map(provisionView),
      provisions: provisions.filter(({ isLead }) => !isLead).map(provisionView),
      duties: duties.map(({ result }) => dutyView(result, rulebook)),
      questions: questions.map(({ question }) => questionView(question, rulebook)),
      findings: schedule?.findings ?? [],
      schedule: schedule
        ? {
            asOf: schedule.asOf,
            until: schedule.until,
            ruleVersion: schedule.ruleVersion,
            generatedAt: schedule.generatedAt,
          }
        : null,
    };
  });
}

/** A document without its text. */
export function documentView(
  row: Pick<
    NonNullable<Awaited<ReturnType<typeof readNewestDocument>>>,
    'id' | 'fileName' | 'encoding' | 'sha256' | 'sizeBytes' | 'uploadedAt'
  >,
) {
  const { fileName, encoding, sha256, sizeBytes, uploadedAt } = row;
  return { id: publicId('document', row.id), fileName, encoding, sha256, sizeBytes, uploadedAt };
}

function provisionView(row: Awaited<ReturnType<typeof readProvisions>>[number]): Provision {
  const { ref, key, text, at, matched, dutyIds, deviation } = row;
  return { ref, key, text, at, matched, dutyIds, deviation };
}

function dutyView(result: DutyResult, rulebook: Rulebook): z.infer<typeof DutyView> {
  const duty = dutyById(rulebook, result.id);
  return {
    ...result,
    asks: [...result.asks],
    provision: duty?.provision ?? null,
    kinds: duty?.kinds ?? [result.kind],
    title: titleOf(result.id, rulebook),
    wording: duty?.wording ?? result.because,
    marks: duty?.marks ?? null,
  };
}
