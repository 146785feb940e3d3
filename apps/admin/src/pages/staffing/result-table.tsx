import { useTranslation } from 'react-i18next';
import { ClauseLink } from '../../components/clause-link.tsx';
import { MarkTag } from '../../components/marks.tsx';
import { useRosterWords } from '../../components/roster/use-record-text.ts';
import { useSay } from '../../i18n/language.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { Asks } from './asks.tsx';
import { CoveredBy } from './covered-by.tsx';
import { OutcomeTag } from './outcome-tag.tsx';
import { Requirements } from './requirements.tsx';
import type { StaffingResult } from './staffing-result.ts';

/** Each check: what it asks for, how it came out and why, who covers it, what is still to be said. */
export function ResultTable({ rows, licenceId }: { rows: readonly StaffingResult[]; licenceId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useRosterWords();
  const columns: Column<StaffingResult>[] = [
    {
      key: 'what',
      title: t('staffing.requirements'),
      lead: true,
      cell: (result) => (
        <div>
          <div className="zq-row">
            <strong>{say(result.title)}</strong>
            {result.province !== null && <span className="zq-muted">{words.province(result.province)}</span>}
          </div>
          <div className="zq-row zq-small zq-faint">
            {result.check}
            {result.clause !== null && <ClauseLink clause={result.clause} />}
            {result.mark !== null && <MarkTag mark={result.mark} />}
          </div>
        </div>
      ),
    },
    {
      key: 'outcome',
      title: t('roster.column.state'),
      nowrap: true,
      cell: (result) => <OutcomeTag {...result} />,
    },
    {
      key: 'why',
      title: t('staffing.because'),
      cell: (result) => (
        <div className="zq-stack-tight">
          {!saidByAsks(result) && <p>{say(result.because)}</p>}
          {result.outcome === 'short' && !result.asLaw && <p className="zq-small zq-faint">{t('staffing.notAsLaw')}</p>}
          <CoveredBy people={result.coveredBy} />
          <Asks asks={result.asks} licenceId={licenceId} />
          <Requirements result={result} />
        </div>
      ),
    },
  ];
  return (
    <Table
      caption={t('staffing.tab.checks')}
      columns={columns}
      rows={rows}
      rowKey={({ check, province }) => `${check} ${province}`}
    />
  );
}

/** The reason is nothing but the questions, which stand below with their buttons. */
function saidByAsks({ outcome, because, asks }: StaffingResult): boolean {
  return outcome === 'unknown' && asks.length > 0 && asks.every(({ question }) => because.zh.includes(question.zh));
}
