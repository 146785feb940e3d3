import { and, eq, gte, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import { recordAudit } from '../record-audit.ts';
import { sealWords } from './person-words.ts';
import { lockPerson, type PersonTableRow, readPhones } from './queries.ts';
import { RevealInput, type RevealOutput } from './schemas.ts';

/** So many fields may somebody see in full in an hour: who needs more wants a copy of the list. */
const PER_HOUR = 60;

/**
 * Shows one field of one person in full, and writes down who saw it and why. The reason is sealed with the person's key.
 * @throws AppError `not-found` also when nothing is recorded there, `too-many-attempts`
 */
export async function revealField(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RevealOutput>> {
  const { personId, field, phoneId, reason } = parseInput(RevealInput, raw);
  if ((field === 'phone') !== (phoneId !== undefined))
    throw invalidField('phoneId', '查看电话时请指明是哪一个。', 'Name the phone when a phone is to be shown.');
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'person:reveal');
    const row = await lockPerson(tx, personId);
    if (!row) throw notFound();
    await requireFew(tx, ctx);
    const value = await open(tx, ctx, row, field, phoneId);
    const sealed = await sealWords(tx, ctx, row.id, reason);
    await recordAudit(tx, ctx, 'person.revealed', { type: 'person', id: row.id }, { field, sealedReason: sealed });
    return { value };
  });
}

async function open(
  tx: TenantTransaction,
  ctx: TenantContext,
  row: PersonTableRow,
  field: z.infer<typeof RevealInput>['field'],
  phoneId: string | undefined,
): Promise<string> {
  const cipher = await tenantCipher(tx, ctx);
  if (field === 'phone') {
    const phone = (await readPhones(tx, [row.id])).find(({ id }) => id === phoneId);
    if (!phone) throw notFound();
    return cipher.open({ table: 'person_phone', column: 'number', rowId: phone.id }, phone.number);
  }
  const sealed = field === 'idNumber' ? row.idNumber : row.email;
  if (sealed === null) throw notFound();
  const column = field === 'idNumber' ? 'id_number' : 'email';
  return cipher.open({ table: 'person', column, rowId: row.id }, sealed);
}

async function requireFew(tx: TenantTransaction, ctx: TenantContext): Promise<void> {
  const { userId } = tx.access;
  if (userId === null) return;
  const hourAgo = new Date(Date.parse(nowInstant(ctx.clock)) - 3_600_000).toISOString();
  const seen = await tx.db.$count(
    auditEvent,
    and(
      gte(auditEvent.at, hourAgo),
      eq(auditEvent.actorId, userId),
      inArray(auditEvent.action, ['person.revealed', 'person.exported']),
    ),
  );
  if (seen < PER_HOUR) return;
  throw new AppError(
    'too-many-attempts',
    {
      zh: `一小时内最多查看 ${PER_HOUR} 项完整信息，请稍后再试。`,
      en: `At most ${PER_HOUR} fields can be shown in full in an hour; try again later.`,
    },
    { retryAfterSeconds: 3600 },
  );
}
