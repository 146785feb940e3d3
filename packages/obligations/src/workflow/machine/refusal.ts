import type { Bilingual } from '../../text/bilingual.ts';

/** Why a move was refused. Stable: callers may depend on it. */
export type RefusalCode =
  | 'unknown-move'
  | 'not-allowed-here'
  | 'needs-a-person'
  | 'wrong-subject'
  | 'field-missing'
  | 'field-invalid'
  | 'field-unknown'
  | 'guard'
  | 'nothing-to-take-back'
  | 'time-order';

/** One reason against a move: where it is, what is wrong and what to do. */
export interface MoveRefusal {
  readonly code: RefusalCode;
  /** `move`, `by`, `now` or `data.<field>`. */
  readonly at: string;
  readonly message: Bilingual;
}

export function refusal(code: RefusalCode, at: string, zh: string, en: string): MoveRefusal {
  return { code, at, message: { zh, en } };
}

/** A stored log that the tables cannot replay: written by other tables or damaged. Never a user's mistake. */
export class BrokenLogError extends Error {
  readonly seq: number;

  constructor(kind: string, seq: number, why: string) {
    super(`The log of a ${kind} workflow cannot be replayed at entry ${seq}: ${why}.`);
    this.name = 'BrokenLogError';
    this.seq = seq;
  }
}
