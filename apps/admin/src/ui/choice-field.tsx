import { Select } from 'antd';
import { useId } from 'react';
import './text-field.css';

interface ChoiceFieldProps<Value extends string | number> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  hint?: string;
  problem?: string | null;
}

/** One of a few, under its label. */
export function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>) {
  const { label, value, onChange, options, hint, problem = null } = props;
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <Select<Value>
        id={id}
        value={value}
        onChange={onChange}
        options={[...options]}
        {...(problem === null ? {} : { status: 'error' as const })}
        {...(told === undefined ? {} : { 'aria-describedby': `${id}-told` })}
      />
      {told !== undefined && (
        <span id={`${id}-told`} className={problem === null ? 'zq-small zq-faint' : 'zq-field-error'}>
          {told}
        </span>
      )}
    </div>
  );
}
