import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { readLeadDays } from './lead-days.ts';

interface LeadDaysFieldProps {
  value: string;
  onChange: (value: string) => void;
  hint?: string;
}

/** Days ahead, written with commas. */
export function LeadDaysField({ value, onChange, hint }: LeadDaysFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('notice.leadDays')}
      value={value}
      onChange={onChange}
      autoComplete="off"
      hint={hint ?? t('notice.leadDaysHint')}
      problem={readLeadDays(value) === null ? t('notice.leadDaysWrong') : null}
    />
  );
}
