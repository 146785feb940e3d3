import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import './due-text.css';

interface DueTextProps {
  dueOn: string | null;
  dueAt?: string | null;
  /** Since when it is to be done: what "at once" runs from. */
  opensOn?: string | null;
  daysLeft: number | null;
  /** Which of the dates may still change with the next holiday notice. */
  provisionalFields: readonly ('dueOn' | 'actBy')[];
}

/** Until when, how long that is, and whether it may still change. */
export function DueText({ dueOn, dueAt = null, opensOn = null, daysLeft, provisionalFields }: DueTextProps) {
  const { t } = useTranslation();
  if (dueOn === null && dueAt === null) {
    return (
      <div className="zq-due">
        <span className="zq-muted">{t('occurrence.noDate')}</span>
        {opensOn !== null && <span className="zq-due-left">{t('occurrence.since', { date: opensOn })}</span>}
      </div>
    );
  }
  return (
    <div className="zq-due">
      {dueAt === null ? dueOn !== null && <DateText date={dueOn} withWeekday /> : <InstantText at={dueAt} />}
      {daysLeft !== null && <DaysLeft days={daysLeft} />}
      {provisionalFields.includes('dueOn') && <ProvisionalTag />}
    </div>
  );
}

function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation();
  const urgency = days < 0 ? 'past' : days <= 7 ? 'near' : days <= 30 ? 'soon' : 'far';
  return (
    <span className="zq-due-left" data-urgency={urgency}>
      {days === 0
        ? t('time.today')
        : days > 0
          ? t('time.daysLeft', { count: days })
          : t('time.daysOver', { count: -days })}
    </span>
  );
}

export function ProvisionalTag() {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('time.provisionalWhy')}>
      <span tabIndex={0} role="note" aria-label={`${t('time.provisional')}: ${t('time.provisionalWhy')}`}>
        <Tag tone="warning" dashed>
          {t('time.provisional')}
        </Tag>
      </span>
    </Tooltip>
  );
}
