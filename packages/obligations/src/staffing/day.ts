import { addDays, type CivilDate } from '../calendar/index.ts';

/** Why a result may come out otherwise from a day on. */
export type ChangeKind =
  | 'assignment-start'
  | 'assignment-end'
  | 'employment-start'
  | 'leaver'
  | 'contract-end'
  | 'insurance-start'
  | 'insurance-end'
  | 'certificate-start'
  | 'certificate-expired'
  | 'training-done'
  | 'training-old'
  | 'letter-signed'
  | 'letter-expired'
  | 'body-start'
  | 'body-end'
  | 'new-province'
  | 'province-left'
  | 'filing'
  | 'staff-changed'
  | 'local-body-changed'
  | 'rota-changed'
  | 'deadline-passed'
  | 'record'
  | 'list-complete'
  | 'rule-in-force'
  | 'licence';

/** One reason, with the record and person it comes from. */
export interface Change {
  readonly kind: ChangeKind;
  readonly recordId: string | null;
  readonly personId: string | null;
}

/** Beyond this day nothing is looked for: it is how records write "no end". */
const LAST = '9999-12-31';

/**
 * The day looked at. Every comparison of a record with it goes through here, so that it knows the next day on which
 * anything that was read comes out otherwise, and why: until then the result stays the same.
 */
export class Day {
  readonly on: CivilDate;
  /** First later day on which something read so far differs; null when nothing will. */
  next: CivilDate | null = null;
  changes: Change[] = [];

  constructor(on: CivilDate) {
    this.on = on;
  }

  /** Whether a date is this day or before it. */
  reached(date: string, kind: ChangeKind, recordId: string | null = null, personId: string | null = null): boolean {
    if (date <= this.on) return true;
    this.note(date, kind, recordId, personId);
    return false;
  }

  /** Whether a date lies before this day. */
  passed(date: string, kind: ChangeKind, recordId: string | null = null, personId: string | null = null): boolean {
    if (date < this.on) return true;
    if (date < LAST) this.note(addDays(date as CivilDate, 1), kind, recordId, personId);
    return false;
  }

  private note(date: string, kind: ChangeKind, recordId: string | null, personId: string | null): void {
    if (this.next !== null && date > this.next) return;
    if (date !== this.next) this.changes = [];
    this.next = date as CivilDate;
    if (!this.changes.some((change) => change.kind === kind && change.recordId === recordId)) {
      this.changes.push({ kind, recordId, personId });
    }
  }
}
