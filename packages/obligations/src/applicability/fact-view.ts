import type { CivilDate } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { Facts, FactValue } from '../rulebook/facts.ts';
import type { ConditionContext } from './leaf.ts';

/** B25 in the classification of telecom services: information services. */
const INFORMATION_SERVICES = 'B25';

/**
 * Facts as the rules see them on a day: what the licence prints comes from the licence, the rest from the answers.
 * Where the licence is silent, an answer under the same key counts.
 */
export function factView(licence: Licence, answers: Facts, asOf: CivilDate): ConditionContext {
  const printed = factsOfLicence(licence, asOf);
  return {
    asOf,
    fact: (key) => {
      const read = printed[key];
      return read === undefined || read === null ? own(answers, key) : read;
    },
  };
}

/** Facts that the licence itself settles; null where it is silent. */
export function factsOfLicence(licence: Licence, asOf: CivilDate): Readonly<Record<string, FactValue>> {
  const codes = licence.services.flatMap((service) => (service.code === null ? [] : [service.code]));
  const known = codes.length > 0;
  const information = licence.services.filter((service) => service.code === INFORMATION_SERVICES);
  return {
    licence_current: currentOn(licence, asOf),
    services: known ? codes : null,
    has_B25: known ? information.length > 0 : null,
    b25_items: known ? [...new Set(information.flatMap((service) => service.b25Items))].sort() : null,
    is_cross_regional: licence.isCrossRegional,
    is_foreign_invested: licence.isForeignInvested,
  };
}

function currentOn({ issuedOn, validTo }: Licence, asOf: CivilDate): boolean | null {
  if (validTo === null) return null;
  return asOf <= validTo && (issuedOn === null || issuedOn <= asOf);
}

function own(answers: Facts, key: string): FactValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}
