import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../testing/serve.ts';
import { showPart } from '../../../../testing/show.tsx';
import { CommentField } from './comment-field.tsx';

const PEOPLE = [
  { id: 'usr_2', name: '王小', role: 'member', level: 'write' },
  { id: 'usr_3', name: '王小明', role: 'member', level: 'write' },
];

async function showField() {
  serve({ 'occurrences.people': () => ({ items: PEOPLE }) });
  const onSend = vi.fn<() => void>();
  function Held() {
    const [value, setValue] = useState('');
    return <CommentField value={value} onChange={setValue} onSend={onSend} />;
  }
  await showPart(<Held />);
  return { onSend, field: page.getByRole('textbox', { name: '评论内容' }) };
}

it('names somebody by the keyboard alone, in the middle of a sentence as well', async () => {
  const { field, onSend } = await showField();
  await field.click();
  await userEvent.keyboard('请 核对{ArrowLeft}{ArrowLeft}@王');
  await expect.element(page.getByRole('option', { name: '王小明' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}先');
  await expect.element(field).toHaveValue('请 @王小明 先核对');
  expect(onSend).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSend).toHaveBeenCalledOnce();
});

it('closes the list by Escape and leaves what was written', async () => {
  const { field } = await showField();
  await field.click();
  await userEvent.keyboard('@王');
  await expect.element(page.getByRole('option', { name: '王小明' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(page.getByRole('option').elements()).toHaveLength(0);
  await expect.element(field).toHaveValue('@王');
});
