import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import '../../ui/text-field.css';

interface MomentFieldProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  max: string;
}

/** A moment by the clock on the wall in China, whatever zone the device is set to. */
export function MomentField({ label, value, onChange, max }: MomentFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="zq-text-field">
      <label htmlFor={id}>
        {label} <span className="zq-faint zq-small">{t('time.timeHint')}</span>
      </label>
      <DatePicker
        id={id}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        placeholder={t('time.pickDate')}
        maxDate={dayjs(max).endOf('day')}
        value={value === null ? null : dayjs(value.slice(0, 16))}
        onChange={(moment) => onChange(moment === null ? null : `${moment.format('YYYY-MM-DDTHH:mm')}:00+08:00`)}
      />
    </div>
  );
}
