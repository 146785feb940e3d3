import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';

const FIELDS = { idNumber: 'people.idNumber', phone: 'people.phones', email: 'people.email' } as const;

/** Who saw a number in full or took the data out, when and why. */
export function AccessCard({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const log = useQuery(trpc.people.accessLog.queryOptions({ organisationId, personId }));
  const nameOf = (field: string | null) =>
    field !== null && field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : '';
  return (
    <Card title={t('people.accessLog')}>
      <FormFailure error={log.error} title={t('failure.title')} />
      {log.data?.items.length === 0 && <p className="zq-muted">{t('people.accessNone')}</p>}
      <ul className="zq-bullets">
        {(log.data?.items ?? []).map(({ at, by, action, field, reason }) => (
          <li key={`${at} ${action} ${field}`}>
            {t(`people.access.${action}`, { field: nameOf(field) })}
            {reason !== null && <span className="zq-muted"> · {reason}</span>}
            <div className="zq-small zq-faint">
              {by?.name ?? t('state.bySystem')} <InstantText at={at} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
