import type { WorkMove } from '@zhengqi/obligations';
import type { Work } from '../../../../components/item-work/work.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { DecideWaiverDialog } from './decide-waiver-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { WithdrawWaiverDialog } from './withdraw-waiver-dialog.tsx';

/** Moves that ask for something before they are made. */
export type DialogMove = Exclude<WorkMove, 'prepare'>;

interface MoveDialogsProps {
  move: DialogMove;
  work: Work;
  byTheHour: boolean;
  onClose: () => void;
}

/** The form of each move. */
export function MoveDialogs({ move, work, byTheHour, onClose }: MoveDialogsProps) {
  switch (move) {
    case 'assign':
      return <AssignDialog work={work} onClose={onClose} />;
    case 'submit':
      return <SubmitDialog work={work} byTheHour={byTheHour} onClose={onClose} />;
    case 'record-receipt':
      return <ReceiptDialog work={work} onClose={onClose} />;
    case 'close':
      return <CloseDialog work={work} byTheHour={byTheHour} onClose={onClose} />;
    case 'sign':
      return <SignDialog work={work} onClose={onClose} />;
    case 'withdraw-waiver':
      return <WithdrawWaiverDialog work={work} onClose={onClose} />;
    case 'approve-waiver':
    case 'refuse-waiver':
      return <DecideWaiverDialog work={work} approve={move === 'approve-waiver'} onClose={onClose} />;
    case 'reopen':
    case 'request-waiver':
    case 'state-missed':
      return <ReasonDialog work={work} move={move} onClose={onClose} />;
  }
}
