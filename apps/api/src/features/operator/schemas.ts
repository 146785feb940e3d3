import { z } from 'zod';
import { BreakGlassId, OrganisationId } from '../../db/ids.ts';
import { MailAddress } from '../../auth/mail-address.ts';
import { MailLanguage } from '../../mail/templates.ts';
import { Cursor, Limit } from '../pagination.ts';

const Status = z.enum(['active', 'closing', 'suspended']);
const Reason = z.string().trim().min(3).max(500);

export const OperatorStatus = z.strictObject({ operator: z.boolean() });

export const ListOrganisationsInput = z.strictObject({
  /** Part of the name, or the whole credit code. */
  search: z.string().trim().min(1).max(100).optional(),
  status: Status.optional(),
  cursor: Cursor,
  limit: Limit,
});
export const OrganisationPage = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['company', 'consultancy']),
      name: z.string(),
      uscc: z.string().nullable(),
      status: Status,
      createdAt: z.string(),
      members: z.int(),
      engagements: z.int(),
      isSandbox: z.boolean(),
      /** Nobody can act for it as its owner: the consultancy that entered it is gone. It can be handed over. */
      ownerless: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const SetStatusInput = z.strictObject({ organisationId: OrganisationId, status: Status, reason: Reason });
export const SetStatusOutput = z.strictObject({ organisationId: z.string(), status: Status });

export const HandOverInput = z.strictObject({
  organisationId: OrganisationId,
  email: MailAddress,
  reason: z.string().trim().min(10).max(500),
  language: MailLanguage,
});
export const HandOverOutput = z.strictObject({ organisationId: z.string(), invitationId: z.string() });

const Day = z.iso.date();
const Name = z.string().trim().min(1).max(40);
/** A notice as people type it in; the calendar of the domain checks what it says. */
export const Notice = z.strictObject({
  year: z.int().min(2000).max(2100),
  notice: z.strictObject({
    title: z.string().trim().min(1).max(200),
    source: z.url({ protocol: /^https?$/ }).max(500),
    number: z.string().trim().min(1).max(60).optional(),
    publishedOn: Day.optional(),
    mark: z.enum(['V', 'E', 'M', 'O']),
  }),
  coversFrom: Day,
  coversTo: Day,
  off: z.array(z.strictObject({ date: Day, name: Name, statutory: z.boolean() })).max(80),
  work: z.array(z.strictObject({ date: Day, name: Name })).max(40),
});

export const NoticeList = z.strictObject({
  coversFrom: z.string(),
  coversTo: z.string(),
  revision: z.int(),
  items: z.array(
    z.strictObject({
      year: z.int(),
      origin: z.enum(['shipped', 'entered']),
      version: z.int().nullable(),
      enteredAt: z.string().nullable(),
      notice: Notice,
    }),
  ),
});

export const CheckNoticeInput = z.strictObject({ notice: Notice });
export const NoticeCheck = z.strictObject({
  ok: z.boolean(),
  problem: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
  /** Working days inside the coverage of this notice. */
  workingDays: z.int().nullable(),
});

export const EnterNoticeInput = z.strictObject({ notice: Notice, reason: Reason });
export const EnterNoticeOutput = z.strictObject({
  year: z.int(),
  version: z.int(),
  coversFrom: z.string(),
  coversTo: z.string(),
});

export const ListBreakGlassInput = z.strictObject({ limit: Limit });
export const BreakGlassList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      organisation: z.strictObject({ id: z.string(), name: z.string() }),
      operator: z.string(),
      reason: z.string(),
      openedAt: z.string(),
      endsAt: z.string(),
      endedAt: z.string().nullable(),
      active: z.boolean(),
    }),
  ),
});
export const OpenBreakGlassInput = z.strictObject({
  organisationId: OrganisationId,
  reason: z.string().trim().min(10).max(500),
  minutes: z.int().min(5).max(240),
});
export const EndBreakGlassInput = z.strictObject({ id: BreakGlassId });
export const BreakGlassOutput = z.strictObject({ id: z.string() });
