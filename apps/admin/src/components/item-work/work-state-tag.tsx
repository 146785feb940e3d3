import { CheckCircleOutlined, ClockCircleOutlined, InboxOutlined, SendOutlined, StopOutlined } from '@ant-design/icons';
import { STATE_NAMES, type WorkState } from '@zhengqi/obligations';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import type { Tone } from '../../palette.ts';
import { Tag } from '../../ui/tag.tsx';

const LOOK: Record<WorkState, { tone: Tone; icon: ReactNode }> = {
  open: { tone: 'neutral', icon: <ClockCircleOutlined aria-hidden /> },
  prepared: { tone: 'info', icon: <InboxOutlined aria-hidden /> },
  submitted: { tone: 'info', icon: <SendOutlined aria-hidden /> },
  closed: { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  waived: { tone: 'neutral', icon: <StopOutlined aria-hidden /> },
};

/** Where people are with an item. */
export function WorkStateTag({ state }: { state: WorkState }) {
  const say = useSay();
  return <Tag {...LOOK[state]}>{say(STATE_NAMES[state])}</Tag>;
}

interface LateTagsProps {
  daysLate: number | null;
  minutesLate: number | null;
  missed: boolean;
}

/** How late it was done, and whether that was a limit of law. */
export function LateTags({ daysLate, minutesLate, missed }: LateTagsProps) {
  const { t } = useTranslation();
  const isByDays = (daysLate ?? 0) > 0;
  const isLate = isByDays || (minutesLate ?? 0) > 0;
  const why = t(missed ? 'work.missedWhy' : 'work.lateOwn');
  const words = isByDays
    ? t('work.late', { count: daysLate ?? 0 })
    : t('work.lateMinutes', { count: minutesLate ?? 0 });
  return (
    <>
      {isLate && (
        <Tooltip title={why}>
          <span tabIndex={0} role="note" aria-label={`${words}: ${why}`}>
            <Tag tone={missed ? 'danger' : 'warning'} dashed={!missed}>
              {words}
            </Tag>
          </span>
        </Tooltip>
      )}
      {missed && !isLate && <Tag tone="danger">{t('work.missed')}</Tag>}
    </>
  );
}
