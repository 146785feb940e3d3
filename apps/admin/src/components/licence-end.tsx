import { useTranslation } from 'react-i18next';
import { useSession } from '../session.tsx';
import { DateText } from '../ui/date-text.tsx';

interface PrintedDateProps {
  date: string | null;
  /** The words of the document, where they are no date. */
  printed: string | null;
}

/** A date of a licence: as it is, in the words of the document where they are no date, or not printed. */
export function PrintedDate({ date, printed }: PrintedDateProps) {
  const { t } = useTranslation();
  if (date !== null) return <DateText date={date} />;
  return (
    <span className="zq-faint">{printed === null ? t('state.notPrinted') : t('state.noSuchDay', { printed })}</span>
  );
}

/** How far the printed end is; of a licence that was renewed its state says more. */
export function DaysToEnd({ validTo, daysLeft }: { validTo: string | null; daysLeft: number | null }) {
  const { t } = useTranslation();
  const { today } = useSession();
  if (validTo === null || daysLeft === null || (validTo < today && daysLeft >= 0)) return null;
  return (
    <span className="zq-small zq-faint">
      {daysLeft >= 0 ? t('time.daysLeft', { count: daysLeft }) : t('time.daysOver', { count: -daysLeft })}
    </span>
  );
}
