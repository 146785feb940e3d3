import { type ConditionContext, factView } from '../applicability/index.ts';
import { type CivilDate, PRC_CALENDAR, type WorkingDayCalendar } from '../calendar/index.ts';
import { STAFFING_CHECKS } from './checks/index.ts';
import { compileChecks, conditionDays, type ConditionVerdicts, noteConditionDays } from './conditions.ts';
import { askFact, type StaffingContext } from './context.ts';
import { Day } from './day.ts';
import { assertStaffingInput } from './input-check.ts';
import { lookAtCheck, resultOf } from './look-at-check.ts';
import type { StaffingInput, StaffingReport, StaffingResult } from './model.ts';
import { chooseParameter, type StaffingParameter } from './parameters.ts';
import { provinceName, provincesOn } from './provinces.ts';
import type { StaffingCheck } from './requirement.ts';
import { RosterIndex } from './roster-index.ts';

/** What the checks are counted with. */
export interface StaffingRules {
  readonly calendar: WorkingDayCalendar;
}

const verdictsOf = compileChecks(STAFFING_CHECKS);
const CONDITION_DAYS = conditionDays(STAFFING_CHECKS);
const SHIPPED: StaffingRules = { calendar: PRC_CALENDAR };
const NO_PARAMETERS: readonly StaffingParameter[] = Object.freeze([]);

/** One input made ready for many days. */
export class Looker {
  private readonly input: StaffingInput;
  private readonly rules: StaffingRules;
  private readonly roster: RosterIndex;
  private readonly verdicts = new Map<string, ConditionVerdicts>();

  constructor(input: StaffingInput, rules: StaffingRules) {
    this.input = input;
    this.rules = rules;
    this.roster = new RosterIndex(input.roster);
  }

  /** One check on a day, for one place of business or the company. `day` learns when the result may change. */
  look(index: number, province: string | null, day: Day): StaffingResult {
    const check = STAFFING_CHECKS[index] as StaffingCheck;
    const { licence } = this.input;
    noteConditionDays(day, CONDITION_DAYS, licence);
    const facts = factView(licence, this.input.facts, day.on);
    const verdicts = this.verdictsOn(day.on, facts);
    const verdict = verdicts.ofCheck(index);
    if (check.scope === 'province' && verdict.applies !== 'no') {
      const missing = this.placeOf(check, province, day, facts);
      if (missing !== null) return missing;
    }
    return lookAtCheck(check, verdict, (i) => verdicts.ofRequirement(index, i), this.contextOf(province, day, facts));
  }

  /** Places of business on a day; null stands for "not known which others". */
  placesOn(day: Day): (string | null)[] {
    const { known, complete } = provincesOn({
      roster: this.roster,
      day,
      fact: factView(this.input.licence, this.input.facts, day.on).fact,
    });
    return complete && known.length > 0 ? [...known] : [...known, null];
  }

  private contextOf(province: string | null, day: Day, facts: ConditionContext): StaffingContext {
    const { events = [], parameters = NO_PARAMETERS } = this.input;
    return {
      day,
      roster: this.roster,
      province,
      calendar: this.rules.calendar,
      events,
      fact: facts.fact,
      parameter: (key) => chooseParameter(key, province, parameters, day),
    };
  }

  /** Why a check by place has nothing to look at for this place; null when it has. */
  private placeOf(check: StaffingCheck, province: string | null, day: Day, facts: ConditionContext) {
    const { known, complete } = provincesOn({ roster: this.roster, day, fact: facts.fact });
    if (province !== null) {
      if (known.includes(province)) return null;
      const { zh, en } = provinceName(province);
      const because = { zh: `该日未在${zh}开展业务`, en: `no business in ${en} on the day` };
      return resultOf(check, province, 'does-not-apply', because, []);
    }
    if (complete) {
      return resultOf(check, null, 'does-not-apply', { zh: '没有业务开展地', en: 'no place of business' }, []);
    }
    const ask = askFact('provinces_operating');
    const because = { zh: `待回答：${ask.question.zh}`, en: `Depends on: ${ask.question.en}` };
    return { ...resultOf(check, null, 'unknown', because, []), asks: [ask] };
  }

  private verdictsOn(on: CivilDate, facts: ConditionContext): ConditionVerdicts {
    const known = this.verdicts.get(on);
    if (known !== undefined) return known;
    const made = verdictsOf(facts);
    this.verdicts.set(on, made);
    return made;
  }
}

/**
 * All staffing checks on one day. A check by place gives one result for each place of business, and one more with the
 * question when it is not known whether there are others.
 * @throws {StaffingInputError} for a roster or parameters that cannot be used, naming the place
 */
export function checkStaffing(input: StaffingInput, rules: StaffingRules = SHIPPED): StaffingReport {
  assertStaffingInput(input);
  const looker = new Looker(input, rules);
  const places = looker.placesOn(new Day(input.on));
  const results = STAFFING_CHECKS.flatMap(({ scope }, index) =>
    (scope === 'province' ? places : [null]).map((province) => looker.look(index, province, new Day(input.on))),
  );
  return { on: input.on, results };
}
