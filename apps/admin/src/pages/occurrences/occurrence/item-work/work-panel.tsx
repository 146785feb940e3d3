import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../../components/failure.tsx';
import { mayMove, type Work } from '../../../../components/item-work/work.ts';
import { LateTags, WorkStateTag } from '../../../../components/item-work/work-state-tag.tsx';
import { useSession } from '../../../../session.tsx';
import { Card } from '../../../../ui/card.tsx';
import { type DialogMove, MoveDialogs } from './move-dialogs.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { useQuickMoves } from './use-quick-moves.ts';
import { WaiverPending } from './waiver-pending.tsx';
import { WorkFacts } from './work-facts.tsx';

interface WorkPanelProps {
  work: Work;
  byTheHour: boolean;
}

/** Where the work on an item stands, who has it, and what can be done next. */
export function WorkPanel({ work, byTheHour }: WorkPanelProps) {
  const { t } = useTranslation();
  const { user, canWrite } = useSession();
  const [open, setOpen] = useState<DialogMove | null>(null);
  const quick = useQuickMoves(work);
  const isMine = work.assignee?.id === user.id;
  return (
    <Card
      title={t('work.title')}
      extra={
        <span className="zq-row">
          <WorkStateTag state={work.workState} />
          <LateTags daysLate={work.daysLate} minutesLate={work.minutesLate} missed={work.missed} />
        </span>
      }
    >
      <div className="zq-stack">
        <WaiverPending work={work} onOpen={setOpen} />
        <div className="zq-row">
          <span className="zq-muted">{t('work.assignee')}</span>
          <strong>{work.assignee?.name ?? t('work.nobody')}</strong>
          {canWrite && mayMove(work, 'assign') && (
            <span className="zq-row zq-no-print">
              {!isMine && (
                <Button size="small" loading={quick.isPending} onClick={() => quick.take(user.id)}>
                  {t('work.takeIt')}
                </Button>
              )}
              <Button size="small" onClick={() => setOpen('assign')}>
                {t('work.assign')}
              </Button>
            </span>
          )}
        </div>
        <WorkFacts work={work} />
        <FormFailure error={quick.error} />
        {canWrite && <MoveButtons work={work} quick={quick} onOpen={setOpen} />}
      </div>
      {open !== null && <MoveDialogs move={open} work={work} byTheHour={byTheHour} onClose={() => setOpen(null)} />}
    </Card>
  );
}
