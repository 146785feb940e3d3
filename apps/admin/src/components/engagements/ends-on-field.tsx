import { addDays, addYears, type CivilDate, isCivilDate } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { DateField } from '../../ui/date-field.tsx';

/** An engagement lasts three years at most: then it is asked for again. */
const MAX_YEARS = 3;

/** Where a period ends when nobody says otherwise: after a year. */
export function useUsualEnd(): CivilDate | null {
  const { today } = useSession();
  return isCivilDate(today) ? addDays(addYears(today, 1), -1) : null;
}

interface EndsOnFieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  tried: boolean;
  /** What the server said about it. */
  refused?: string | null;
}

/** The last day of a period, by which the other side may work. */
export function EndsOnField({ value, onChange, tried, refused = null }: EndsOnFieldProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const last = isCivilDate(today) ? addDays(addYears(today, MAX_YEARS), -1) : undefined;
  const problem = tried && value === null ? t('time.pickDate') : refused;
  return (
    <div className="zq-text-field">
      <span>{t('access.endsOn')}</span>
      <DateField
        label={t('access.endsOn')}
        value={value}
        onChange={onChange}
        min={today}
        max={last}
        invalid={problem !== null}
      />
      {problem !== null && <span className="zq-field-error">{problem}</span>}
    </div>
  );
}
