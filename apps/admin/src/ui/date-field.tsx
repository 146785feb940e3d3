import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

interface DateFieldProps {
  /** YYYY-MM-DD, null when empty. */
  value: string | null;
  onChange: (value: string | null) => void;
  id?: string | undefined;
  label?: string;
  disabled?: boolean;
  invalid?: boolean;
  /** First and last day that can be chosen. */
  min?: string | undefined;
  max?: string | undefined;
}

/** One civil day. It can be typed in the forms people paste, and is text outside: no time, no zone. */
export function DateField({ value, onChange, id, label, disabled = false, invalid = false, min, max }: DateFieldProps) {
  const { t } = useTranslation();
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(invalid ? { status: 'error' as const } : {})}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange(day === null ? null : day.format('YYYY-MM-DD'))}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']}
      placeholder={t('time.pickDate')}
      disabled={disabled}
      inputReadOnly={false}
    />
  );
}
