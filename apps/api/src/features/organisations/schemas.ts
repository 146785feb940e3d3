import { z } from 'zod';

export const Nothing = z.strictObject({});

export const OrganisationDetail = z.strictObject({
  id: z.string(),
  kind: z.enum(['company', 'consultancy']),
  name: z.string(),
  uscc: z.string().nullable(),
  status: z.enum(['active', 'closing']),
  createdAt: z.string(),
  /** The consultancy that entered it. */
  createdBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** False: its consultancy acts for it until an owner of its own has come. */
  hasOwner: z.boolean(),
  role: z.string(),
  level: z.enum(['read', 'write']),
});

export const CreateOrganisationOutput = z.strictObject({ organisationId: z.string() });
/** The name typed again, so that the wrong one is not closed. */
export const CloseOrganisationInput = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const CloseOrganisationOutput = z.strictObject({ status: z.literal('closing') });
