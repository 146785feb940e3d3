import { z } from 'zod';
import { MailAddress } from '../../auth/mail-address.ts';
import { EngagementId, UserId } from '../../db/ids.ts';
import { MailLanguage } from '../../mail/templates.ts';

const Level = z.enum(['read', 'write']);
const Named = z.strictObject({ id: z.string(), name: z.string() });
const People = z.array(UserId).min(1).max(200);
/** Last day of a period. */
const EndsOn = z.iso.date();

export const Done = z.strictObject({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;

export const ListEngagementsInput = z.strictObject({});
export const EngagementList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      company: Named,
      consultancy: Named,
      level: Level,
      startsAt: z.string(),
      endsAt: z.string(),
      endedAt: z.string().nullable(),
      active: z.boolean(),
      people: z.array(Named),
      /** Whether the caller is named. */
      you: z.boolean(),
    }),
  ),
});
export const InviteConsultancyInput = z.strictObject({
  email: MailAddress,
  level: Level,
  endsOn: EndsOn,
  language: MailLanguage,
});
export const OfferTransferInput = z.strictObject({
  engagementId: EngagementId,
  email: MailAddress,
  endsOn: EndsOn,
  language: MailLanguage,
});
export const OfferSent = z.strictObject({ id: z.string() });
export const CreateClientInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  uscc: z.string().trim().min(1).max(40).nullable(),
  endsOn: EndsOn,
  people: People,
});
export const CreateClientOutput = z.strictObject({ organisationId: z.string(), engagementId: z.string() });
export const SetPeopleInput = z.strictObject({ engagementId: EngagementId, people: People });
export const ChangeEngagementInput = z.strictObject({ engagementId: EngagementId, level: Level, endsOn: EndsOn });
export const EndEngagementInput = z.strictObject({ engagementId: EngagementId });
