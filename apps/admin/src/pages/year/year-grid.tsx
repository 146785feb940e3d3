import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../components/clause-link.tsx';
import { STATUS_LOOK } from '../../components/occurrences/status-tag.tsx';
import { type YearCell, yearRows } from '../../components/year/year-rows.ts';
import { useSay } from '../../i18n/language.ts';
import type { RouterOutputs } from '../../trpc.ts';
import './year.css';

export type YearOccurrence = RouterOutputs['occurrences']['year']['items'][number];

export const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

interface YearGridProps {
  year: number;
  items: readonly YearOccurrence[];
  today: string;
  /** Last day that a holiday notice covers. */
  coveredTo: string;
  onDay: (day: string) => void;
}

/** Twelve months by items: a table, so that a screen reader can say row and month of each date. */
export function YearGrid({ year, items, today, coveredTo, onDay }: YearGridProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="zq-year-frame" role="region" aria-label={t('occurrence.year.title')} tabIndex={0}>
      <table className="zq-year-table">
        <thead>
          <tr>
            <th scope="col">{t('occurrence.year.item')}</th>
            {MONTHS.map((month) => {
              const last = `${year}-${month.padStart(2, '0')}-31`;
              return (
                <th
                  key={month}
                  scope="col"
                  data-now={today.startsWith(last.slice(0, 7))}
                  data-provisional={last.slice(0, 7) > coveredTo.slice(0, 7)}
                >
                  {t(`time.month.${month}`)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {yearRows(items, year).map(({ key, clause, action, cells }) => (
            <tr key={key}>
              <th scope="row">
                {say(action)}
                <div className="zq-small">
                  <ClauseLink clause={clause} />
                </div>
              </th>
              {cells.map((cell, month) => (
                <td key={MONTHS[month]}>
                  <Cell cell={cell} onDay={onDay} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, onDay }: { cell: YearCell<YearOccurrence>; onDay: (day: string) => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const days = [...Map.groupBy(cell.due, ({ dueOn }) => dueOn ?? '')];
  return (
    <div className="zq-year-cell" data-open={cell.open}>
      {cell.open && <span className="zq-sr-only">{t('occurrence.year.window')}</span>}
      {days.map(([day, [first, ...more]]) => (
        <button
          key={day}
          type="button"
          className="zq-year-day"
          data-tone={first && STATUS_LOOK[first.status].tone}
          data-provisional={first?.provisional}
          aria-label={`${shown(day, more)}: ${t('occurrence.year.cell', {
            date: day,
            title: first === undefined ? '' : say(first.action),
          })}`}
          onClick={() => onDay(day)}
        >
          {shown(day, more)}
        </button>
      ))}
    </div>
  );
}

/** Day of the month, and how many items fall on it if more than one. */
function shown(day: string, more: readonly unknown[]): string {
  return `${Number(day.slice(8))}${more.length > 0 ? ` ×${more.length + 1}` : ''}`;
}
