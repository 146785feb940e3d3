import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { mayMove, moveOf, type Work } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import { useSession } from '../../../../session.tsx';
import { InstantText } from '../../../../ui/date-text.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { DialogMove } from './move-dialogs.tsx';

/** A waiver that waits for its second person: who asked, why, and what this person may do about it. */
export function WaiverPending({ work, onOpen }: { work: Work; onOpen: (move: DialogMove) => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const pending = work.waivers.find(({ decision }) => decision === null);
  if (pending === undefined) return null;
  const moves = (['approve-waiver', 'refuse-waiver', 'withdraw-waiver'] as const).filter((move) => mayMove(work, move));
  const why = moveOf(work, 'approve-waiver')?.why;
  return (
    <Notice
      tone="info"
      title={t('work.waiverPending')}
      actions={
        canWrite &&
        moves.map((move) => (
          <Button
            key={move}
            type={move === 'approve-waiver' ? 'primary' : 'default'}
            danger={move === 'refuse-waiver'}
            onClick={() => onOpen(move)}
          >
            {say(moveOf(work, move)?.name ?? { zh: move, en: move })}
          </Button>
        ))
      }
    >
      <p className="zq-small zq-muted">
        {pending.requestedBy?.name ?? t('work.someone')} · <InstantText at={pending.requestedAt} />
      </p>
      <p className="zq-said">{pending.reason}</p>
      {canWrite && why && !moves.includes('approve-waiver') && <p className="zq-small zq-muted">{say(why)}</p>}
    </Notice>
  );
}
