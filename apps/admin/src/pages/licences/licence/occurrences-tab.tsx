import { ScheduleOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OccurrenceTable } from '../../../components/occurrences/occurrence-table.tsx';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

/** The first items of this licence; the list page has the rest, with filters. */
export function OccurrencesTab({ licenceId }: { licenceId: string }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(
    trpc.occurrences.list.queryOptions({
      organisationId,
      licenceId,
      status: ['at-once', 'open', 'upcoming', 'uncertain'],
      limit: 30,
    }),
  );
  return (
    <Card flush label={t('licence.tab.occurrences')}>
      {data.items.length === 0 ? (
        <EmptyState
          icon={<ScheduleOutlined />}
          title={t('licence.noComing')}
          text={t('licence.noComingText')}
          action={
            <ButtonLink to="/occurrences" search={{ licence: licenceId }}>
              {t('licence.allItems')}
            </ButtonLink>
          }
        />
      ) : (
        <OccurrenceTable
          rows={data.items}
          without={['licence']}
          foot={
            <ButtonLink to="/occurrences" search={{ licence: licenceId }}>
              {t('licence.allItems')}
            </ButtonLink>
          }
        />
      )}
    </Card>
  );
}
