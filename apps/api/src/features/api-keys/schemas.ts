import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { ApiScope } from '../../auth/api-scopes.ts';
import { ApiKeyId, OrganisationId } from '../../db/ids.ts';
import { PersonView } from '../people.ts';

const Level = z.enum(['read', 'write']);
const Mode = z.enum(['live', 'test']);
const Days = z.int().min(1).max(366);

export const ApiKeyView = z.strictObject({
  id: z.string(),
  name: z.string(),
  mode: Mode,
  /** All that is ever shown of the key again. */
  display: z.string(),
  scopes: z.array(ApiScope),
  /** `replaced`: rotated, and still good until it expires. */
  status: z.enum(['active', 'replaced', 'expired', 'revoked']),
  createdAt: z.string(),
  createdBy: PersonView,
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  replacedBy: z.string().nullable(),
  grants: z.array(
    z.strictObject({
      companyId: z.string(),
      companyName: z.string(),
      level: Level,
      /** What it comes to now; null when it does not work, for instance because the engagement has ended. */
      effective: Level.nullable(),
      grantedBy: PersonView,
      grantedAt: z.string(),
    }),
  ),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;

export const ListApiKeysInput = z.strictObject({});
export const ApiKeyList = z.strictObject({ items: z.array(ApiKeyView) });
export const ApiKeyOutput = z.strictObject({ key: ApiKeyView });

export const ScopeList = z.strictObject({
  items: z.array(z.strictObject({ scope: ApiScope, label: Bilingual, writes: z.boolean() })),
});

export const GrantableCompanies = z.strictObject({
  items: z.array(z.strictObject({ companyId: z.string(), name: z.string(), level: Level, isSandbox: z.boolean() })),
});

export const CreateApiKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  mode: Mode.default('live'),
  scopes: z.array(ApiScope).min(1).max(30),
  expiresInDays: Days.default(365),
  grants: z
    .array(z.strictObject({ companyId: OrganisationId, level: Level }))
    .min(1)
    .max(500),
});
/** The one answer with the key itself. */
export const CreateApiKeyOutput = z.strictObject({ key: ApiKeyView, secret: z.string() });

export const RotateApiKeyInput = z.strictObject({
  keyId: ApiKeyId,
  /** How long the old key goes on beside the new one; 0 ends it at once. */
  overlapHours: z.int().min(0).max(168).default(24),
  expiresInDays: Days.default(365),
});
export const RotateApiKeyOutput = CreateApiKeyOutput.extend({ previousEndsAt: z.string() });

export const ApiKeyInput = z.strictObject({ keyId: ApiKeyId });
export const GrantApiKeyInput = z.strictObject({ keyId: ApiKeyId, companyId: OrganisationId, level: Level });
export const WithdrawGrantInput = z.strictObject({ keyId: ApiKeyId, companyId: OrganisationId });

/** Keys of other organisations that were given this company. */
export const ForeignApiKeys = z.strictObject({
  items: z.array(
    z.strictObject({
      keyId: z.string(),
      ownerName: z.string(),
      name: z.string(),
      display: z.string(),
      scopes: z.array(ApiScope),
      level: Level,
      effective: Level.nullable(),
      grantedAt: z.string(),
      expiresAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
});
export const EndForeignOutput = z.strictObject({ ok: z.literal(true) });
