import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { NoticeTable } from '../../../components/notices/notice-table.tsx';
import { useItemNotices } from '../../../components/notices/use-item-notices.ts';
import { Card } from '../../../ui/card.tsx';

/** Whom this item was told to, when it arrived and was read: the latest, and the way to the whole of it. */
export function NoticesCard({ occurrenceId }: { occurrenceId: string }) {
  const { t } = useTranslation();
  const { rows, error, isPending } = useItemNotices(occurrenceId);
  return (
    <Card
      flush
      title={t('notice.itemTitle')}
      note={t('notice.itemNote')}
      extra={
        <Link to="/occurrences/$occurrenceId/notices" params={{ occurrenceId }} className="zq-no-print">
          {t('notice.toProof')}
        </Link>
      }
    >
      <FormFailure error={error} title={t('failure.title')} />
      {rows.length === 0 ? (
        !isPending && <p className="zq-muted zq-card-text">{t('notice.itemNone')}</p>
      ) : (
        <NoticeTable rows={rows.slice(0, 10)} />
      )}
    </Card>
  );
}
