import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OccurrenceTable } from '../../components/occurrences/occurrence-table.tsx';
import { listInput, type OccurrenceSearch } from '../../components/occurrences/search.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';

const SHOWN = 5;
const TO_DO: OccurrenceSearch = { assignee: 'me', work: ['open', 'prepared'] };
const TO_DECIDE: OccurrenceSearch = { waiver: true };

/** What is in the hands of the person who is signed in, and what waits for their word. Nothing of it: nothing shown. */
export function MyItems() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite, canAdminister, organisation } = useSession();
  const [mine, waiting] = useSuspenseQueries({
    queries: [TO_DO, TO_DECIDE].map((filter) =>
      trpc.occurrences.list.queryOptions({ ...listInput(organisationId, filter), limit: SHOWN }),
    ),
  });
  const decides = canWrite && (canAdminister || organisation.role === 'consultant');
  const cards = [
    { key: 'mine' as const, rows: mine?.data.items ?? [], search: TO_DO },
    { key: 'waiting' as const, rows: decides ? (waiting?.data.items ?? []) : [], search: TO_DECIDE },
  ].filter(({ rows }) => rows.length > 0);
  return cards.map(({ key, rows, search }) => (
    <Card
      key={key}
      flush
      title={t(`home.${key}Title`)}
      note={t(`home.${key}Note`)}
      extra={
        <Link to="/occurrences" search={search}>
          {t('home.allItems')}
        </Link>
      }
    >
      <OccurrenceTable rows={rows} without={['mark', 'actBy']} />
    </Card>
  ));
}
