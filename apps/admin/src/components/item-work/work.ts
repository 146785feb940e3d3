import type { WorkMove } from '@zhengqi/obligations';
import type { RouterOutputs } from '../../trpc.ts';

/** Everything about the work on one item, as the server sends it. */
export type Work = RouterOutputs['occurrences']['work'];
export type Evidence = Work['evidence'][number];
export type EvidenceNeed = Work['requiredEvidence'][number];

/** Whether a move may be made now; null when the table has no such move for it. */
export function moveOf(work: Work, move: WorkMove) {
  return work.moves.find((candidate) => candidate.move === move) ?? null;
}

/** Whether a move may be made now. */
export function mayMove(work: Work, move: WorkMove): boolean {
  return moveOf(work, move)?.allowed === true;
}
