import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

interface InstantFieldProps {
  id: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** Last day that can be chosen. */
  max: string | undefined;
}

/** A moment on the clocks of China, whatever zone the device is set to. */
export function InstantField({ id, value, onChange, max }: InstantFieldProps) {
  const { t } = useTranslation();
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder={t('time.pickDate')}
      {...(max === undefined ? {} : { maxDate: dayjs(max).endOf('day') })}
      value={value === null ? null : dayjs(value.slice(0, 16))}
      onChange={(moment) => onChange(moment === null ? null : `${moment.format('YYYY-MM-DDTHH:mm')}:00+08:00`)}
    />
  );
}
