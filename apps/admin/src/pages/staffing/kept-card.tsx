import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useScheduled } from '../../components/use-scheduled.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DateText } from '../../ui/date-text.tsx';

type Section = RouterOutputs['roster']['kept']['items'][number];

/** Which lists of the roster are complete, and since when. */
export function KeptCard() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const kept = useQuery(trpc.roster.kept.queryOptions({ organisationId }));
  return (
    <Card title={t('roster.kept.title')} note={t('roster.kept.note')}>
      <FormFailure error={kept.error} title={t('failure.title')} />
      <ul>
        {(kept.data?.items ?? []).map((section) => (
          <SectionRow key={`${section.section} ${section.from}`} section={section} />
        ))}
      </ul>
    </Card>
  );
}

function SectionRow({ section }: { section: Section }) {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const scheduled = useScheduled();
  const [from, setFrom] = useState(section.from);
  const keep = useMutation(
    trpc.roster.keep.mutationOptions({ onSuccess: ({ schedule }) => scheduled(t('roster.kept.saved'), schedule) }),
  );
  const name = say(section.label);
  return (
    <li>
      <div className="zq-kept-row">
        <span>{name}</span>
        {canWrite ? (
          <>
            <DateField label={t('roster.kept.from', { section: name })} value={from} onChange={setFrom} />
            <Button
              size="small"
              aria-label={`${t('roster.kept.set')} ${name}`}
              disabled={from === section.from}
              loading={keep.isPending}
              onClick={() => keep.mutate({ organisationId, section: section.section, from })}
            >
              {t('roster.kept.set')}
            </Button>
          </>
        ) : section.from === null ? (
          <span className="zq-faint">{t('roster.kept.not')}</span>
        ) : (
          <DateText date={section.from} />
        )}
      </div>
      <FormFailure error={keep.error} />
    </li>
  );
}
