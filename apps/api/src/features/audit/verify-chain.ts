import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type ChainHead, type ChainProblem, chainGenesis, checkStretch } from './chain.ts';
import { readChain, readChainEnd } from './queries.ts';

const LINKS_AT_A_TIME = 5_000;

/** What a check of a whole chain found. */
export interface ChainCheck {
  end: ChainHead;
  /** The first thing that is wrong, or null. */
  problem: { kind: ChainProblem; seq: number } | null;
}

/**
 * Counts the chain of the organisation again from its first entry, in this program and not in the database that wrote it.
 * @param anchor where the chain ended once, as noted outside of the database: what shows that its tail was cut
 */
export async function verifyChain(tx: TenantTransaction, anchor: ChainHead | null): Promise<ChainCheck> {
  // Read first: what is added meanwhile lies after it and is left to the next check.
  const { head, rows } = await readChainEnd(tx);
  let end: ChainHead = { seq: 0, hash: chainGenesis(tx.tenantId) };
  const found = (kind: ChainProblem, seq: number): ChainCheck => ({ end, problem: { kind, seq } });
  if (anchor && anchor.seq > head.seq) return found('tail-cut', anchor.seq);
  while (end.seq < head.seq) {
    const links = await readChain(tx, end.seq, Math.min(LINKS_AT_A_TIME, head.seq - end.seq));
    if (links.length === 0) return found('link-missing', end.seq + 1);
    const stretch = checkStretch(end, links);
    if ('problem' in stretch) return found(stretch.problem, stretch.seq);
    const noted = links.find((link) => link.seq === anchor?.seq);
    if (noted && noted.hash !== anchor?.hash) return found('history-replaced', noted.seq);
    end = stretch.end;
  }
  if (end.hash !== head.hash || rows !== head.seq) return found('link-missing', head.seq);
  return { end, problem: null };
}
