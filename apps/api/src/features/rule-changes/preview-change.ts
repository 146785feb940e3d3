import { type Bilingual, reconcile, ScheduleInputError } from '@zhengqi/obligations';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import type { ChangeCounts, RuleChangeContent } from '../../db/schema/rules.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readNewestVersion } from '../own-duties/queries.ts';
import { countCompany } from '../schedule/count-company.ts';
import { type DifferenceLine, differenceLines } from '../schedule/difference-lines.ts';
import { readAllOccurrences } from '../schedule/queries.ts';
import { asRecorded } from '../schedule/write-occurrences.ts';
import { contentOf, rulesUnder } from './change-content.ts';
import { type Preview, PreviewInput } from './schemas.ts';

const SHOWN_LINES = 500;

/** What a change would do to one company. */
export interface CompanyPreview {
  state: 'previewed' | 'unchanged' | 'refused';
  counts: ChangeCounts;
  workedOn: number;
  lines: DifferenceLine[];
  ruleVersion: string;
  note: Bilingual | null;
}

const NOTHING: ChangeCounts = { added: 0, removed: 0, moved: 0, kept: 0 };

/** What a change of rules would do to this company, counted now. Stores nothing. */
export async function previewChange(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof Preview>> {
  const { change } = parseInput(PreviewInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const preview = await previewInCompany(tx, ctx, await contentOf(tx, change));
    const { lines } = preview;
    return { ...preview, lines: lines.slice(0, SHOWN_LINES), more: lines.length > SHOWN_LINES };
  });
}

/** The same for a content that is fixed. */
export async function previewInCompany(
  tx: TenantTransaction,
  ctx: TenantContext,
  content: RuleChangeContent,
): Promise<CompanyPreview> {
  const nothing = { counts: NOTHING, workedOn: 0, lines: [], ruleVersion: tx.rules.rulebook.version };
  const against = await reasonAgainst(tx, content);
  if (against !== null) return { ...nothing, state: 'refused', note: against };
  if (await isThereAlready(tx, content)) return { ...nothing, state: 'unchanged', note: null };
  const rules = await rulesUnder(tx, ctx, content);
  try {
    const { next } = await countCompany(tx, ctx, rules, today(ctx.clock));
    const stored = (await readAllOccurrences(tx)).filter(({ removedAt }) => removedAt === null);
    const recorded = stored.map((row) => {
      const { dutyId, clause, action } = row;
      return { ...asRecorded(row), dutyId, clause, action };
    });
    const difference = reconcile(
      recorded,
      [...next.values()].map(({ occurrence }) => occurrence),
    );
    const { added, removed, orphaned, moved, kept } = difference;
    const lines = differenceLines(difference, tx.rules.rulebook, rules.rulebook);
    return {
      state: 'previewed',
      counts: {
        added: added.length,
        removed: removed.length + orphaned.length,
        moved: moved.length,
        kept: kept.length,
      },
      workedOn: lines.filter((line) => line.workedOn).length,
      lines,
      ruleVersion: rules.rulebook.version,
      note: null,
    };
  } catch (error) {
    if (!(error instanceof ScheduleInputError)) throw error;
    return { ...nothing, state: 'refused', note: { zh: error.messageZh, en: error.message } };
  }
}

/** Why a change cannot come to this company, or null. */
export async function reasonAgainst(tx: TenantTransaction, content: RuleChangeContent): Promise<Bilingual | null> {
  if (content.type !== 'own-duty') return null;
  const known = await readNewestVersion(tx, { slug: content.duty.id });
  if (known === undefined || known.origin?.dutyId === content.dutyId) return null;
  return { zh: '企业已有同一编号的自有义务。', en: 'The company has a duty of its own under the same id.' };
}

/** Whether this company goes by it already, or has nothing of it that could end. */
export async function isThereAlready(tx: TenantTransaction, content: RuleChangeContent): Promise<boolean> {
  if (content.type === 'calendar') return false;
  if (content.type === 'rulebook') return tx.base === content.version;
  const copy = await readNewestVersion(tx, { originDutyId: content.dutyId });
  if (copy === undefined) return content.state === 'retired';
  return copy.state === content.state && copy.origin?.version === content.version;
}
