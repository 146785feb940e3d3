import { CoffeeOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OccurrenceTable } from '../../components/occurrences/occurrence-table.tsx';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

const SHOWN = 8;

/** The next items by date. Items of the past have their tile; here they would hide what can still be done in time. */
export function NextItems() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { today } = useSession();
  const { data } = useSuspenseQuery(trpc.occurrences.list.queryOptions({ organisationId, from: today, limit: SHOWN }));
  return (
    <Card
      flush
      title={t('home.nextTitle')}
      note={t('home.nextNote')}
      extra={
        <Link to="/occurrences" search={{ from: today }}>
          {t('home.allItems')}
        </Link>
      }
    >
      {data.items.length === 0 ? (
        <EmptyState icon={<CoffeeOutlined />} title={t('home.nothingTitle')} text={t('home.nothingText')} />
      ) : (
        <OccurrenceTable rows={data.items} without={['mark']} />
      )}
    </Card>
  );
}
