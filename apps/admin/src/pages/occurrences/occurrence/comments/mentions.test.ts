import { expect, it } from 'vitest';
import { askedAt, mentionsIn } from './mentions.ts';

const PEOPLE = [
  { id: 'usr_1', name: '王小' },
  { id: 'usr_2', name: '王小明' },
  { id: 'usr_3', name: 'Li Ming' },
  { id: 'usr_4', name: '王小' },
];

it('calls everybody who is named, and each once', () => {
  expect(mentionsIn('请 @王小明 和 @Li Ming 核对，@王小明 先看', PEOPLE)).toEqual(['usr_2', 'usr_3']);
});

it('does not call somebody whose name only begins another', () => {
  expect(mentionsIn('@王小明', PEOPLE)).toEqual(['usr_2']);
});

it('calls both who bear the same name', () => {
  expect(mentionsIn('@王小 请看', PEOPLE)).toEqual(['usr_1', 'usr_4']);
});

it('calls nobody by a name without the sign, by an address, or by somebody who has no access', () => {
  expect(mentionsIn('王小明，写信到 a@example.cn；@张三', PEOPLE)).toEqual([]);
});

it('offers people from the sign on, up to the caret, and not on another line', () => {
  expect(askedAt('请 @王小', 5)).toEqual({ at: 2, begun: '王小' });
  expect(askedAt('请 @王小', 3)).toEqual({ at: 2, begun: '' });
  expect(askedAt('请 @王小', 2)).toBeNull();
  expect(askedAt('@王\n小', 4)).toBeNull();
  expect(askedAt('', 0)).toBeNull();
});
