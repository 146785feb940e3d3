import { expect, it } from 'vitest';
import { occurrenceSearch } from './components/occurrences/search.ts';
import { optionalDate, optionalText, optionalYear, parseSearch, stringifySearch } from './search-params.ts';

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
  expect(optionalYear('20261')).toBeUndefined();
  expect(optionalYear('2026')).toBe(2026);
});
