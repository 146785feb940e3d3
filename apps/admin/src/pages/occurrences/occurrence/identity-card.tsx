import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLicenceNames } from '../../../components/licence-names.ts';
import type { RouterOutputs } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { DetailsList } from '../../../ui/details-list.tsx';
import { Tag } from '../../../ui/tag.tsx';

type Occurrence = RouterOutputs['occurrences']['get'];

/** By which rule and version the date stands, so that an old date can still be explained years later. */
export function IdentityCard({ occurrence }: { occurrence: Occurrence }) {
  const { t } = useTranslation();
  const { nameOf } = useLicenceNames();
  return (
    <Card title={t('occurrence.page.identity')}>
      <DetailsList
        items={[
          {
            label: t('occurrence.column.licence'),
            value: occurrence.licenceIds.map((id) => (
              <div key={id}>
                <Link to="/licences/$licenceId" params={{ licenceId: id }}>
                  {nameOf(id)}
                </Link>
              </div>
            )),
          },
          { label: t('occurrence.page.ruleVersion'), value: occurrence.ruleVersion },
          { label: t('occurrence.page.dutyKey'), value: <code className="zq-small">{occurrence.key}</code> },
          { label: t('occurrence.page.firstSeen'), value: <InstantText at={occurrence.firstSeenAt} /> },
        ]}
      />
    </Card>
  );
}

export function HistoryCard({ occurrence }: { occurrence: Occurrence }) {
  const { t } = useTranslation();
  if (occurrence.history.length === 0) return null;
  return (
    <Card title={t('occurrence.page.history')}>
      <ol className="zq-stack-tight">
        {occurrence.history.map(({ at, runId, change, before, after, reason }) => (
          <li key={`${runId} ${change}`}>
            <div className="zq-row">
              <Tag tone={change === 'removed' ? 'warning' : 'info'}>{t(`occurrence.page.change.${change}`)}</Tag>
              <span className="zq-small zq-faint">
                <InstantText at={at} />
              </span>
            </div>
            {change === 'moved' && (
              <div className="zq-num">
                {t('occurrence.page.changeMoved', { before: before?.dueOn ?? '', after: after?.dueOn ?? '' })}
              </div>
            )}
            <div className="zq-small zq-muted">{t(`occurrence.page.reason.${reason}`)}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
