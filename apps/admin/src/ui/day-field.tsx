import { useId } from 'react';
import { DateField } from './date-field.tsx';
import './text-field.css';

interface DayFieldProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
  hint?: string;
  problem?: string | null;
}

/** A day under its label. */
export function DayField({ label, value, onChange, min, max, hint, problem = null }: DayFieldProps) {
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <DateField id={id} value={value} onChange={onChange} min={min} max={max} invalid={problem !== null} />
      {told !== undefined && <span className={problem === null ? 'zq-small zq-faint' : 'zq-field-error'}>{told}</span>}
    </div>
  );
}
