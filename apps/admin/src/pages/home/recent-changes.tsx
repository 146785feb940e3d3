import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEffectText } from '../../components/schedule/effect.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import './recent-changes.css';

type Run = RouterOutputs['schedule']['runs']['items'][number];

const SHOWN = 4;

/** What changed in the schedule lately, why, and by whose doing; nothing moves without a word about it. */
export function RecentChanges() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(trpc.schedule.runs.queryOptions({ organisationId, limit: SHOWN }));
  if (data.items.length === 0) return null;
  return (
    <Card flush title={t('home.changesTitle')} note={t('home.changesNote')}>
      <ul className="zq-runs">
        {data.items.map((run) => (
          <li key={run.id}>
            <RunLine run={run} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RunLine({ run }: { run: Run }) {
  const { t } = useTranslation();
  const effectText = useEffectText();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <InstantText at={run.at} />
        <span>{t(`occurrence.page.reason.${run.reason}`)}</span>
        <span className="zq-muted">{effectText({ ...run, pending: false })}</span>
        <span className="zq-faint">{run.by?.name ?? t('state.bySystem')}</span>
      </summary>
      {open && <RunChanges runId={run.id} />}
    </details>
  );
}

function RunChanges({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { data } = useQuery(trpc.schedule.run.queryOptions({ organisationId, runId }));
  if (data === undefined) return <p className="zq-muted zq-run-changes">{t('state.loading')}</p>;
  return (
    <ul className="zq-run-changes">
      {data.changes.map(({ occurrenceId, change, title, before, after }) => (
        <li key={occurrenceId} className="zq-row">
          <Tag tone={change === 'removed' ? 'warning' : 'info'}>{t(`occurrence.page.change.${change}`)}</Tag>
          <Link to="/occurrences/$occurrenceId" params={{ occurrenceId }}>
            {say(title)}
          </Link>
          <span className="zq-num zq-faint">
            {change === 'moved'
              ? t('occurrence.page.changeMoved', { before: before ?? '', after: after ?? '' })
              : (after ?? before)}
          </span>
        </li>
      ))}
    </ul>
  );
}
