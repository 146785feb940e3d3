import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { DateField } from '../../ui/date-field.tsx';

type Insurance = { from: string; to: string | null } | 'none' | null;

interface InsuranceFieldProps {
  id: string;
  value: Insurance;
  onChange: (value: Insurance) => void;
}

/** Whether the company itself pays social insurance, and since when. */
export function InsuranceField({ id, value, onChange }: InsuranceFieldProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const period = typeof value === 'object' ? value : null;
  const chosen = value === 'none' ? 'none' : period === null ? 'unknown' : 'period';
  return (
    <div className="zq-stack-tight">
      <Radio.Group
        id={id}
        value={chosen}
        onChange={({ target }) =>
          onChange(target.value === 'none' ? 'none' : target.value === 'period' ? { from: today, to: null } : null)
        }
        options={[
          { value: 'period', label: t('roster.choice.insurancePeriod') },
          { value: 'none', label: t('roster.choice.insuranceNone') },
          { value: 'unknown', label: t('roster.notRecorded') },
        ]}
      />
      {period !== null && (
        <div className="zq-row">
          <DateField
            label={t('roster.field.from')}
            value={period.from}
            onChange={(from) => onChange({ ...period, from: from ?? today })}
          />
          <span aria-hidden>～</span>
          <DateField label={t('roster.field.to')} value={period.to} onChange={(to) => onChange({ ...period, to })} />
        </div>
      )}
    </div>
  );
}
