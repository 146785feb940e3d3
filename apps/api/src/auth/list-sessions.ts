import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import type { LiveSession } from './session.ts';

export const SessionView = z.strictObject({
  id: z.string(),
  /** Browser and system, as far as it said. */
  device: z.string().nullable(),
  startedAt: z.string(),
  expiresAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  secondFactor: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** The sessions of the person who asks, the newest first. */
export async function listSessions({
  services,
  session,
}: RequestContext & { session: LiveSession }): Promise<{ items: SessionView[] }> {
  const rows = await services.sessions.list(session.user.id);
  return {
    items: rows.map((row) => ({
      id: publicId('session', row.publicId),
      device: row.device,
      startedAt: row.startedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.credentialHash === session.credentialHash,
      secondFactor: row.secondFactor,
    })),
  };
}
