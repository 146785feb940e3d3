import {
  CalendarOutlined,
  FileSearchOutlined,
  PlayCircleOutlined,
  QuestionCircleOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { OccurrenceStatus } from '@zhengqi/obligations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import { Tag } from '../../ui/tag.tsx';

/** One look per status, used by every list and the year view. */
export const STATUS_LOOK: Record<OccurrenceStatus, { tone: Tone; icon: ReactNode }> = {
  'at-once': { tone: 'danger', icon: <ThunderboltOutlined aria-hidden /> },
  open: { tone: 'info', icon: <PlayCircleOutlined aria-hidden /> },
  upcoming: { tone: 'neutral', icon: <CalendarOutlined aria-hidden /> },
  'past-no-evidence': { tone: 'warning', icon: <FileSearchOutlined aria-hidden /> },
  uncertain: { tone: 'unknown', icon: <QuestionCircleOutlined aria-hidden /> },
};

export function StatusTag({ status }: { status: OccurrenceStatus }) {
  const { t } = useTranslation();
  return <Tag {...STATUS_LOOK[status]}>{t(`occurrence.status.${status}`)}</Tag>;
}
