import { type CivilDate, isCivilDate, weekday } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';

/** A day as written everywhere in the product: 2026-11-23, with its weekday where it helps to plan. */
export function DateText({ date, withWeekday = false }: { date: string; withWeekday?: boolean }) {
  const { t } = useTranslation();
  const day = withWeekday && isCivilDate(date) ? weekday(date as CivilDate) : null;
  return (
    <time dateTime={date} className="zq-nowrap">
      {date}
      {day !== null && <span className="zq-faint zq-small"> {t(`time.weekday.${day}`)}</span>}
    </time>
  );
}

const inChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment in Chinese time, 2026-11-23 18:30, wherever the reader sits. */
export function InstantText({ at }: { at: string }) {
  return (
    <time dateTime={at} className="zq-nowrap">
      {inChina.format(new Date(at))}
    </time>
  );
}
