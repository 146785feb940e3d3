import { type OccurrenceStatus, WORK_STATES, type WorkState } from '@zhengqi/obligations';
import { given, optionalDate, optionalList, optionalText } from '../../search-params.ts';

export const OCCURRENCE_STATUSES = [
  'at-once',
  'open',
  'upcoming',
  'past-no-evidence',
  'uncertain',
] as const satisfies readonly OccurrenceStatus[];

/** What is still ahead or to be done: all but the past. Where the list begins when nothing is chosen yet. */
export const CURRENT_STATUSES: OccurrenceStatus[] = ['at-once', 'open', 'upcoming', 'uncertain'];

/** The filters of the item list, as its address carries them: a link to it is a link to exactly these rows. */
export type OccurrenceSearch = {
  status?: OccurrenceStatus[] | undefined;
  licence?: string | undefined;
  clause?: string | undefined;
  /** First and last due date, both included. */
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
  provisional?: true | undefined;
  /** Items a newer schedule no longer has. */
  removed?: true | undefined;
  /** `me`, `none`, or somebody's id. */
  assignee?: string | undefined;
  work?: WorkState[] | undefined;
  overdue?: true | undefined;
  /** A waiver waits for its second person. */
  waiver?: true | undefined;
  /** Missed by a limit of law. */
  missed?: true | undefined;
};

export function occurrenceSearch(raw: Record<string, unknown>): OccurrenceSearch {
  return given({
    status: optionalList(raw.status, OCCURRENCE_STATUSES),
    licence: optionalText(raw.licence),
    clause: optionalText(raw.clause),
    from: optionalDate(raw.from),
    to: optionalDate(raw.to),
    q: optionalText(raw.q),
    provisional: flag(raw.provisional),
    removed: flag(raw.removed),
    assignee: /^(me|none|usr_[0-9a-f]{32})$/.test(String(raw.assignee)) ? String(raw.assignee) : undefined,
    work: optionalList(raw.work, WORK_STATES),
    overdue: flag(raw.overdue),
    waiver: flag(raw.waiver),
    missed: flag(raw.missed),
  });
}

function flag(value: unknown): true | undefined {
  return value === true || value === 'true' || value === '1' ? true : undefined;
}

/** The filters as the server takes them. */
export function listInput(organisationId: string, search: OccurrenceSearch) {
  return {
    organisationId,
    status: search.status,
    licenceId: search.licence,
    clause: search.clause,
    from: search.from,
    to: search.to,
    search: search.q,
    provisional: search.provisional,
    removed: search.removed === true ? ('include' as const) : undefined,
    assignee: search.assignee,
    workState: search.work,
    overdue: search.overdue,
    waiverPending: search.waiver,
    missed: search.missed,
  };
}
