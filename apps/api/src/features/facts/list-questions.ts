import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { readVerdicts } from '../schedule/queries.ts';
import { questionView } from './question-view.ts';
import { ListQuestionsInput, type QuestionList } from './schemas.ts';

/** Questions still open, those that decide most first; one that several licences share is asked once. */
export async function listQuestions(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof QuestionList>> {
  const { licenceId } = parseInput(ListQuestionsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const { questions } = await readVerdicts(tx);
    const items = new Map<string, z.infer<typeof QuestionList>['items'][number]>();
    for (const row of questions) {
      if (licenceId !== undefined && row.licenceId !== licenceId) continue;
      const view = questionView(row.question, tx.rules.rulebook);
      // A question about one licence is a question of its own for each of them.
      const subject = view.scope === 'licence' ? `${row.key} ${row.licenceId}` : row.key;
      const known = items.get(subject);
      if (known) {
        known.licenceIds.push(publicId('licence', row.licenceId));
        const more = view.decides.filter(({ dutyId }) => !known.decides.some((other) => other.dutyId === dutyId));
        known.decides.push(...more);
      } else items.set(subject, { ...view, licenceIds: [publicId('licence', row.licenceId)] });
    }
    return { items: [...items.values()].sort((a, b) => b.decides.length - a.decides.length) };
  });
}
