import { isDeepStrictEqual } from 'node:util';
import { type CivilDate, type FactValue, isCivilDate } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { fact } from '../../db/schema/facts.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { type FieldError, invalidInput, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readLicence } from '../licences/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { factScope } from './fact-scope.ts';
import { readFactsInForce } from './queries.ts';
import { readAnswer } from './read-answer.ts';
import { AnswerFactsInput, type AnswerFactsOutput } from './schemas.ts';

interface NewFact {
  key: string;
  licenceId: string | null;
  value: FactValue;
  validFrom: CivilDate;
}

/**
 * Records answers and counts the schedule anew. An answer that says what is known already records nothing; an answer is
 * never overwritten, a newer one stands beside it.
 * @throws AppError `invalid-input` with the place of each answer that cannot be
 */
export async function answerFacts(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AnswerFactsOutput>> {
  const input = parseInput(AnswerFactsInput, raw);
  const day = today(ctx.clock);
  const answers: NewFact[] = [];
  const errors = [...repeatedKeys(input.answers)];
  input.answers.forEach(({ key, value, validFrom }, i) => {
    const read = readAnswer({ key, value }, `answers.${i}`, { hasLicence: input.licenceId !== null, today: day });
    errors.push(...read.errors, ...checkValidFrom(validFrom, `answers.${i}`, day));
    if (!('value' in read)) return;
    const licenceId = factScope(key) === 'licence' ? input.licenceId : null;
    answers.push({ key, licenceId, value: read.value, validFrom: isCivilDate(validFrom) ? validFrom : day });
  });
  if (errors.length > 0) throw invalidInput(errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'fact:write');
    await lockSchedule(tx);
    if (input.licenceId !== null && !(await readLicence(tx, input.licenceId))) throw notFound();
    const recorded = await recordNews(tx, ctx, answers);
    if (recorded.length > 0)
      await recordAudit(tx, ctx, 'facts.answered', { type: 'fact', id: null }, { keys: recorded });
    return { recorded: recorded.length, schedule: await regenerateOrEnqueue(tx, ctx, 'facts') };
  });
}

/** Stores the answers that say something new; gives their keys. */
async function recordNews(tx: TenantTransaction, ctx: TenantContext, answers: readonly NewFact[]): Promise<string[]> {
  const news: NewFact[] = [];
  for (const answer of answers) {
    const known = (await readFactsInForce(tx, answer.validFrom)).find(
      ({ key, licenceId }) => key === answer.key && licenceId === answer.licenceId,
    );
    if (!isDeepStrictEqual(known?.value ?? null, answer.value)) news.push(answer);
  }
  if (news.length === 0) return [];
  const recordedAt = nowInstant(ctx.clock);
  const said = { source: 'person', saidBy: tx.access.userId, recordedAt };
  await tx.db
    .insert(fact)
    .values(news.map((answer) => ({ tenantId: tx.tenantId, id: ctx.newId(), ...answer, ...said })));
  return news.map(({ key }) => key);
}

function checkValidFrom(validFrom: string | undefined, path: string, day: CivilDate): FieldError[] {
  if (validFrom === undefined || (isCivilDate(validFrom) && validFrom <= day)) return [];
  return [
    {
      path: `${path}.validFrom`,
      message: { zh: '生效日期应为今天或之前的日期。', en: 'An answer holds from today or an earlier day.' },
    },
  ];
}

function repeatedKeys(answers: readonly { key: string }[]): FieldError[] {
  return answers.flatMap(({ key }, i) =>
    answers.findIndex((other) => other.key === key) === i
      ? []
      : [
          {
            path: `answers.${i}.key`,
            message: { zh: '同一问题回答了两次。', en: 'The same question is answered twice.' },
          },
        ],
  );
}
