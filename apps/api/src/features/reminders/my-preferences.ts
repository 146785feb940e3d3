import type { z } from 'zod';
import { type Clock, nowInstant } from '../../clock.ts';
import type { Pool } from '../../db/pool.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { checkRhythm, readPreferences, rhythmOf } from '../notifications/preferences.ts';
import { type MyPreferences, type SettingSaved, SetMineInput } from './schemas.ts';

/** A person's call about themselves, whatever organisation they work for. */
export interface PersonContext {
  /** Login zq_auth. */
  authPool: Pool;
  credential: Buffer;
  clock: Clock;
}

/** How the person wants to be told. */
export async function myPreferences({ authPool, credential }: PersonContext): Promise<z.infer<typeof MyPreferences>> {
  const { rows } = await authPool.query<{ settings: unknown; version: number }>(
    'select settings, version from authz.notice_preference_of($1)',
    [credential],
  );
  const preferences = readPreferences(rows[0]?.settings);
  return { version: rows[0]?.version ?? 0, preferences, rhythm: rhythmOf({}, preferences) };
}

/** @throws AppError `invalid-input`, `conflict` when another page was faster */
export async function setMyPreferences(ctx: PersonContext, raw: unknown): Promise<z.infer<typeof SettingSaved>> {
  const { version, preferences } = parseInput(SetMineInput, raw);
  checkRhythm(preferences, 'preferences.digestHour');
  const { rows } = await ctx.authPool.query<{ version: number | null }>(
    'select authz.set_notice_preference($1, $2, $3, $4) as version',
    [ctx.credential, JSON.stringify(preferences), version, nowInstant(ctx.clock)],
  );
  const saved = rows[0]?.version ?? null;
  if (saved === null)
    throw conflict('设置已在另一页面修改，请刷新后重试。', 'Another page has changed the settings; load them again.');
  return { version: saved };
}
