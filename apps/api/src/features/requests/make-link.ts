import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { hashBytes, newSecret } from '../../auth/token.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, forbidden } from '../../errors.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { parseInput } from '../../parse-input.ts';
import { readOrganisation } from '../organisations/queries.ts';
import { recordAudit } from '../record-audit.ts';
import { requireRunning } from './change-request.ts';
import { countSentLinks, lockRequest, type RequestTableRow } from './queries.ts';
import {
  type LinkMade,
  type LinkRevoked,
  type LinkSent,
  MakeLinkInput,
  RevokeLinkInput,
  SendLinkInput,
} from './schemas.ts';
import { writeRequestLog } from './write-request-log.ts';

/** Page of a link. The token stands behind `#`, so that no server on the way sees or logs it. */
export const linkPath = (token: string) => `/r#${token}`;
/** The product must not become a way to send mails to strangers. */
const MAILS_A_DAY = { request: 5, organisation: 200 };

/**
 * Makes a link by which somebody without an account can answer a request; the older one ends. Its secret is shown now
 * and never again.
 * @throws AppError `not-found`, `conflict` for a request that is over
 */
export async function makeLink(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LinkMade>> {
  const { requestId, days } = parseInput(MakeLinkInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:share');
    const request = await lockRequest(tx, requestId);
    const { linkId, token, expiresAt } = await issueLink(tx, ctx, request, days, 'make-link');
    return { linkId, token, path: linkPath(token), expiresAt };
  });
}

/** Makes a link and mails it; whoever asks for it never sees it. */
export async function sendLink(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LinkSent>> {
  const { requestId, days, email, language } = parseInput(SendLinkInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:share');
    const request = await lockRequest(tx, requestId);
    await requireMailsLeft(tx, ctx, request.id);
    const { linkId, token, expiresAt } = await issueLink(tx, ctx, request, days, 'send-link');
    const { name } = await readOrganisation(tx);
    const { askedForName, title, dueOn } = request;
    const data = { token, company: name, askedFor: askedForName, title, dueOn };
    await enqueueMail(tx, { to: email, template: 'material-request', language, data });
    return { linkId, expiresAt };
  });
}

/** Ends the link of a request; who has it finds nothing from now on. */
export async function revokeLink(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof LinkRevoked>> {
  const { requestId } = parseInput(RevokeLinkInput, raw);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'request:ask');
    const request = await lockRequest(tx, requestId);
    const { rows } = await tx.db.execute<{ id: string | null }>(
      sql`select authz.revoke_request_link(${request.id}) as id`,
    );
    const linkId = rows[0]?.id ?? null;
    if (linkId === null) return { revoked: false };
    await writeRequestLog(tx, ctx, request.id, [
      { move: 'revoke-link', data: { linkId: publicId('requestLink', linkId) } },
    ]);
    await recordAudit(tx, ctx, 'request.link-revoked', { type: 'request', id: request.id }, { linkId });
    return { revoked: true };
  });
}

/** Makes the link of a request that is locked, or was made in this transaction. */
export async function issueLink(
  tx: TenantTransaction,
  ctx: TenantContext,
  request: RequestTableRow,
  days: number,
  move: 'make-link' | 'send-link',
): Promise<{ linkId: string; token: string; expiresAt: string }> {
  requireRunning(request);
  const [id, token] = [ctx.newId(), newSecret()];
  const { rows } = await tx.db.execute<{ at: string | null }>(
    sql`select authz.issue_request_link(${id}, ${hashBytes(token)}, ${request.id}, ${days}) as at`,
  );
  const at = rows[0]?.at;
  if (!at) throw forbidden();
  const expiresAt = new Date(at).toISOString();
  const linkId = publicId('requestLink', id);
  await writeRequestLog(tx, ctx, request.id, [{ move, data: { linkId, expiresAt } }]);
  await recordAudit(
    tx,
    ctx,
    'request.link-made',
    { type: 'request', id: request.id },
    { linkId: id, expiresAt, mailed: move === 'send-link' },
  );
  return { linkId, token, expiresAt };
}

async function requireMailsLeft(tx: TenantTransaction, ctx: TenantContext, requestId: string): Promise<void> {
  const since = new Date(Date.parse(nowInstant(ctx.clock)) - 24 * 3_600_000).toISOString();
  const sent = await countSentLinks(tx, requestId, since);
  if (sent.all < MAILS_A_DAY.organisation && sent.of_request < MAILS_A_DAY.request) return;
  throw new AppError(
    'too-many-attempts',
    {
      zh: '24 小时内发送的链接邮件过多，请稍后再发，或复制链接自行发送。',
      en: 'Too many mails with links in 24 hours: try later, or copy the link and send it yourself.',
    },
    { retryAfterSeconds: 3600 },
  );
}
