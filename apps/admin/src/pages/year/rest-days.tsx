import { useTranslation } from 'react-i18next';
import { holidayName } from '../../components/holiday-name.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import './rest-days.css';

/** The holidays and make-up days of the year, which move due dates. */
export function RestDays({ days }: { days: RouterOutputs['occurrences']['year']['restDays'] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (days.length === 0) return null;
  return (
    <Card title={t('occurrence.year.restTitle')}>
      <ul className="zq-rest-days">
        {days.map(({ on, until, kind, name }) => (
          <li key={on}>
            <DateText date={on} withWeekday />
            {until !== undefined && (
              <>
                {' ～ '}
                <DateText date={until} withWeekday />
              </>
            )}{' '}
            {kind === 'make-up'
              ? t('occurrence.year.makeUp', { name: holidayName(name, language) })
              : holidayName(name, language)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
