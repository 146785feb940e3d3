import { and, desc, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { sandboxMail } from '../../db/schema/rest.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { MailLanguage } from '../../mail/templates.ts';
import { writeMail } from '../../mail/write-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { requireSandbox } from './require-sandbox.ts';
import { ListOutboxInput, type OutboxPage } from './schemas.ts';

/** Where links of mails that nobody gets would lead: the reader puts the address of the product in its place. */
const PLACE = 'https://sandbox.invalid';

/** The mails that did not leave, latest first, in the words that they would have had. @throws AppError `not-found` */
export async function listOutbox(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof OutboxPage>> {
  const { cursor, limit } = parseInput(ListOutboxInput, raw);
  const after = decodeCursor(cursor);
  return withTenant(ctx, 'read', async (tx) => {
    await requireSandbox(tx);
    const { createdAt, id } = sandboxMail;
    const rows = await tx.db
      .select()
      .from(sandboxMail)
      .where(and(after && sql`(${createdAt}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`))
      .orderBy(desc(createdAt), desc(id))
      .limit(limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    return {
      items: items.map((row) => {
        const { template, data } = row;
        const language = MailLanguage.parse(row.language);
        const { subject, text } = writeMail({ id: row.id, to: row.toAddress, template, language, data }, PLACE);
        const mail = { at: row.createdAt, to: row.toAddress, template, language, subject, text };
        return { id: publicId('mail', row.id), ...mail };
      }),
      nextCursor,
    };
  });
}
