import type { z } from 'zod';
import { takeAttempts } from '../../auth/attempts.ts';
import { emailKey } from '../../auth/email.ts';
import { hashBytes } from '../../auth/token.ts';
import type { RequestContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { lastDayBefore } from './queries.ts';
import { InvitationView, ShowInvitationInput } from './schemas.ts';

/**
 * What a link offers, for whoever has it, and whether the one who is signed in may accept.
 * @throws AppError `not-found` alike for one that is unknown, used, revoked or over; `too-many-attempts`
 */
export async function showInvitation(ctx: RequestContext, raw: unknown): Promise<z.infer<typeof InvitationView>> {
  const { token } = parseInput(ShowInvitationInput, raw);
  const { authPool, clock } = ctx.services;
  await takeAttempts(authPool, clock, [{ name: 'invitation', of: ctx.address, limit: 120, seconds: 900 }]);
  const { rows } = await authPool.query('select * from authz.show_invitation($1)', [hashBytes(token)]);
  const [row] = rows;
  if (!row) throw notFound();
  const user = ctx.session?.user;
  const person = user && (await authPool.query('select * from authz.email_of($1)', [user.id])).rows[0];
  const consultancies =
    user && row.purpose !== 'membership'
      ? (await authPool.query<{ id: string; name: string }>('select * from authz.consultancies_of($1)', [user.id])).rows
      : [];
  return InvitationView.parse({
    id: publicId('invitation', row.id),
    purpose: row.purpose,
    organisation: { id: publicId('organisation', row.org_id), name: row.org_name, kind: row.org_kind },
    email: row.email,
    role: row.role,
    level: row.level,
    endsOn: lastDayBefore(row.ends_at),
    invitedBy: row.invited_by_name,
    expiresAt: new Date(row.expires_at).toISOString(),
    signedInAs: person?.email ?? null,
    mayAccept: person !== undefined && person.verified && emailKey(person.email) === row.email_key,
    consultancies: consultancies.map(({ id, name }) => ({ id: publicId('organisation', id), name })),
  });
}
