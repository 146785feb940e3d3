import { expect, it } from 'vitest';
import { segmentsByLine } from './segments.ts';

const TEXT = '编号：苏B2-20991234\n有效期至：\n2099年1月2日';

it('cuts a line where a place begins and ends', () => {
  expect(segmentsByLine(TEXT, [{ id: 'number', start: 3, end: 15 }])[0]).toEqual([
    { text: '编号：', placeIds: [], starts: [] },
    { text: '苏B2-20991234', placeIds: ['number'], starts: ['number'] },
  ]);
});

it('carries a place over line ends, and lets it begin only once', () => {
  const lines = segmentsByLine(TEXT, [{ id: 'validTo', start: 16, end: TEXT.length }]);
  expect(lines[1]).toEqual([{ text: '有效期至：', placeIds: ['validTo'], starts: ['validTo'] }]);
  expect(lines[2]).toEqual([{ text: '2099年1月2日', placeIds: ['validTo'], starts: [] }]);
});

it('knows both places where they overlap', () => {
  const [line = []] = segmentsByLine('abcdef', [
    { id: 'a', start: 0, end: 4 },
    { id: 'b', start: 2, end: 6 },
  ]);
  expect(line.map(({ text, placeIds }) => [text, placeIds])).toEqual([
    ['ab', ['a']],
    ['cd', ['a', 'b']],
    ['ef', ['b']],
  ]);
});

it('keeps the whole text, whatever the places', () => {
  const lines = segmentsByLine(TEXT, [
    { id: 'beyond', start: 10, end: 999 },
    { id: 'empty', start: 4, end: 4 },
  ]);
  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(TEXT);
});
