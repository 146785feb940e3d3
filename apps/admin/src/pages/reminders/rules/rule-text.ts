import { useTranslation } from 'react-i18next';

/** Rules of reminders in words; nothing where the defaults hold. */
export function useRuleText() {
  const { t } = useTranslation();
  return {
    lead: (days: readonly number[] | null) =>
      days === null || days.length === 0 ? null : t('notice.leadList', { days: days.join('、') }),
    overdue: (days: number | null) => (days === null ? null : t('notice.everyDays', { count: days })),
    escalate: (days: number | null) => {
      if (days === null) return null;
      if (days === 0) return t('notice.escalateOnDay');
      return days > 0 ? t('notice.escalateBefore', { count: days }) : t('notice.escalateAfter', { count: -days });
    },
  };
}
