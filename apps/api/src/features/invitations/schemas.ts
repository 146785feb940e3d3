import { z } from 'zod';
import { MailAddress } from '../../auth/mail-address.ts';
import { InvitationId } from '../../db/ids.ts';
import { MailLanguage } from '../../mail/templates.ts';
import { PersonView } from '../people.ts';

const Role = z.enum(['owner', 'admin', 'member', 'viewer']);
const Level = z.enum(['read', 'write']);
const Purpose = z.enum(['membership', 'engagement', 'transfer']);
const Token = z.string().min(1).max(200);

export const Done = z.strictObject({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;

export const ListInvitationsInput = z.strictObject({});
export const InvitationList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      purpose: Purpose,
      organisationName: z.string(),
      email: z.string(),
      role: Role.nullable(),
      level: Level.nullable(),
      endsOn: z.string().nullable(),
      status: z.enum(['open', 'accepted', 'revoked', 'expired']),
      createdAt: z.string(),
      expiresAt: z.string(),
      by: PersonView,
    }),
  ),
});

export const InviteMemberInput = z.strictObject({ email: MailAddress, role: Role, language: MailLanguage });
export const InvitationSent = z.strictObject({ id: z.string() });
export const RevokeInvitationInput = z.strictObject({ invitationId: InvitationId });

export const ShowInvitationInput = z.strictObject({ token: Token });
export const InvitationView = z.strictObject({
  id: z.string(),
  purpose: Purpose,
  organisation: z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['company', 'consultancy']) }),
  email: z.string(),
  role: Role.nullable(),
  level: Level.nullable(),
  endsOn: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: z.string(),
  /** Address of the one who is signed in, and whether that one may accept. */
  signedInAs: z.string().nullable(),
  mayAccept: z.boolean(),
  /** Consultancies of the one who is signed in, to accept an engagement for. */
  consultancies: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

export const AcceptInvitationInput = z.strictObject({
  token: Token,
  /** Of the invitation that was shown. */
  invitationId: z.string().max(100),
  consultancyId: z.string().max(100).nullable(),
  /** Of the screen: for mails to somebody who has chosen none. */
  language: MailLanguage.optional(),
});
export const AcceptInvitationOutput = z.strictObject({ organisationId: z.string() });
