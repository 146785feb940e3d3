import { expect, it } from 'vitest';
import { answerOf, EMPTY_DRAFT } from './answer.ts';

const draft = (part: Partial<typeof EMPTY_DRAFT>) => ({ ...EMPTY_DRAFT, ...part });

it('sends nothing for a thing that was left alone', () => {
  for (const form of ['file', 'text', 'either'] as const) {
    expect(answerOf({ itemId: 'rit_1', form }, EMPTY_DRAFT)).toBeNull();
    expect(answerOf({ itemId: 'rit_1', form }, draft({ text: '  ' }))).toBeNull();
  }
});

it('sends a file with its words, but not words alone where a file is asked for', () => {
  const file = { itemId: 'rit_1', form: 'file' } as const;
  expect(answerOf(file, draft({ text: '见附件' }))).toBeNull();
  expect(answerOf(file, draft({ fileIds: ['fil_1'], text: ' 见附件 ' }))).toEqual({
    itemId: 'rit_1',
    fileIds: ['fil_1'],
    text: '见附件',
  });
  expect(answerOf({ itemId: 'rit_1', form: 'either' }, draft({ text: '无变化' }))).toEqual({
    itemId: 'rit_1',
    text: '无变化',
  });
});

it('sends a refusal alone and only with its reason', () => {
  const thing = { itemId: 'rit_1', form: 'either' } as const;
  expect(answerOf(thing, draft({ refusal: ' ', fileIds: ['fil_1'], text: '见附件' }))).toBeNull();
  expect(answerOf(thing, draft({ refusal: '没有这份合同', fileIds: ['fil_1'], text: '见附件' }))).toEqual({
    itemId: 'rit_1',
    refusal: '没有这份合同',
  });
});
