import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonSelect } from './person-select.tsx';
import './roster.css';

interface Hours {
  weekday: number;
  start: string;
  end: string;
  personId?: string | null;
}

interface HoursEditorProps {
  value: readonly Hours[];
  onChange: (value: Hours[]) => void;
  /** Each row names who works then. */
  withPerson: boolean;
  names: Readonly<Record<string, string>>;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Weekly hours, one row each; a rota also says who. */
export function HoursEditor({ value, onChange, withPerson, names }: HoursEditorProps) {
  const { t } = useTranslation();
  const set = (at: number, change: Partial<Hours>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const add = () => {
    const last = value.at(-1);
    const weekday = last === undefined ? 1 : (last.weekday % 7) + 1;
    const row = { weekday, start: last?.start ?? '09:00', end: last?.end ?? '18:00' };
    onChange([...value, withPerson ? { ...row, personId: last?.personId ?? null } : row]);
  };
  return (
    <div className="zq-stack-tight">
      <span className="zq-small zq-faint">{t('roster.hoursHint')}</span>
      {value.map((row, at) => (
        // Rows have no identity of their own but their place.
        <div key={at} className="zq-roster-row" role="group" aria-label={t('roster.row', { n: at + 1 })}>
          <Select
            aria-label={t('roster.weekday')}
            value={row.weekday}
            onChange={(weekday) => set(at, { weekday })}
            options={WEEKDAYS.map((day) => ({ value: day, label: t(`time.weekday.${day}`) }))}
          />
          <Input
            aria-label={t('roster.start')}
            value={row.start}
            onChange={({ target }) => set(at, { start: target.value })}
          />
          <Input
            aria-label={t('roster.endTime')}
            value={row.end}
            onChange={({ target }) => set(at, { end: target.value })}
          />
          {withPerson && (
            <PersonSelect
              label={t('roster.field.personId')}
              value={row.personId ?? null}
              onChange={(personId) => set(at, { personId })}
              names={names}
            />
          )}
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('roster.removeRow', { n: at + 1 })}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('roster.addHours')}
        </Button>
      </div>
    </div>
  );
}
