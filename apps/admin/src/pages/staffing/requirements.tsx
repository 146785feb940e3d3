import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SourcesList } from '../../components/duty/sources-list.tsx';
import { MarkTag } from '../../components/marks.tsx';
import { useSay } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { CoveredBy } from './covered-by.tsx';
import { OutcomeTag } from './outcome-tag.tsx';
import type { StaffingResult } from './staffing-result.ts';

/** The single requirements of a check with their sources, folded until asked for. */
export function Requirements({ result }: { result: StaffingResult }) {
  const { t } = useTranslation();
  const say = useSay();
  const laws = useQuery(trpc.rulebook.laws.queryOptions());
  if (result.requirements.length === 0) return null;
  return (
    <details className="zq-small">
      <summary>{t('staffing.details')}</summary>
      <ul className="zq-stack zq-staffing-requirements">
        {result.requirements.map((requirement) => (
          <li key={requirement.id} className="zq-stack-tight">
            <div className="zq-row">
              <OutcomeTag {...requirement} />
              <MarkTag mark={requirement.mark} />
            </div>
            <p>{say(requirement.text)}</p>
            <p className="zq-muted">{say(requirement.because)}</p>
            <CoveredBy people={requirement.coveredBy} />
            <SourcesList sources={requirement.sources} laws={laws.data?.items ?? []} />
          </li>
        ))}
      </ul>
    </details>
  );
}
