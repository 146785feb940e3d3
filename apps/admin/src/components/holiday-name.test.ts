import { NOTICES } from '@zhengqi/obligations';
import { expect, it } from 'vitest';
import { holidayName } from './holiday-name.ts';

it('names every holiday of the notices in English, and leaves the Chinese as printed', () => {
  expect(holidayName('国庆节、中秋节', 'en')).toBe('National Day, Mid-Autumn Festival');
  expect(holidayName('国庆节、中秋节', 'zh')).toBe('国庆节、中秋节');
  const names = NOTICES.flatMap(({ off, work }) => [...off, ...work]).map(({ name }) => holidayName(name, 'en'));
  expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
});
