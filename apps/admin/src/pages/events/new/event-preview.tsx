import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../../components/clause-link.tsx';
import { Derivation, type ExplainedStep } from '../../../components/derivation/derivation.tsx';
import type { EventKind } from '../../../components/events/attribute-input.tsx';
import { FailureText } from '../../../components/failure.tsx';
import { FindingsList } from '../../../components/findings/findings-list.tsx';
import { MarkTag } from '../../../components/marks.tsx';
import { ProvisionalTag } from '../../../components/occurrences/due-text.tsx';
import { StatusTag } from '../../../components/occurrences/status-tag.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { Attributes } from './event-form.tsx';

type Preview = RouterOutputs['events']['preview'];
type Clock = Preview['clocks'][number];

/** What recording the event would start, before it is recorded. Asked for once the typing rests. */
export function EventPreview({ kind, attributes }: { kind: EventKind; attributes: Attributes }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const settled = useSettled(attributes);
  const preview = useQuery(
    trpc.events.preview.queryOptions(
      { organisationId, type: kind.type, attributes: settled },
      { enabled: Object.keys(settled).length > 0, placeholderData: keepPreviousData },
    ),
  );
  if (Object.keys(settled).length === 0) return null;
  return (
    <Card title={t('event.preview.title')} note={t('event.preview.note')} busy={preview.isFetching}>
      {preview.error !== null && <FailureText error={preview.error} />}
      {preview.data !== undefined && <PreviewContent preview={preview.data} />}
    </Card>
  );
}

function PreviewContent({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const say = useSay();
  const affected = preview.licences.filter((licence) => licence.affected);
  return (
    <div className="zq-stack">
      {preview.warnings.length > 0 && <FindingsList findings={preview.warnings} />}
      {preview.levels !== null && (
        <ul className="zq-bullets">
          {preview.levels.notes.map(({ text, mark }) => (
            <li key={text.zh}>
              <MarkTag mark={mark} /> {say(text)}
            </li>
          ))}
        </ul>
      )}
      {affected.length > 0 && (
        <p className="zq-row">
          <span className="zq-muted">{t('event.preview.licences')}</span>
          {affected.map(({ id, number, holder }) => (
            <Link key={id} to="/licences/$licenceId" params={{ licenceId: id }}>
              {number ?? holder ?? id}
            </Link>
          ))}
        </p>
      )}
      {preview.clocks.length === 0 ? (
        <p className="zq-muted">{t(preview.eventOk ? 'event.noClocks' : 'event.preview.incomplete')}</p>
      ) : (
        <ol className="zq-stack">
          {preview.clocks.map((clock) => (
            <ClockLine key={clock.key} clock={clock} />
          ))}
        </ol>
      )}
    </div>
  );
}

function ClockLine({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const say = useSay();
  const { dueAt, dueOn, actBy } = clock;
  return (
    <li className="zq-stack-tight">
      <div className="zq-row">
        <strong>{say(clock.action)}</strong>
        <ClauseLink clause={clock.clause} />
        <MarkTag mark={clock.mark} />
        <StatusTag status={clock.status} />
        {clock.applies === 'unknown' && <Tag tone="unknown">{t('occurrence.dependsOnQuestion')}</Tag>}
      </div>
      <div className="zq-row">
        {dueAt !== null ? <InstantText at={dueAt} /> : dueOn !== null && <DateText date={dueOn} withWeekday />}
        {actBy !== null && dueAt === null && (
          <span className="zq-muted">
            {t('occurrence.column.actBy')} <DateText date={actBy} />
          </span>
        )}
        {clock.provisional && <ProvisionalTag />}
      </div>
      <details className="zq-small">
        <summary>{t('occurrence.page.derivation')}</summary>
        {/* The server sends the steps of the domain as they are; its schema names only what it checks. */}
        <Derivation steps={clock.derivation as ExplainedStep[]} />
      </details>
    </li>
  );
}

const REST_MS = 400;

/** The value once it has not changed for a moment. */
function useSettled(value: Attributes): Attributes {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
