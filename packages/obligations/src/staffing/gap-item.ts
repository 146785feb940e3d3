import { addDays, type CivilDate, type DerivationStep, type ProvisionalField } from '../calendar/index.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { ownDutyIdOf } from './checks/index.ts';
import type { StaffingGap } from './coming-gaps.ts';

/** Due rule of the items that gaps open; no rule of the rulebook has this id. */
export const FILL_GAP_RULE = 'fill-staffing-gap';

/** An item is listed as open so many days before its gap begins. Our own rule; it decides only where it is shown. */
const SHOWN_AHEAD_DAYS = 60;

/** A gap as a dated item: the fields of an `Occurrence` of the schedule, to be stored and worked on beside them. */
export interface GapItem {
  key: string;
  dutyId: string;
  clause: string;
  dueRuleId: string;
  action: Bilingual;
  applies: 'yes';
  opensOn: CivilDate;
  nominalOn: CivilDate;
  dueOn: CivilDate;
  dueAt: null;
  actBy: CivilDate;
  provisional: boolean;
  provisionalFields: readonly ProvisionalField[];
  status: 'upcoming' | 'open' | 'past-no-evidence';
  mark: Mark;
  anchor: { what: Bilingual; on: string };
  derivation: readonly DerivationStep[];
  asks: readonly string[];
}

/**
 * The item that a gap opens. It hangs on the duty of the rulebook that the check serves, or on `staffing-s5` where there
 * is none; its due day is our own proposal, never a legal limit.
 */
export function gapItem(gap: StaffingGap, asOf: CivilDate): GapItem {
  const { nominalOn, dueOn, actBy, provisional, provisionalFields, derivation } = gap.due;
  const opensOn = addDays(gap.from, -SHOWN_AHEAD_DAYS);
  return {
    key: gap.key,
    dutyId: gap.dutyId ?? ownDutyIdOf({ id: gap.check }),
    clause: gap.clause ?? gap.check,
    dueRuleId: FILL_GAP_RULE,
    action: gap.title,
    applies: 'yes',
    opensOn,
    nominalOn,
    dueOn,
    dueAt: null,
    actBy,
    provisional,
    provisionalFields,
    status: dueOn < asOf ? 'past-no-evidence' : opensOn <= asOf ? 'open' : 'upcoming',
    mark: gap.dueMark,
    anchor: { what: { zh: '缺口开始日', en: 'Day the gap begins' }, on: gap.from },
    derivation,
    asks: [],
  };
}
