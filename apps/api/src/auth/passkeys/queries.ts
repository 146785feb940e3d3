import { z } from 'zod';
import type { RequestContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { passkeySiteOf } from './site.ts';

export const PasskeyView = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Host name it works under. */
  site: z.string(),
  /** Kept by a password manager on several devices. */
  synced: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;

interface PasskeyRow {
  id: string;
  credential_id: Buffer;
  transports: string[];
  rp_id: string;
  name: string;
  synced: boolean;
  created_at: Date;
  last_used_at: Date | null;
}

async function readPasskeys({ services }: Pick<RequestContext, 'services'>, userId: string): Promise<PasskeyRow[]> {
  const { rows } = await services.authPool.query<PasskeyRow>('select * from authz.passkeys_of($1)', [userId]);
  return rows;
}

/** The passkeys of a person, the oldest first. */
export async function listPasskeys(ctx: Pick<RequestContext, 'services'>, userId: string): Promise<PasskeyView[]> {
  return (await readPasskeys(ctx, userId)).map((row) => ({
    id: publicId('passkey', row.id),
    name: row.name,
    site: row.rp_id,
    synced: row.synced,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

/** Those of a person that can be used on the page that asks, as browsers want them named. */
export async function passkeysHere(
  ctx: RequestContext,
  userId: string,
): Promise<{ id: string; type: 'public-key'; transports: string[] }[]> {
  const site = passkeySiteOf(ctx);
  return (await readPasskeys(ctx, userId))
    .filter((row) => row.rp_id === site?.rpId)
    .map((row) => ({
      id: row.credential_id.toString('base64url'),
      type: 'public-key' as const,
      transports: row.transports,
    }));
}
