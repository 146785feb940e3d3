import { eq, sql } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { materialRequestLog } from '../../db/schema/requests.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { actorOf } from '../record-audit.ts';

/** What can be done with a request. */
export type RequestMove =
  | 'ask'
  | 'change'
  | 'withdraw'
  | 'answer'
  | 'refuse'
  | 'accept'
  | 'send-back'
  | 'drop'
  | 'make-link'
  | 'send-link'
  | 'revoke-link';

/** One line of the log: of the whole request, or of one thing. */
export interface LogLine {
  move: RequestMove;
  thingId?: string;
  data?: Record<string, unknown>;
}

/** Adds to the log of a request, which must be locked or new. */
export async function writeRequestLog(
  tx: TenantTransaction,
  ctx: TenantContext,
  requestId: string,
  lines: readonly LogLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const [last] = await tx.db
    .select({ seq: sql<number>`coalesce(max(${materialRequestLog.seq}), 0)` })
    .from(materialRequestLog)
    .where(eq(materialRequestLog.requestId, requestId));
  const first = (last?.seq ?? 0) + 1;
  const at = nowInstant(ctx.clock);
  await tx.db.insert(materialRequestLog).values(
    lines.map(({ move, thingId, data }, i) => ({
      tenantId: tx.tenantId,
      requestId,
      seq: first + i,
      at,
      ...actorOf(tx, ctx),
      move,
      thingId: thingId ?? null,
      data: data ?? {},
    })),
  );
}
