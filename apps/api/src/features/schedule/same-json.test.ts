import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameJson } from './same-json.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** Few different leaves, so that equal pairs and pairs that differ in one place are both frequent. */
const values = fc.jsonValue({ maxDepth: 3, noUnicodeString: true });

it('says of any two values what a comparison of their stored forms says', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      expect(isSameJson(one, throughJson(one))).toBe(true);
      expect(isSameJson(one, other)).toBe(isDeepStrictEqual(throughJson(one), throughJson(other)));
    }),
  );
});

it('finds one changed place, wherever it is', () => {
  const change = (value: unknown, path: number): unknown => {
    if (Array.isArray(value) && value.length > 0)
      return value.map((part: unknown, i) => (i === path % value.length ? change(part, path + 1) : part));
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
      const names = Object.keys(value);
      const name = names[path % names.length] ?? '';
      return { ...value, [name]: change((value as Record<string, unknown>)[name], path + 1) };
    }
    return value === 'changed' ? 'otherwise' : 'changed';
  };
  fc.assert(
    fc.property(values, fc.nat(9), (value, path) => {
      expect(isSameJson(value, throughJson(change(value, path)))).toBe(false);
    }),
  );
});

it.each<[string, unknown, unknown, boolean]>([
  ['a property without a value is none', { a: 1, b: undefined }, { a: 1 }, true],
  ['another order is the same', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['null is a value', { a: null }, {}, false],
  ['a stored property more is a difference', { a: 1 }, { a: 1, b: 2 }, false],
  ['an array is no object', [], {}, false],
  ['what is inherited is not stored', { toString: 1 }, {}, false],
])('%s', (_name, said, stored, same) => {
  expect(isSameJson(said, stored)).toBe(same);
});
