import { RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkedNotes } from '../../../components/workflows/marked-notes.tsx';
import type { Move, WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useSay } from '../../../i18n/language.ts';
import { useSession } from '../../../session.tsx';
import { Card } from '../../../ui/card.tsx';
import { MoveDrawer } from './move-drawer.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** The steps from here, each with what stands against it, and the way back. */
export function MovesCard({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const { canWrite } = useSession();
  const [moving, setMoving] = useState<Move | null>(null);
  const [takingBack, setTakingBack] = useState(false);
  const moves = work.moves.filter(({ by }) => by !== 'system');
  return (
    <Card
      title={t('workflow.next')}
      extra={
        canWrite &&
        work.canTakeBack !== null && (
          <Button icon={<RollbackOutlined aria-hidden />} onClick={() => setTakingBack(true)}>
            {t('workflow.takeBack')}
          </Button>
        )
      }
    >
      {moves.length === 0 ? (
        <p className="zq-muted">{t('workflow.noMoves')}</p>
      ) : (
        <ul className="zq-stack">
          {moves.map((move) => (
            <MoveRow key={move.id} move={move} onMove={() => setMoving(move)} />
          ))}
        </ul>
      )}
      {moving !== null && <MoveDrawer work={work} move={moving} onClose={() => setMoving(null)} />}
      {takingBack && work.canTakeBack !== null && (
        <TakeBackDialog work={work} name={work.canTakeBack.name} onClose={() => setTakingBack(false)} />
      )}
    </Card>
  );
}

function MoveRow({ move, onMove }: { move: Move; onMove: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const blocked = move.blockedBy.length > 0;
  return (
    <li className="zq-stack-tight">
      <div className="zq-move">
        {canWrite ? (
          <Button disabled={blocked} onClick={onMove}>
            {say(move.name)}
          </Button>
        ) : (
          <strong>{say(move.name)}</strong>
        )}
        <span className="zq-small zq-faint">{t(`workflow.by.${move.by}`)}</span>
      </div>
      {blocked && (
        <ul className="zq-bullets zq-small zq-muted" aria-label={t('workflow.blocked')}>
          {move.blockedBy.map(({ code, at, message }) => (
            <li key={`${code} ${at}`}>{say(message)}</li>
          ))}
        </ul>
      )}
      {move.notes.length > 0 && <MarkedNotes notes={move.notes} />}
    </li>
  );
}
