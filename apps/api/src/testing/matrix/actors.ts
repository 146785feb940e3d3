import type { ApiScope } from '../../auth/api-scopes.ts';
import type { MatrixWorld } from './world.ts';

/** Everybody who must be kept out of the target company, or from changing it. */
export type ActorName =
  | 'anonymous'
  | 'member of another company'
  | 'consultant without engagement'
  | 'consultant whose engagement has expired'
  | 'consultant whose engagement was ended'
  | 'colleague who is not named'
  | 'consultant who may read'
  | 'viewer'
  | 'operator who has ended the look in'
  | 'key of another company'
  | 'key without scope'
  | 'owner of a suspended company';

export interface Actor {
  name: ActorName;
  /** By what the actor is known. */
  by: 'nothing' | 'session' | 'key';
  /** May see the target company, though not change it. */
  reads: boolean;
  /** Headers of a new session, or of the key. */
  headers: () => Promise<Record<string, string>>;
  /** State of the world in which the actor calls. */
  during?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The actors of a world, for something that keys reach with this scope; for what they never reach any scope will do. */
export async function actorsOf(world: MatrixWorld, scope: ApiScope = 'licences.read'): Promise<readonly Actor[]> {
  const { people, keys } = world;
  const person = (name: ActorName, userId: string, reads = false): Actor => ({
    name,
    by: 'session',
    reads,
    headers: () => world.signIn(userId),
  });
  const key = (name: ActorName, secret: string): Actor => ({
    name,
    by: 'key',
    reads: false,
    headers: async () => ({ authorization: `Bearer ${secret}` }),
  });
  return [
    { name: 'anonymous', by: 'nothing', reads: false, headers: async () => ({}) },
    person('member of another company', people.otherOwner),
    person('consultant without engagement', people.unengaged),
    person('consultant whose engagement has expired', people.expired),
    person('consultant whose engagement was ended', people.ended),
    person('colleague who is not named', people.colleague),
    person('consultant who may read', people.reader, true),
    person('viewer', people.viewer, true),
    person('operator who has ended the look in', people.operator),
    key('key of another company', keys.ofOther.secret),
    key('key without scope', (await world.keyWithout(scope)).secret),
    { ...person('owner of a suspended company', people.owner), during: (work) => world.whileSuspended(work) },
  ];
}
