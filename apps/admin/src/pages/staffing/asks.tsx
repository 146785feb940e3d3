import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import type { StaffingResult } from './staffing-result.ts';

type Ask = StaffingResult['asks'][number];

/** What has to be answered or recorded before a check is more than unknown, each with the way to do it. */
export function Asks({ asks, licenceId }: { asks: readonly Ask[]; licenceId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const [answering, setAnswering] = useState<string | null>(null);
  if (asks.length === 0) return null;
  return (
    <div className="zq-staffing-asks">
      <span className="zq-small zq-faint">{t('staffing.asks')}</span>
      <ul className="zq-stack-tight">
        {asks.map((ask) => (
          <li key={`${ask.kind} ${ask.key} ${ask.person?.id ?? ''}`} className="zq-row">
            <span>{say(ask.question)}</span>
            {ask.kind === 'fact' ? (
              <Button size="small" onClick={() => setAnswering(ask.key)}>
                {t('staffing.answer')}
              </Button>
            ) : (
              <AskLink ask={ask} />
            )}
          </li>
        ))}
      </ul>
      {answering !== null && (
        <AnswerDialog factKey={answering} licenceId={licenceId} onClose={() => setAnswering(null)} />
      )}
    </div>
  );
}

function AskLink({ ask }: { ask: Ask }) {
  const { t } = useTranslation();
  if (ask.kind === 'event') {
    return (
      <ButtonLink size="small" to="/events/new" search={{ type: ask.key }}>
        {t('staffing.recordEvent')}
      </ButtonLink>
    );
  }
  if (ask.person !== null) {
    return (
      <ButtonLink size="small" to="/people/$personId" params={{ personId: ask.person.id }}>
        {ask.person.name}
      </ButtonLink>
    );
  }
  // Asked of no single person: whether the list is complete, which is said where the lists of the company are.
  return (
    <ButtonLink size="small" to="/staffing" search={{ tab: 'records' }}>
      {t('staffing.record')}
    </ButtonLink>
  );
}
