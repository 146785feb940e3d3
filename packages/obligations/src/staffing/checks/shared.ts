import { ORDER_42_FROM } from '../../rulebook/penalties.ts';
import type { SourceReference } from '../../rulebook/schema.ts';
import { OWN_RULES_FROM, ownRule } from '../../rulebook/sources.ts';
import type { Need, RequirementOf, StaffingCheck } from '../requirement.ts';
import type { Post } from '../posts.ts';

type Given = 'scope' | 'condition' | 'bindsWithoutLicence' | 'validFrom';

/** Completes a check: of the company, always, through the licence, unless said otherwise. */
export function check(given: Omit<StaffingCheck, Given> & Partial<Pick<StaffingCheck, Given>>): StaffingCheck {
  return {
    scope: 'company',
    condition: { always: true },
    bindsWithoutLicence: false,
    validFrom: ORDER_42_FROM,
    ...given,
  };
}

/** Source and first day of a requirement that is our own rule: it is not asked for in years before there was one. */
export function own(
  zh: string,
  en: string,
  ...about: SourceReference[]
): { sources: SourceReference[]; validFrom: string } {
  return { sources: [ownRule(zh, en), ...about], validFrom: OWN_RULES_FROM };
}

type Holders = RequirementOf<'holders'>;

/** At least one person, or so many, in one of the posts. */
export function holders(
  posts: Post[],
  given: Omit<Holders, 'kind' | 'posts' | 'need' | 'qualities'> & { need?: Need; qualities?: Holders['qualities'] },
): Holders {
  return { kind: 'holders', posts, need: { n: 1 }, qualities: [], ...given };
}

/** Data centres and access services, to which the notice of 2012 is addressed. */
export const DATA_CENTRE_OR_ACCESS = { fact: 'services', includesAny: ['B11', 'B14'] };
