import type { AppErrorCode } from '../../errors.ts';
import type { ActorName } from './actors.ts';
import type { MatrixWorld } from './world.ts';

/** What the matrix must know of a procedure or an operation to call it rightfully. */
export interface Fixture {
  /**
   * `members`: those of the target company, as far as their level goes. `signed-in`: every person, who sees what is the
   * same for all or their own. `everybody`: no sign-in is needed. `operators`: the staff of the platform.
   */
  openTo: 'members' | 'signed-in' | 'everybody' | 'operators';
  /** Input that succeeds for the rightful actor; without `organisationId`, which the matrix adds for members. */
  input?: (world: MatrixWorld) => unknown;
  /** Actors who may do it besides the rightful one; without it those who may read do what is no mutation. */
  alsoOpenTo?: readonly ActorName[];
  /** Takes back what the rightful call did and others would stumble over. */
  undo?: (world: MatrixWorld) => Promise<void>;
  /** It has no rightful call here: it ends like this for everybody. */
  refusedWith?: readonly AppErrorCode[];
  /** It needs no right and may change something of the caller's own. */
  changesOwn?: boolean;
}

export type Fixtures = Readonly<Record<string, Fixture>>;
