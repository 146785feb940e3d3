import { z } from 'zod';
import { CalendarFeedId, OrganisationId } from '../../db/ids.ts';
import { MailLanguage } from '../../mail/templates.ts';

const Scope = z.enum(['mine', 'company']);

export const FeedList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      scope: Scope,
      organisation: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      language: MailLanguage,
      createdAt: z.string(),
      expiresAt: z.string(),
      lastReadAt: z.string().nullable(),
    }),
  ),
});

export const CreateFeedInput = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('mine'), language: MailLanguage }),
  z.strictObject({ scope: z.literal('company'), organisationId: OrganisationId, language: MailLanguage }),
]);
/** The address holds the secret: it is shown now and never again. */
export const FeedCreated = z.strictObject({ id: z.string(), path: z.string(), expiresAt: z.string() });

export const RevokeFeedInput = z.strictObject({ feedId: CalendarFeedId });
export const FeedRevoked = z.strictObject({ revoked: z.literal(true) });

/** A reading of a feed by a calendar program. */
export const ReadFeedInput = z.strictObject({
  token: z.string().min(20).max(200),
  /** Null: what is given to the person of the feed, in all organisations. */
  organisationId: OrganisationId.nullable(),
  alarms: z.boolean(),
  kind: z.enum(['event', 'todo']),
});
