import { Radio } from 'antd';

interface RadioFieldProps<Value extends string> {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}

/** One of a few that are all in sight. */
export function RadioField<Value extends string>({ label, value, onChange, options }: RadioFieldProps<Value>) {
  return (
    <fieldset className="zq-fieldset">
      <legend>{label}</legend>
      <Radio.Group value={value} onChange={({ target }) => onChange(target.value as Value)} options={[...options]} />
    </fieldset>
  );
}
