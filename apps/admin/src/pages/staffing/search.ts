import { given, optionalDate, optionalText } from '../../search-params.ts';

export const STAFFING_TABS = ['checks', 'gaps', 'records', 'parameters'] as const;
export const OUTCOMES = ['short', 'unknown', 'met', 'does-not-apply'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What the staffing page shows, as its address carries it. */
export type StaffingSearch = {
  tab?: (typeof STAFFING_TABS)[number] | undefined;
  licence?: string | undefined;
  on?: string | undefined;
  knownOn?: string | undefined;
  outcome?: Outcome | undefined;
  until?: string | undefined;
};

export function staffingSearch(raw: Record<string, unknown>): StaffingSearch {
  return given({
    tab: STAFFING_TABS.find((tab) => tab === raw.tab),
    licence: optionalText(raw.licence),
    on: optionalDate(raw.on),
    knownOn: optionalDate(raw.knownOn),
    outcome: OUTCOMES.find((outcome) => outcome === raw.outcome),
    until: optionalDate(raw.until),
  });
}
