import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { usePeopleHere } from '../../../../components/item-work/person-field.tsx';
import { askedAt } from './mentions.ts';

interface CommentFieldProps {
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
}

/**
 * Words to the others. `@` opens the list of people below the field, arrows and Enter choose, Ctrl+Enter sends. The list
 * stands in the page: the one of the library opens elsewhere and makes a long page jump to its end.
 */
export function CommentField({ value, onChange, onSend }: CommentFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const people = usePeopleHere();
  const field = useRef<TextAreaRef>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  /** Where Escape closed the list. */
  const [closed, setClosed] = useState<number | null>(null);
  const asked = askedAt(value, caret);
  const shown =
    asked === null || asked.at === closed ? [] : people.filter(({ name }) => name.startsWith(asked.begun)).slice(0, 8);
  const chosen = shown[Math.min(active, shown.length - 1)];

  const insert = (name: string) => {
    if (asked === null) return;
    const before = `${value.slice(0, asked.at)}@${name} `;
    // At once and not with the next change, so that the caret can be put behind the name.
    flushSync(() => onChange(before + value.slice(caret)));
    field.current?.resizableTextArea?.textArea.setSelectionRange(before.length, before.length);
    setCaret(before.length);
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter while Chinese is being composed settles the word and nothing else.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (chosen !== undefined && asked !== null) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setActive((active + step + shown.length) % shown.length);
      else if (event.key === 'Enter') insert(chosen.name);
      else if (event.key === 'Escape') setClosed(asked.at);
      else return;
      event.preventDefault();
    }
  };
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{t('work.commentLabel')}</label>
      <Input.TextArea
        ref={field}
        id={id}
        rows={3}
        maxLength={4000}
        placeholder={t('work.commentPlaceholder')}
        aria-autocomplete="list"
        {...(chosen === undefined
          ? {}
          : { 'aria-controls': `${id}-people`, 'aria-activedescendant': `${id}-${chosen.id}` })}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setCaret(target.selectionStart);
          setActive(0);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {shown.length > 0 && (
        <ul id={`${id}-people`} className="zq-mention-people" role="listbox" aria-label={t('work.mentionLabel')}>
          {shown.map(({ id: userId, name }) => (
            <li
              key={userId}
              id={`${id}-${userId}`}
              role="option"
              aria-selected={userId === chosen?.id}
              // The press must not take the focus out of the text.
              onMouseDown={(event) => {
                event.preventDefault();
                insert(name);
              }}
            >
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
