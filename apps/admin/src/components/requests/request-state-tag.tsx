import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import type { RouterOutputs } from '../../trpc.ts';
import { Tag } from '../../ui/tag.tsx';

export type RequestRow = RouterOutputs['requests']['list']['items'][number];

const TONES = {
  open: 'warning',
  answered: 'info',
  done: 'success',
  withdrawn: 'neutral',
} satisfies Record<RequestRow['state'], Tone>;

/** How far a request is, and whether its day has passed. */
export function RequestStateTag({ state, overdue }: Pick<RequestRow, 'state' | 'overdue'>) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={TONES[state]}>{t(`request.state.${state}`)}</Tag>
      {overdue && <Tag tone="danger">{t('request.overdue')}</Tag>}
    </>
  );
}
