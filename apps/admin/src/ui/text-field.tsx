import { Input } from 'antd';
import { useId } from 'react';
import './text-field.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What is wrong with it, null while nothing is. */
  problem?: string | null;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  autoFocus?: boolean;
  /** Enter in this field, where no form sends it. */
  onEnter?: () => void;
}

/** A labelled line of text with its hint and its error tied to it, so that a reader says them together. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    problem = null,
    type = 'text',
    autoComplete,
    autoFocus = false,
    onEnter,
  } = props;
  const id = useId();
  const Control = type === 'password' ? Input.Password : Input;
  const told = problem ?? hint;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <Control
        id={id}
        {...(type === 'password' ? {} : { type })}
        {...(problem === null ? {} : { status: 'error' as const })}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        aria-invalid={problem !== null}
        {...(told === undefined ? {} : { 'aria-describedby': `${id}-told` })}
        value={value}
        {...(onEnter === undefined ? {} : { onPressEnter: onEnter })}
        onChange={({ target }) => onChange(target.value)}
      />
      {told !== undefined && (
        <span id={`${id}-told`} className={problem === null ? 'zq-small zq-faint' : 'zq-field-error'}>
          {told}
        </span>
      )}
    </div>
  );
}
