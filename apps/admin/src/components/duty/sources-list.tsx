import type { Law, SourceReference } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { useClauseLabel } from '../clause.ts';
import { MarkTag } from '../marks.tsx';
import './duty.css';

/** Names one source with its article: a law of the register, or a clause of the licence itself. */
export function useSourceName(laws: readonly Law[]): (source: SourceReference) => string {
  const { t } = useTranslation();
  const say = useSay();
  const clauseLabel = useClauseLabel();
  return ({ law, article }) => {
    if (law === 'licence') {
      return t('occurrence.page.licenceClause', { article: article === null ? '' : clauseLabel(article) });
    }
    const found = laws.find(({ id }) => id === law);
    const title = found === undefined ? law : say(found.title);
    return `${title} ${article === null ? t('occurrence.page.wholeLaw') : t('occurrence.page.article', { article })}`;
  };
}

export function SourcesList({ sources, laws }: { sources: readonly SourceReference[]; laws: readonly Law[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useSourceName(laws);
  return (
    <ul className="zq-sources">
      {sources.map((source) => (
        <li key={`${source.law} ${source.article} ${source.validFrom ?? ''}`}>
          <MarkTag mark={source.mark} />
          <div>
            {nameOf(source)}
            {(source.validFrom !== undefined || source.validTo !== undefined) && (
              <span className="zq-small zq-faint">
                {' '}
                {t('time.range', { from: source.validFrom ?? '…', to: source.validTo ?? '…' })}
              </span>
            )}
            {source.note !== undefined && <div className="zq-small zq-faint">{say(source.note)}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
