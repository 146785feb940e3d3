import { expect, it } from 'vitest';
import { readingsOf } from './pinyin.ts';

it('reads a name by its first letters and written out, with the reading a word has in it', () => {
  expect(readingsOf('江苏示例云桥信息')).toEqual(['jsslyqxx', 'jiangsushiliyunqiaoxinxi']);
  expect(readingsOf('重庆银行')[0]).toBe('cqyh');
});

it('leaves Latin letters and digits as they are', () => {
  expect(readingsOf('A1 云')[1]).toContain('a1');
});
