import type { OccurrenceStatus } from '@zhengqi/obligations';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { CURRENT_STATUSES, OCCURRENCE_STATUSES } from '../../components/occurrences/search.ts';
import '../../ui/filter-tabs.css';

interface StatusTabsProps {
  chosen: readonly OccurrenceStatus[];
  /** How many rows each tab opens; undefined while not known. */
  counts: { byStatus: Record<OccurrenceStatus, number>; total: number } | undefined;
  onChoose: (status: OccurrenceStatus[] | undefined) => void;
}

/** What is current, one status, or all: buttons that say how many rows they open, and on asking what the word means. */
export function StatusTabs({ chosen, counts, onChoose }: StatusTabsProps) {
  const { t } = useTranslation();
  const tabs: { key: string; label: string; why: string; statuses: OccurrenceStatus[] }[] = [
    { key: 'current', label: t('occurrence.current'), why: t('occurrence.currentWhy'), statuses: CURRENT_STATUSES },
    ...OCCURRENCE_STATUSES.map((status) => ({
      key: status,
      label: t(`occurrence.status.${status}`),
      why: t(`occurrence.statusWhy.${status}`),
      statuses: [status],
    })),
  ];
  const isChosen = (statuses: readonly OccurrenceStatus[]) =>
    statuses.length === chosen.length && statuses.every((status) => chosen.includes(status));
  return (
    <div className="zq-filter-tabs" role="group" aria-label={t('occurrence.filter.status')}>
      {tabs.map(({ key, label, why, statuses }) => (
        <Tooltip key={key} title={why}>
          <button
            type="button"
            className="zq-filter-tab"
            aria-pressed={isChosen(statuses)}
            onClick={() => onChoose(statuses)}
          >
            {label}
            {counts !== undefined && (
              <span className="zq-num">{statuses.reduce((sum, status) => sum + counts.byStatus[status], 0)}</span>
            )}
          </button>
        </Tooltip>
      ))}
      <button
        type="button"
        className="zq-filter-tab"
        aria-pressed={chosen.length === 0}
        onClick={() => onChoose(undefined)}
      >
        {t('state.all')}
        {counts !== undefined && <span className="zq-num">{counts.total}</span>}
      </button>
    </div>
  );
}
