/** Work on items: the state machine as a table, lateness, and the evidence that a duty names. */
export { checkMove, isLegalLimit, type ItemStanding, type WorkRefusal } from './check-move.ts';
export {
  EVIDENCE_FORMS,
  type EvidenceForm,
  type EvidenceNeed,
  type EvidencePiece,
  evidenceKinds,
  evidenceNeeds,
  evidenceRefusals,
} from './evidence.ts';
export { laterOf, type Lateness, latenessOf, type Limit } from './lateness.ts';
export {
  MOVE_RULES,
  type MoveRule,
  STATE_NAMES,
  WORK_MOVES,
  WORK_STATES,
  type WorkMove,
  type WorkState,
} from './moves.ts';
