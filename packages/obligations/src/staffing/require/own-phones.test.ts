import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostWithOwnPhones } from './own-phones.ts';

const phones = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), { maxLength: 6 });

/** Tries every way of giving out phones. */
function bruteForce(people: readonly (readonly string[])[], used: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = people;
  if (first === undefined) return 0;
  const without = bruteForce(rest, used);
  const withOne = first.filter((key) => !used.has(key)).map((key) => 1 + bruteForce(rest, new Set([...used, key])));
  return Math.max(without, ...withOne);
}

it('counts as many people as can have a phone of their own', () => {
  fc.assert(
    fc.property(phones, (people) => {
      expect(mostWithOwnPhones(people)).toBe(bruteForce(people));
    }),
  );
});
