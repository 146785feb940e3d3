import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { DetailsList } from '../../ui/details-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { holidayBlocks } from '../../components/holiday-blocks.ts';
import { holidayName } from '../../components/holiday-name.ts';
import './calendar.css';

type Notices = RouterOutputs['calendar']['coverage']['notices'];

/** The holiday notices that working days are counted by, so that every roll can be checked against its source. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(trpc.calendar.coverage.queryOptions());
  return (
    <Page title={t('rulebook.calendar.title')} lead={t('rulebook.calendar.lead')}>
      <Notice tone="info" title={t('rulebook.calendar.coverage', { from: data.coversFrom, to: data.coversTo })}>
        {t('rulebook.calendar.outside')}
      </Notice>
      {data.notices.toReversed().map((notice) => (
        <NoticeCard key={notice.year} notice={notice} />
      ))}
    </Page>
  );
}

function NoticeCard({ notice }: { notice: Notices[number] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <Card title={t('rulebook.calendar.notice', { year: notice.year })} note={<span lang="zh-CN">{notice.title}</span>}>
      <div className="zq-stack">
        <DetailsList
          items={[
            { label: t('rulebook.calendar.number'), value: notice.number ?? t('state.unknown') },
            {
              label: t('rulebook.calendar.published'),
              value: notice.publishedOn === null ? t('state.unknown') : <DateText date={notice.publishedOn} />,
            },
            {
              label: t('rulebook.calendar.covers'),
              value: (
                <span className="zq-num">{t('time.range', { from: notice.coversFrom, to: notice.coversTo })}</span>
              ),
            },
            { label: t('rulebook.calendar.source'), value: <Source text={notice.source} /> },
          ]}
        />
        <div className="zq-days">
          <section aria-label={t('rulebook.calendar.off')}>
            <h3>{t('rulebook.calendar.off')}</h3>
            <ul>
              {holidayBlocks(notice.off).map(({ on, until, name, statutory }) => (
                <li key={on}>
                  <DateText date={on} withWeekday />
                  {until !== on && (
                    <>
                      {' ～ '}
                      <DateText date={until} withWeekday />
                    </>
                  )}{' '}
                  {holidayName(name, language)}
                  {statutory.length > 0 && (
                    <div className="zq-small zq-faint">
                      {t('rulebook.calendar.statutory', {
                        days: statutory.map((day) => day.slice(5)).join(t('rulebook.calendar.joiner')),
                      })}
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <section aria-label={t('rulebook.calendar.work')}>
            <h3>{t('rulebook.calendar.work')}</h3>
            <ul>
              {notice.work.map(({ date, name }) => (
                <li key={date}>
                  <DateText date={date} withWeekday /> {holidayName(name, language)}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Card>
  );
}

function Source({ text }: { text: string }) {
  if (!text.startsWith('https://')) return text;
  return (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
