import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readDays } from './read-days.ts';
import '../../ui/text-field.css';

interface DaysFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  missing: boolean;
}

/** Days to type or paste, one a line; the first line that is none is named below. */
export function DaysField({ label, hint, value, onChange, missing }: DaysFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [wrong] = readDays(value).wrong;
  const problem = wrong !== undefined ? t('operator.lineWrong', wrong) : missing ? t('operator.required') : null;
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={8}
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-told`}
        {...(problem === null ? {} : { status: 'error' as const })}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-told`} className={problem === null ? 'zq-small zq-faint' : 'zq-field-error'}>
        {problem ?? hint}
      </span>
    </div>
  );
}
