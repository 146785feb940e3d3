import { PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { FormFailure } from '../failure.tsx';
import { StartDrawer } from './start-drawer.tsx';
import type { Offer } from './workflow.ts';

type From = { occurrenceId: string } | { licenceId: string } | { eventId: string };

/** What can be started from an item, a licence or an event, and what is running already. Nothing where there is none. */
export function OffersCard({ from }: { from: From }) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const [starting, setStarting] = useState<Offer | null>(null);
  const offers = useQuery(trpc.workflows.offers.queryOptions({ organisationId, ...from }));
  const items = (offers.data?.items ?? []).filter(({ running }) => canWrite || running !== null);
  if (offers.error !== null) return <FormFailure error={offers.error} title={t('failure.title')} />;
  if (items.length === 0) return null;
  return (
    <Card title={t('workflow.offersTitle')}>
      <ul className="zq-stack-tight">
        {items.map((offer) => (
          <li key={`${offer.kind} ${offer.subject.id}`} className="zq-row">
            {offer.running === null ? (
              <Button icon={<PlayCircleOutlined aria-hidden />} onClick={() => setStarting(offer)}>
                {t('workflow.start', { name: say(offer.name) })}
              </Button>
            ) : (
              <ButtonLink to="/workflows/$workflowId" params={{ workflowId: offer.running }}>
                {t('workflow.running', { name: say(offer.name) })}
              </ButtonLink>
            )}
            <span className="zq-small zq-faint">{offer.subject.label}</span>
          </li>
        ))}
      </ul>
      {starting !== null && <StartDrawer offer={starting} onClose={() => setStarting(null)} />}
    </Card>
  );
}
