import type { DerivationStep } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { DateText } from '../../ui/date-text.tsx';
import { MarkTag } from '../marks.tsx';
import './derivation.css';

export interface ExplainedStep {
  step: DerivationStep;
  text: { zh: string; en: string };
}

/** How a date comes about, step by step, with everything a lawyer needs to count along on a wall calendar. */
export function Derivation({ steps }: { steps: readonly ExplainedStep[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return <p className="zq-muted">{t('occurrence.page.noDerivation')}</p>;
  return (
    <ol className="zq-steps">
      {steps.map((explained, index) => (
        // A derivation never changes in place: its order is its identity.
        <Step key={index} {...explained} />
      ))}
    </ol>
  );
}

function Step({ step, text }: ExplainedStep) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <li className="zq-step">
      <div className="zq-step-text">{say(text)}</div>
      <div className="zq-step-meta">
        <span>
          {step.rule === 'window' ? t('occurrence.page.windowRule') : t('occurrence.page.rule', { rule: step.rule })}
        </span>
        <MarkTag mark={step.mark} />
        {step.from !== undefined && step.to !== undefined && (
          <span className="zq-step-dates">
            <DateText date={step.from} withWeekday />
            <span aria-hidden>→</span>
            <DateText date={step.to} withWeekday />
          </span>
        )}
      </div>
      {(step.hits ?? []).length > 0 && (
        <div className="zq-step-hits">
          {t('occurrence.page.hits')}
          <ul>
            {step.hits?.map(({ on, until, name }) => (
              <li key={on}>
                <DateText date={on} withWeekday />
                {until !== undefined && (
                  <>
                    {' ～ '}
                    <DateText date={until} withWeekday />
                  </>
                )}{' '}
                {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      {(step.candidates ?? []).length > 0 && (
        <div className="zq-step-hits">
          {t('occurrence.page.candidates')}
          <table>
            <tbody>
              {step.candidates?.map(({ label = '', dueOn, actBy }) => (
                <tr key={`${label} ${dueOn}`}>
                  <td>{label}</td>
                  <td>
                    {t('occurrence.page.due')} <DateText date={dueOn} />
                  </td>
                  <td>
                    {t('occurrence.page.actBy')} <DateText date={actBy} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </li>
  );
}
