import { InputNumber } from 'antd';
import { useId } from 'react';
import './text-field.css';

interface NumberFieldProps {
  label: string;
  /** Null while it is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  hint?: string;
}

/** A whole number under its label. */
export function NumberField({ label, value, onChange, min, max, hint }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <InputNumber<number>
        id={id}
        min={min}
        max={max}
        precision={0}
        value={value}
        onChange={onChange}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-told` })}
      />
      {hint !== undefined && (
        <span id={`${id}-told`} className="zq-small zq-faint">
          {hint}
        </span>
      )}
    </div>
  );
}
