import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';

/** Shown while a date on the books rests on days no notice covers; gone when none does. */
export function ProvisionalNotice() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data: coverage } = useSuspenseQuery(trpc.calendar.coverage.queryOptions());
  const { data: items } = useSuspenseQuery(
    trpc.occurrences.list.queryOptions({ organisationId, provisional: true, limit: 1 }),
  );
  if (items.items.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t('home.provisionalTitle', { from: coverage.coversTo })}
      actions={
        <Link to="/occurrences" search={{ provisional: true }}>
          {t('home.provisionalLink')}
        </Link>
      }
    >
      {t('home.provisionalText')}
    </Notice>
  );
}
