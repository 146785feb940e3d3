import {
  CheckCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import { Tag } from '../../ui/tag.tsx';
import type { OUTCOMES } from './search.ts';

type Outcome = (typeof OUTCOMES)[number];

const LOOK: Record<Outcome, { tone: Tone; icon: ReactNode }> = {
  met: { tone: 'success', icon: <CheckCircleOutlined aria-hidden /> },
  short: { tone: 'danger', icon: <UserDeleteOutlined aria-hidden /> },
  unknown: { tone: 'unknown', icon: <QuestionCircleOutlined aria-hidden /> },
  'does-not-apply': { tone: 'neutral', icon: <MinusCircleOutlined aria-hidden /> },
};

/** How a check came out, and by how many it is short. What is no law is never shown as a breach of it. */
export function OutcomeTag({ outcome, shortBy, asLaw }: { outcome: Outcome; shortBy: number; asLaw: boolean }) {
  const { t } = useTranslation();
  const look = outcome === 'short' && !asLaw ? { ...LOOK.short, tone: 'warning' as const } : LOOK[outcome];
  return (
    <Tag {...look}>{shortBy > 0 ? t('staffing.shortBy', { count: shortBy }) : t(`staffing.outcome.${outcome}`)}</Tag>
  );
}
