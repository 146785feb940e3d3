import { CheckOutlined, MinusOutlined, QuestionOutlined } from '@ant-design/icons';
import type { Applies } from '@zhengqi/obligations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../palette.ts';
import { Tag } from '../ui/tag.tsx';

const LOOK: Record<Applies, { tone: Tone; icon: ReactNode }> = {
  yes: { tone: 'info', icon: <CheckOutlined aria-hidden /> },
  no: { tone: 'neutral', icon: <MinusOutlined aria-hidden /> },
  unknown: { tone: 'unknown', icon: <QuestionOutlined aria-hidden /> },
};

/** The three-valued answer. "Undecided" looks like a question, never like a no. */
export function AppliesTag({ applies }: { applies: Applies }) {
  const { t } = useTranslation();
  return <Tag {...LOOK[applies]}>{t(`licence.duty.${applies}`)}</Tag>;
}
