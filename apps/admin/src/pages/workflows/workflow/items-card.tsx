import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { WorkStateTag } from '../../../components/item-work/work-state-tag.tsx';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText, InstantText } from '../../../ui/date-text.tsx';

/** The items that the work serves, and what has become of them. */
export function ItemsCard({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Card title={t('workflow.items')}>
      {work.occurrences.length === 0 ? (
        <p className="zq-muted">{t('workflow.itemsNone')}</p>
      ) : (
        <ul className="zq-stack">
          {work.occurrences.map(({ occurrenceId, action, title, dueOn, dueAt, workState }) => (
            <li key={occurrenceId} className="zq-stack-tight">
              <Link to="/occurrences/$occurrenceId" params={{ occurrenceId }}>
                {say(action)}
              </Link>
              <span className="zq-small zq-faint">{say(title)}</span>
              <div className="zq-row">
                <WorkStateTag state={workState} />
                {dueAt !== null ? <InstantText at={dueAt} /> : dueOn !== null && <DateText date={dueOn} withWeekday />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
