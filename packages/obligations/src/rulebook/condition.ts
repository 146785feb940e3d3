import { z } from 'zod';
import { CivilDateText } from '../text/civil-date-text.ts';

/**
 * When a duty binds, as data. One schema for the base rulebook and for a tenant's own duties.
 * Leaves read one fact each; a fact that is not known makes the leaf unknown, never false.
 * Keys are those of the fact catalogue; inside a due rule `event.<attribute>` reads the trigger event.
 */
export type Condition =
  | { always: true }
  | { fact: string; is: boolean | string | number }
  | { fact: string; atLeast: number }
  | { fact: string; lessThan: number }
  | { fact: string; includes: string }
  | { fact: string; includesAny: string[] }
  | { fact: string; notEmpty: true }
  | { onOrAfter: string }
  | { before: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const FactKey = z.string().regex(/^(event\.)?[a-zA-Z][a-zA-Z0-9_]*$/);

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({
      fact: FactKey,
      is: z.union([z.boolean(), z.string(), z.number()]),
    }),
    z.strictObject({ fact: FactKey, atLeast: z.number() }),
    z.strictObject({ fact: FactKey, lessThan: z.number() }),
    z.strictObject({ fact: FactKey, includes: z.string() }),
    z.strictObject({ fact: FactKey, includesAny: z.array(z.string()).min(1) }),
    z.strictObject({ fact: FactKey, notEmpty: z.literal(true) }),
    z.strictObject({ onOrAfter: CivilDateText }),
    z.strictObject({ before: CivilDateText }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);
