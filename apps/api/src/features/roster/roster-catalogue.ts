import { type Bilingual, BODIES, POSTS, PROVINCES, ROSTER_SECTIONS } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { RosterCatalogue } from './schemas.ts';

/** What a form of the roster offers: posts, bodies, lists and provinces with their words. The same for all companies. */
export function rosterCatalogue(): z.infer<typeof RosterCatalogue> {
  const choices = (words: Readonly<Record<string, Bilingual>>) =>
    Object.entries(words).map(([id, label]) => ({ id, label }));
  return {
    posts: choices(POSTS),
    bodies: choices(BODIES),
    sections: choices(ROSTER_SECTIONS),
    provinces: PROVINCES.map(({ prefix, name }) => ({ id: prefix, label: name })),
  };
}
