import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/occurrences/status-tag.tsx';
import { useSay } from '../../i18n/language.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { MONTHS, type YearOccurrence } from './year-grid.tsx';

/** The same year on a phone: month by month, because twelve columns do not fit. */
export function MonthList({ items }: { items: readonly YearOccurrence[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="zq-stack">
      {MONTHS.map((month) => {
        const due = items.filter(({ dueOn }) => dueOn?.slice(5, 7) === month.padStart(2, '0'));
        if (due.length === 0) return null;
        const title = t('occurrence.year.month', { month: t(`time.month.${month}`), count: due.length });
        return (
          <Card key={month} flush title={title}>
            <ul className="zq-month-list">
              {due.map(({ id, dueOn, action, status }) => (
                <li key={id}>
                  {dueOn !== null && <DateText date={dueOn} />}
                  <div className="zq-stack-tight">
                    <Link to="/occurrences/$occurrenceId" params={{ occurrenceId: id }}>
                      {say(action)}
                    </Link>
                    <div>
                      <StatusTag status={status} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
    </div>
  );
}
