import { Input } from 'antd';
import { useId } from 'react';
import './text-field.css';

interface AreaFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What is wrong with it, null while nothing is. */
  problem?: string | null;
  rows?: number;
  maxLength?: number;
}

/** Some lines of text under their label, with hint and error tied to them. */
export function AreaField({
  label,
  value,
  onChange,
  hint,
  problem = null,
  rows = 3,
  maxLength = 1000,
}: AreaFieldProps) {
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={maxLength}
        {...(problem === null ? {} : { status: 'error' as const })}
        aria-invalid={problem !== null}
        {...(told === undefined ? {} : { 'aria-describedby': `${id}-told` })}
        value={value}
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
