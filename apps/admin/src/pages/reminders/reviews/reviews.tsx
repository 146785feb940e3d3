import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { MarkTag } from '../../../components/marks.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { Table } from '../../../ui/table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { RhythmDialog } from './rhythm-dialog.tsx';

type Rhythms = RouterOutputs['reviews']['rhythms'];

/** How often each standing duty is reviewed: by the company's rhythm or by its own. */
export function Reviews() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const { data } = useSuspenseQuery(trpc.reviews.rhythms.queryOptions({ organisationId }));
  const [editing, setEditing] = useState<Rhythms['duties'][number] | 'company' | null>(null);
  const textOf = ({ everyMonths, firstOn, off }: { everyMonths: number; firstOn: string | null; off: boolean }) =>
    off
      ? t('notice.reviewNone')
      : [t('notice.reviewMonths', { count: everyMonths }), firstOn].filter((part) => part !== null).join(' · ');
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('notice.reviewsText')}</p>
      <Card
        title={t('notice.reviewCompany')}
        extra={canWrite && <Button onClick={() => setEditing('company')}>{t('notice.reviewChange')}</Button>}
      >
        <span className="zq-row">
          {textOf(data.company)} <MarkTag mark={data.mark} />
        </span>
      </Card>
      <Card flush label={t('notice.tab.reviews')}>
        <Table
          caption={t('notice.tab.reviews')}
          rows={data.duties}
          rowKey={({ dutyId }) => dutyId}
          columns={[
            {
              key: 'duty',
              title: t('notice.reviewColumn.duty'),
              lead: true,
              cell: ({ title, clause }) => (
                <span className="zq-row">
                  {say(title)} <ClauseLink clause={clause} />
                </span>
              ),
            },
            {
              key: 'rhythm',
              title: t('notice.reviewColumn.rhythm'),
              cell: ({ own, effective }) => (
                <span className="zq-row">
                  {textOf(effective)}
                  {own !== null && <Tag tone="info">{t('notice.reviewOwn')}</Tag>}
                </span>
              ),
            },
            {
              key: 'next',
              title: t('notice.reviewColumn.next'),
              nowrap: true,
              cell: ({ nextOn }) => (nextOn === null ? null : <DateText date={nextOn} withWeekday />),
            },
            {
              key: 'actions',
              title: t('notice.reviewColumn.actions'),
              cell: (duty) =>
                canWrite ? (
                  <Button
                    size="small"
                    aria-label={`${t('notice.reviewChange')}：${say(duty.title)}`}
                    onClick={() => setEditing(duty)}
                  >
                    {t('notice.reviewChange')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </Card>
      {editing !== null && (
        <RhythmDialog
          title={editing === 'company' ? t('notice.reviewCompany') : say(editing.title)}
          dutyId={editing === 'company' ? null : editing.dutyId}
          version={editing === 'company' ? data.company.version : editing.version}
          rhythm={editing === 'company' ? data.company : editing.effective}
          follows={editing !== 'company' && editing.own === null}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
