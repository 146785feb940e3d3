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
  /** With this input it ends like this for everybody, also for the rightful actor. */
  refusedWith?: readonly AppErrorCode[];
  /** The call that succeeds, where it is another than the one that all try: by somebody else, or of something else. */
  control?: (world: MatrixWorld) => Promise<{ as: string; input: unknown }>;
  /** It needs no right and may change something of the caller's own. */
  changesOwn?: boolean;
}

export type Fixtures = Readonly<Record<string, Fixture>>;
