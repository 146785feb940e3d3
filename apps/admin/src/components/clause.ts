import { parseClauseReference, printClauseReference } from '@zhengqi/obligations';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';

/** Names a clause in the language on screen: 十五（六）, or 15.6. */
export function useClauseLabel(): (clause: string) => string {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (clause) => {
    if (clause === 'P0') return t('rulebook.opening');
    if (clause.startsWith('X')) return t('rulebook.otherLawClause', { clause });
    return language === 'zh' ? printClauseReference(clause) : clause;
  };
}

/** Whether what somebody typed means this clause or a part of it: `15.6`, `十五（六）`, `十五(六)`, `x3`. */
export function clauseMatches(clause: string, typed: string): boolean {
  const wanted = typed.trim();
  if (wanted === '') return true;
  const key = parseClauseReference(wanted);
  if (key !== null) return clause === key || (clause.startsWith(key) && /^(\.\d|[a-z])/.test(clause.slice(key.length)));
  return clause.toLowerCase().startsWith(wanted.toLowerCase());
}
