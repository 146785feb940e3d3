import { createHash } from 'node:crypto';

/** One place of a chain, as the database gives it. `entry` is null when the audit row is gone. */
export interface ChainLink {
  seq: number;
  hash: string;
  entry: string | null;
}

/** What can be wrong with a chain. */
export type ChainProblem = 'row-changed' | 'row-missing' | 'link-missing' | 'tail-cut' | 'history-replaced';

/** Where a chain ended at some time, in hex. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What the first entry of an organisation stands on. */
export function chainGenesis(tenantId: string): string {
  return createHash('sha256').update(`zhengqi audit ${tenantId}`).digest('hex');
}

/** Hash of an entry: over the 32 bytes of the hash before it and the text of the entry in UTF-8. */
export function chainHash(previousHash: string, entry: string): string {
  return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(entry, 'utf8').digest('hex');
}

/**
 * Looks at one stretch of a chain.
 * @returns the end of the stretch, or the first place where it is broken
 */
export function checkStretch(
  before: ChainHead,
  links: readonly ChainLink[],
): { end: ChainHead } | { problem: ChainProblem; seq: number } {
  let end = before;
  for (const link of links) {
    if (link.seq !== end.seq + 1) return { problem: 'link-missing', seq: end.seq + 1 };
    if (link.entry === null) return { problem: 'row-missing', seq: link.seq };
    if (link.hash !== chainHash(end.hash, link.entry)) return { problem: 'row-changed', seq: link.seq };
    end = { seq: link.seq, hash: link.hash };
  }
  return { end };
}
