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
  /** A company to rehearse with, and the organisation that made it. */
  isSandbox: z.boolean(),
  sandboxOf: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Since when it closes and by whom; `canReopen`: the caller may take it back now. */
  closing: z
    .strictObject({
      since: z.string().nullable(),
      by: z.enum(['owner', 'operator']),
      eraseAfter: z.string().nullable(),
      canReopen: z.boolean(),
    })
    .nullable(),
  role: z.string(),
  level: z.enum(['read', 'write']),
});

export const CreateOrganisationOutput = z.strictObject({ organisationId: z.string() });
/** The name typed again, so that the wrong one is not closed. */
export const CloseOrganisationInput = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const RenameOrganisationInput = z.strictObject({ name: z.string().trim().min(1).max(200) });
export const RenameOrganisationOutput = z.strictObject({ name: z.string() });
export const ReopenOrganisationOutput = z.strictObject({ status: z.literal('active') });
export const SandboxList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      createdAt: z.string(),
      status: z.enum(['active', 'closing']),
      /** Whether the caller may enter it. */
      open: z.boolean(),
    }),
  ),
  /** So many an organisation may have. */
  limit: z.int(),
});
export const CreateSandboxInput = z.strictObject({ name: z.string().trim().min(1).max(200).optional() });
export const CloseOrganisationOutput = z.strictObject({ status: z.literal('closing') });
