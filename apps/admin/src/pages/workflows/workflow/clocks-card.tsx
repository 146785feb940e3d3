import { useQuery } from '@tanstack/react-query';
import type { ClockStanding } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { Derivation } from '../../../components/derivation/derivation.tsx';
import { SourcesList } from '../../../components/duty/sources-list.tsx';
import { MarkTag } from '../../../components/marks.tsx';
import { ProvisionalTag } from '../../../components/occurrences/due-text.tsx';
import { MarkedNotes } from '../../../components/workflows/marked-notes.tsx';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import type { Tone } from '../../../palette.ts';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';
import { Tag } from '../../../ui/tag.tsx';

/** The server sends the clocks of the domain as they are, each step also in words. */
type Clock = ClockStanding & { steps: { zh: string; en: string }[] };

const TONES: Record<ClockStanding['status'], Tone> = {
  'not-done-at-end': 'neutral',
  'at-once': 'danger',
  running: 'info',
  paused: 'neutral',
  'date-unknown': 'unknown',
  'past-no-record': 'warning',
  met: 'success',
  'met-late': 'danger',
};

/** The limits for us and for the authority, the most urgent first, each with how it is counted. */
export function ClocksCard({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const clocks = work.clocks as unknown as Clock[];
  return (
    <Card title={t('workflow.clocks')} note={t('workflow.clocksNote')}>
      {clocks.length === 0 ? (
        <p className="zq-muted">{t('workflow.clocksNone')}</p>
      ) : (
        <ul>
          {clocks.map((clock) => (
            <ClockRow key={clock.id} clock={clock} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ClockRow({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const say = useSay();
  const { deadline, dueAt, anchor, elapsed, metOn } = clock;
  return (
    <li className="zq-clock zq-stack-tight">
      <div className="zq-row">
        <strong>{say(clock.name)}</strong>
        <MarkTag mark={clock.mark} />
        <Tag tone={TONES[clock.status]}>{t(`workflow.status.${clock.status}`)}</Tag>
        <Tag tone="neutral">{t(`workflow.whose.${clock.whose}`)}</Tag>
      </div>
      {deadline !== null && (
        <div className="zq-row">
          <span>
            {t('workflow.due')}{' '}
            {dueAt === null ? <DateText date={deadline.dueOn} withWeekday /> : <InstantText at={dueAt} />}
          </span>
          {clock.whose === 'applicant' && dueAt === null && (
            <span className="zq-muted">
              {t('workflow.actBy')} <DateText date={deadline.actBy} withWeekday />
            </span>
          )}
          {clock.provisional && <ProvisionalTag />}
        </div>
      )}
      <div className="zq-row zq-small zq-muted">
        {anchor !== null && (
          <span>
            {t('workflow.anchor')} {say(anchor.what)}{' '}
            {anchor.on.length > 10 ? <InstantText at={anchor.on} /> : <DateText date={anchor.on} />}
          </span>
        )}
        {elapsed !== null && (
          <span>
            {elapsed.unit === 'day'
              ? t('workflow.elapsedDays', { count: elapsed.n })
              : t('workflow.elapsedMinutes', { count: elapsed.n })}
          </span>
        )}
        {metOn !== null && (
          <span>
            {t('workflow.metOn')} {metOn.length > 10 ? <InstantText at={metOn} /> : <DateText date={metOn} />}
          </span>
        )}
      </div>
      {clock.asks.length > 0 && <Depends asks={clock.asks} />}
      {clock.alternatives.length > 1 && (
        <ul className="zq-bullets zq-small" aria-label={t('workflow.alternatives')}>
          {clock.alternatives.map((limit) => (
            <li key={limit.id}>
              <DateText date={limit.deadline.dueOn} withWeekday /> <MarkTag mark={limit.mark} />
            </li>
          ))}
        </ul>
      )}
      {clock.silence !== null && (
        <div className="zq-small">
          <span className="zq-muted">{t('workflow.silence')}</span>
          <MarkedNotes notes={[clock.silence]} />
        </div>
      )}
      {clock.notes.length > 0 && <MarkedNotes notes={clock.notes} />}
      <Counting clock={clock} />
    </li>
  );
}

function Depends({ asks }: { asks: readonly string[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const facts = useQuery(trpc.facts.catalogue.queryOptions());
  const words = asks.map((ask) => {
    const fact = facts.data?.items.find(({ key }) => key === ask);
    return fact === undefined ? ask : say(fact.question);
  });
  return <p className="zq-small zq-muted">{t('workflow.dependsOn', { asks: words.join('；') })}</p>;
}

function Counting({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const laws = useQuery(trpc.rulebook.laws.queryOptions());
  const steps = (clock.deadline?.derivation ?? []).map((step, at) => ({
    step,
    text: clock.steps[at] ?? { zh: '', en: '' },
  }));
  return (
    <details className="zq-small">
      <summary>{t('workflow.derivation')}</summary>
      <div className="zq-stack">
        {steps.length > 0 && <Derivation steps={steps} />}
        <SourcesList sources={clock.sources} laws={laws.data?.items ?? []} />
      </div>
    </details>
  );
}
