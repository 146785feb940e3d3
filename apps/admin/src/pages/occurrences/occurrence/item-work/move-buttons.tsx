import type { WorkMove } from '@zhengqi/obligations';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { mayMove, moveOf, type Work } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import type { DialogMove } from './move-dialogs.tsx';
import type { useQuickMoves } from './use-quick-moves.ts';

const MAIN = ['submit', 'close', 'sign'] as const satisfies readonly WorkMove[];
const OTHER = ['record-receipt', 'reopen', 'request-waiver', 'state-missed'] as const satisfies readonly WorkMove[];

interface MoveButtonsProps {
  work: Work;
  quick: ReturnType<typeof useQuickMoves>;
  onOpen: (move: DialogMove) => void;
}

/** What can be done now. A main move that waits for something says for what. */
export function MoveButtons({ work, quick, onOpen }: MoveButtonsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const main = MAIN.filter((move) => mayMove(work, move));
  const other = OTHER.filter((move) => mayMove(work, move));
  // What lacks its evidence cannot be closed yet: then the way on is not the last button but the first.
  const isComplete = work.requiredEvidence.every(({ state }) => state === 'covered' || state === 'not-applicable');
  const next = isComplete ? main.at(-1) : main[0];
  const isWaiting = work.waivers.some(({ decision }) => decision === null);
  const blocked = isWaiting ? moveOf(work, work.isReview ? 'sign' : 'close') : null;
  const nameOf = (move: WorkMove) => say(moveOf(work, move)?.name ?? { zh: move, en: move });
  return (
    <div className="zq-stack-tight zq-no-print">
      <div className="zq-row">
        {main.map((move) => (
          <Button key={move} type={move === next ? 'primary' : 'default'} onClick={() => onOpen(move)}>
            {nameOf(move)}
          </Button>
        ))}
        {mayMove(work, 'prepare') && (
          <Button loading={quick.isPending} onClick={quick.prepare}>
            {t('work.prepare')}
          </Button>
        )}
      </div>
      {blocked !== null && blocked.why !== null && (
        <p className="zq-small zq-muted">{t('work.notNow', { why: say(blocked.why) })}</p>
      )}
      {other.length > 0 && (
        <div className="zq-row" role="group" aria-label={t('work.moreMoves')}>
          {other.map((move) => (
            <Button key={move} size="small" danger={move === 'state-missed'} onClick={() => onOpen(move)}>
              {nameOf(move)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
