import type { WorkingDayCalendar } from '../calendar/index.ts';
import { questionOf } from '../applicability/index.ts';
import { EVENTS, type EventDefinition, type TriggerEvent } from '../rulebook/events.ts';
import type { FactValue } from '../rulebook/facts.ts';
import type { SourceReference } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Day } from './day.ts';
import type { ChosenParameter, ParameterKey } from './parameters.ts';
import { ROSTER_SECTIONS, type RosterSection } from './roster.ts';
import type { RosterIndex } from './roster-index.ts';

/** A fact, record or event without which a result stays unknown. */
export interface StaffingAsk {
  readonly kind: 'fact' | 'record' | 'event';
  /** Fact key, section of the roster, or type of event. */
  readonly key: string;
  /** Person whose record it is, where it is about one. */
  readonly personId: string | null;
  readonly question: Bilingual;
}

/** How one requirement came out. Short wins over unknown, unknown over met. */
export type Outcome = 'met' | 'short' | 'unknown' | 'does-not-apply';

/** What a requirement found on a day. */
export interface Found {
  readonly outcome: Outcome;
  /** People or records missing; 0 unless short. */
  readonly shortBy: number;
  readonly because: Bilingual;
  readonly asks: readonly StaffingAsk[];
  /** Ids of the people who cover it. */
  readonly coveredBy: readonly string[];
  /** Source of the number that decided, when it is not the requirement's own. */
  readonly number?: SourceReference;
}

/** What a requirement is looked at with: one roster, one day, one place of business or none. */
export interface StaffingContext {
  readonly day: Day;
  readonly roster: RosterIndex;
  readonly province: string | null;
  readonly calendar: WorkingDayCalendar;
  readonly events: readonly TriggerEvent[];
  fact(key: string): FactValue | undefined;
  parameter(key: ParameterKey): ChosenParameter;
}

const NO_ONE: readonly string[] = Object.freeze([]);
const NOTHING: readonly StaffingAsk[] = Object.freeze([]);

export const met = (zh: string, en: string, coveredBy: readonly string[] = NO_ONE): Found => ({
  outcome: 'met',
  shortBy: 0,
  because: { zh, en },
  asks: NOTHING,
  coveredBy,
});
export const short = (shortBy: number, zh: string, en: string, coveredBy: readonly string[] = NO_ONE): Found => ({
  outcome: 'short',
  shortBy,
  because: { zh, en },
  asks: NOTHING,
  coveredBy,
});
export const unknown = (
  asks: readonly StaffingAsk[],
  zh: string,
  en: string,
  coveredBy: readonly string[] = NO_ONE,
): Found => ({ outcome: 'unknown', shortBy: 0, because: { zh, en }, asks: distinct(asks), coveredBy });
export const notAsked = (zh: string, en: string): Found => ({
  outcome: 'does-not-apply',
  shortBy: 0,
  because: { zh, en },
  asks: NOTHING,
  coveredBy: NO_ONE,
});

export function askFact(key: string): StaffingAsk {
  return { kind: 'fact', key, personId: null, question: questionOf(key) };
}

/** Asks whether a list of the roster is complete. */
export function askList(section: RosterSection): StaffingAsk {
  const { zh, en } = ROSTER_SECTIONS[section];
  const question = { zh: `“${zh}”是否已登记完整？`, en: `Is the list of ${en} complete?` };
  return { kind: 'record', key: section, personId: null, question };
}

/** Asks for something in the record of a person. */
export function askRecord(section: RosterSection, personId: string | null, zh: string, en: string): StaffingAsk {
  return { kind: 'record', key: section, personId, question: { zh, en } };
}

export function askEvent(type: string): StaffingAsk {
  const name = (EVENTS as Readonly<Record<string, EventDefinition>>)[type]?.name ?? { zh: type, en: type };
  const question = { zh: `何时：${name.zh}？`, en: `When: ${name.en}?` };
  return { kind: 'event', key: type, personId: null, question };
}

export function distinct(asks: readonly StaffingAsk[]): StaffingAsk[] {
  const seen = new Map<string, StaffingAsk>();
  for (const ask of asks) {
    const key = `${ask.kind} ${ask.key} ${ask.personId ?? ''} ${ask.question.en}`;
    if (!seen.has(key)) seen.set(key, ask);
  }
  return [...seen.values()];
}
