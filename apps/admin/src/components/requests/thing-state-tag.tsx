import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { Tag } from '../../ui/tag.tsx';

type ThingState = RouterOutputs['requestLink']['show']['things'][number]['state'];

const TONES = {
  wanted: 'warning',
  answered: 'info',
  refused: 'neutral',
  'sent-back': 'danger',
  accepted: 'success',
  dropped: 'neutral',
} satisfies Record<ThingState, Tone>;

/** How far one of the things asked for is. */
export function ThingStateTag({ state }: { state: ThingState }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[state]}>{t(`request.thing.${state}`)}</Tag>;
}
