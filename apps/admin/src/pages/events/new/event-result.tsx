import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EventKind } from '../../../components/events/attribute-input.tsx';
import { FindingsList } from '../../../components/findings/findings-list.tsx';
import { OccurrenceTable } from '../../../components/occurrences/occurrence-table.tsx';
import { OffersCard } from '../../../components/workflows/offers-card.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** More clocks than one event starts. */
const SHOWN = 20;

interface EventResultProps {
  kind: EventKind;
  result: RouterOutputs['events']['record'];
  onAnother: () => void;
}

/** The event is on record: these clocks run now. */
export function EventResult({ kind, result, onAnother }: EventResultProps) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { schedule, warnings } = result;
  const started = schedule.changes.filter(({ change }) => change === 'added' || change === 'returned');
  // The answer names the duty; which of its acts is due, and at what hour, stands with the item.
  const items = useQueries({
    queries: started
      .slice(0, SHOWN)
      .map(({ occurrenceId }) => trpc.occurrences.get.queryOptions({ organisationId, occurrenceId })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  return (
    <>
      <Notice
        tone="success"
        live
        title={t('event.recordedTitle', { name: say(kind.name) })}
        actions={
          <>
            <Button onClick={onAnother}>{t('event.another')}</Button>
            <ButtonLink to="/events">{t('event.toList')}</ButtonLink>
          </>
        }
      />
      {warnings.length > 0 && (
        <Card>
          <FindingsList findings={warnings} />
        </Card>
      )}
      <OffersCard from={{ eventId: result.eventId }} />
      <Card flush title={t('event.clocks')}>
        {started.length === 0 ? (
          <p className="zq-card-text zq-muted">{t(schedule.pending ? 'event.pending' : 'event.noClocks')}</p>
        ) : (
          <OccurrenceTable rows={items} without={['licence']} />
        )}
      </Card>
    </>
  );
}
