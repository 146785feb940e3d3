import { Link } from '@tanstack/react-router';
import { type CivilDate, daysBetween } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../components/clause-link.tsx';
import { MarkTag } from '../../components/marks.tsx';
import { ProvisionalTag } from '../../components/occurrences/due-text.tsx';
import { useRosterWords } from '../../components/roster/use-record-text.ts';
import { useSay } from '../../i18n/language.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { DateText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Gaps = RouterOutputs['staffing']['gaps'];
type Gap = Gaps['items'][number];

/** Gaps, earliest first, each with its place in the time looked at. */
export function GapTable({ asOf, until, items }: Gaps) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useRosterWords();
  const columns: Column<Gap>[] = [
    {
      key: 'gap',
      title: t('staffing.gap'),
      lead: true,
      cell: (gap) => (
        <div>
          {gap.occurrenceId === null ? (
            <strong>{say(gap.title)}</strong>
          ) : (
            <Link to="/occurrences/$occurrenceId" params={{ occurrenceId: gap.occurrenceId }}>
              {say(gap.title)}
            </Link>
          )}
          <div className="zq-row zq-small zq-faint">
            {gap.check}
            {gap.clause !== null && <ClauseLink clause={gap.clause} />}
            {gap.mark !== null && <MarkTag mark={gap.mark} />}
            {gap.province !== null && words.province(gap.province)}
          </div>
        </div>
      ),
    },
    {
      key: 'from',
      title: t('roster.column.period'),
      cell: (gap) => (
        <div className="zq-stack-tight">
          <span>
            <DateText date={gap.from} /> ～ {gap.to === null ? t('roster.openEnd') : <DateText date={gap.to} />}
          </span>
          <Bar from={gap.from} to={gap.to} asOf={asOf} until={until} />
          <span className="zq-small zq-muted">{t('staffing.worst', { count: gap.worst })}</span>
        </div>
      ),
    },
    {
      key: 'why',
      title: t('staffing.causes'),
      cell: (gap) => (
        <div className="zq-small">
          <p>{say(gap.because)}</p>
          <ul className="zq-bullets">
            {gap.causes.map((cause) => (
              <li key={`${cause.kind} ${cause.recordId ?? ''} ${cause.person?.id ?? ''}`}>
                {say(cause.text)}{' '}
                {cause.person !== null && (
                  <Link to="/people/$personId" params={{ personId: cause.person.id }}>
                    {cause.person.name}
                  </Link>
                )}
              </li>
            ))}
          </ul>
          {!gap.asLaw && <p className="zq-faint">{t('staffing.notAsLaw')}</p>}
        </div>
      ),
    },
    {
      key: 'fill',
      title: t('staffing.fillBy'),
      nowrap: true,
      cell: (gap) => (
        <div className="zq-row">
          <DateText date={gap.dueOn} withWeekday />
          <MarkTag mark={gap.dueMark} />
          {gap.provisional && <ProvisionalTag />}
        </div>
      ),
    },
  ];
  return <Table caption={t('staffing.tab.gaps')} columns={columns} rows={items} rowKey={({ key }) => key} />;
}

interface BarProps {
  from: string;
  to: string | null;
  asOf: string;
  until: string;
}

/** Where in the time looked at a gap lies. The days beside it say the same in words. */
function Bar({ from, to, asOf, until }: BarProps) {
  const days = (a: string, b: string) => daysBetween(a as CivilDate, b as CivilDate);
  const all = Math.max(1, days(asOf, until));
  const start = Math.max(0, (days(asOf, from) / all) * 100);
  const end = to === null ? 100 : Math.min(100, (days(asOf, to) / all) * 100);
  return (
    <div className="zq-gap-bar" aria-hidden>
      <div style={{ left: `${start}%`, width: `${Math.max(1, end - start)}%` }} />
    </div>
  );
}
