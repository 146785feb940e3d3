import { useTranslation } from 'react-i18next';
import type { RouterOutputs } from '../../trpc.ts';

export type Effect = Pick<RouterOutputs['facts']['answer']['schedule'], 'added' | 'removed' | 'moved' | 'pending'>;

/** What a write did to the schedule, in one sentence. */
export function useEffectText(): (difference: Effect) => string {
  const { t } = useTranslation();
  return ({ added, removed, moved, pending }) => {
    if (pending) return t('question.effect.pending');
    const parts = [
      added > 0 && t('question.effect.added', { count: added }),
      removed > 0 && t('question.effect.removed', { count: removed }),
      moved > 0 && t('question.effect.moved', { count: moved }),
    ].filter((part) => part !== false);
    if (parts.length === 0) return t('question.effect.nothing');
    return t('question.effect.summary', { parts: parts.join(t('question.effect.joiner')) });
  };
}
