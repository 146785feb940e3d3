import { expect, it } from 'vitest';
import { occurrenceSearch } from './components/occurrences/search.ts';
import {
  given,
  optionalDate,
  optionalText,
  optionalYear,
  parseSearch,
  setsAnything,
  stringifySearch,
} from './search-params.ts';

it('keeps 15.10 apart from 15.1, and writes lists with commas', () => {
  const text = stringifySearch({ clause: '15.10', status: ['open', 'at-once'], q: undefined, provisional: true });
  expect(text).toBe('?clause=15.10&status=open,at-once&provisional=true');
  expect(parseSearch(text)).toEqual({ clause: '15.10', status: 'open,at-once', provisional: 'true' });
});

it('gives back the same filters from the address it wrote', () => {
  const filters = occurrenceSearch({
    status: ['open', 'past-no-evidence'],
    from: '2026-01-01',
    to: '2026-03-31',
    clause: '15.6a',
    q: '年报 & 报送',
    provisional: true,
  });
  expect(occurrenceSearch(parseSearch(stringifySearch(filters)))).toEqual(filters);
});

it('drops what means nothing instead of failing', () => {
  expect(
    occurrenceSearch({ status: 'open,nonsense', from: 'yesterday', to: ['2026-01-01'], provisional: 'maybe' }),
  ).toEqual({
    status: ['open'],
  });
  expect(optionalText('   ')).toBeUndefined();
  expect(optionalDate('2026-1-1')).toBeUndefined();
  expect(optionalDate('2026-02-30')).toBeUndefined();
  expect(optionalYear('20261')).toBeUndefined();
  expect(optionalYear('2026')).toBe(2026);
});

it('names what it dropped, so that the router does not put back what the address said', () => {
  const raw = { year: 'abc' };
  const search = given({ year: optionalYear(raw.year) });
  expect({ ...raw, ...search }).toEqual({ year: undefined });
  expect(setsAnything(search)).toBe(false);
  expect(setsAnything({ status: ['open'] }, 'status')).toBe(false);
  expect(setsAnything({ status: ['open'], q: '年报' }, 'status')).toBe(true);
});
