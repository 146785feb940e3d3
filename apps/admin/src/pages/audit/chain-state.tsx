import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { DetailsList } from '../../ui/details-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { HeadMail } from './head-mail.tsx';

/** What the nightly verification found, and the hash that a copy elsewhere can be held against. */
export function ChainState() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { data, error } = useQuery(trpc.audit.status.queryOptions({ organisationId }));
  if (data === undefined) return <FormFailure error={error} title={t('failure.title')} />;
  const { head, lastCheck } = data;
  const tag =
    lastCheck === null ? (
      <Tag tone="neutral">{t('audit.chainUnchecked')}</Tag>
    ) : lastCheck.intact ? (
      <Tag tone="success">{t('audit.chainIntact')}</Tag>
    ) : (
      <Tag tone="danger">{t('audit.chainBroken')}</Tag>
    );
  return (
    <Card title={t('audit.chainTitle')} extra={tag}>
      <div className="zq-stack">
        {lastCheck === null && <p className="zq-muted">{t('audit.chainUncheckedText')}</p>}
        {lastCheck?.intact === true && (
          <p className="zq-muted">
            {t(lastCheck.anchored ? 'audit.chainIntactText' : 'audit.chainIntactNoAnchor', {
              count: lastCheck.entries,
            })}
          </p>
        )}
        {lastCheck !== null && lastCheck.problem !== null && <Notice tone="danger" title={say(lastCheck.problem)} />}
        <DetailsList
          items={[
            ...(lastCheck === null ? [] : [{ label: t('audit.checkedAt'), value: <InstantText at={lastCheck.at} /> }]),
            ...(head === null
              ? []
              : [
                  {
                    label: t('audit.head'),
                    value: (
                      <>
                        {t('audit.headText', { seq: head.seq })} <code className="zq-small zq-faint">{head.hash}</code>
                      </>
                    ),
                  },
                ]),
            { label: t('audit.headMail'), value: <HeadMail /> },
          ]}
        />
      </div>
    </Card>
  );
}
