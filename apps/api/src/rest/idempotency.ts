import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { idempotencyRecord } from '../db/schema/rest.ts';
import type { AroundWrite, TenantTransaction } from '../db/tenant-transaction.ts';
import { AppError } from '../errors.ts';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';
/** How long a repeated request gets the answer of the first. */
export const KEPT_MS = 7 * 24 * 3_600_000;

/** An answer as it is sent, and sent again. */
export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** A request that is to have its effect once, however often it comes. */
export interface Claim {
  apiKeyId: string;
  key: string;
  fingerprint: string;
  /** Of the product, whatever moment the call rehearses. */
  clock: Clock;
  answerOf: (result: unknown) => Answer;
}

/** Thrown where the work would begin: this request has been answered. */
export class Replay extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('the request was answered before');
    this.answer = answer;
  }
}

/** @throws AppError `idempotency-key-missing` also for one that is none */
export function idempotencyKeyIn(sent: string | undefined): string {
  if (sent !== undefined && /^[\x21-\x7e]{1,255}$/.test(sent)) return sent;
  const zh =
    '请在 Idempotency-Key 请求头中为每次操作提供不重复的值（1–255 个可见 ASCII 字符，如 UUID）；重试时使用同一值。';
  const en =
    'Send the header Idempotency-Key with a value of its own for each act (1–255 visible ASCII characters, such as a UUID), and the same one when you try again.';
  throw new AppError(
    'idempotency-key-missing',
    { zh, en },
    { fields: [{ path: IDEMPOTENCY_KEY, message: { zh: '缺少或格式有误。', en: 'Missing or not well formed.' } }] },
  );
}

/** What a request asks for, in 64 digits: the same for bodies that say the same. */
export function fingerprintOf(parts: { method: string; path: string; conditions: string; body: unknown }): string {
  const { method, path, conditions, body } = parts;
  return createHash('sha256')
    .update(JSON.stringify([method, path, conditions, sorted(body)]))
    .digest('hex');
}

/**
 * Lets the work of a request happen once: its answer is stored in the transaction of its effect, so that there is never
 * one without the other. What fails stores nothing and may be tried again.
 * @throws Replay with the first answer; AppError `idempotency-key-reused` for another request under the same key,
 * `request-in-progress` while the first is still at work
 */
export function once(claim: Claim): AroundWrite {
  return async (tx, work) => {
    if (!(await isFree(tx, claim))) {
      throw new AppError(
        'request-in-progress',
        {
          zh: '同一 Idempotency-Key 的请求正在处理，请稍后重试。',
          en: 'A request with this Idempotency-Key is at work; try again shortly.',
        },
        { retryAfterSeconds: 1 },
      );
    }
    const stored = await findRecord(tx, claim);
    if (stored) {
      if (stored.fingerprint === claim.fingerprint) throw new Replay(stored);
      throw new AppError('idempotency-key-reused', {
        zh: '该 Idempotency-Key 已用于另一请求，请换用新的值。',
        en: 'This Idempotency-Key was used for another request; take a new one.',
      });
    }
    const result = await work();
    await storeRecord(tx, claim, claim.answerOf(result));
    return result;
  };
}

/** Takes the claim until the end of the transaction; whoever comes in between is told so instead of waiting. */
async function isFree(tx: TenantTransaction, { apiKeyId, key }: Claim): Promise<boolean> {
  const name = `idempotency ${tx.tenantId} ${apiKeyId} ${key}`;
  const { rows } = await tx.db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`,
  );
  return rows[0]?.free === true;
}

async function findRecord(tx: TenantTransaction, { apiKeyId, key, clock }: Claim) {
  const { apiKeyId: ofKey, key: ofName } = idempotencyRecord;
  const [row] = await tx.db
    .select()
    .from(idempotencyRecord)
    .where(and(eq(ofKey, apiKeyId), eq(ofName, key)));
  return row && Date.parse(row.createdAt) > clock().getTime() - KEPT_MS ? row : undefined;
}

async function storeRecord(tx: TenantTransaction, claim: Claim, answer: Answer): Promise<void> {
  const { apiKeyId, key, fingerprint, clock } = claim;
  const values = { fingerprint, ...answer, createdAt: clock().toISOString() };
  await tx.db
    .insert(idempotencyRecord)
    .values({ tenantId: tx.tenantId, apiKeyId, key, ...values })
    // One that is older than it is kept, and not yet pruned.
    .onConflictDoUpdate({
      target: [idempotencyRecord.tenantId, idempotencyRecord.apiKeyId, idempotencyRecord.key],
      set: values,
    });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
