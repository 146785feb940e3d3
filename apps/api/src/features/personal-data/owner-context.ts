import type { TenantContext } from '../../context.ts';
import type { Pool } from '../../db/pool.ts';

/**
 * An owner's call about the organisation as a whole. It may be closing, when nothing can be written in it: what is done
 * then goes through functions of the database that ask for its owner themselves.
 */
export interface OwnerContext {
  tenant: TenantContext;
  /** Login zq_auth. */
  authPool: Pool;
  credential: Buffer;
}
