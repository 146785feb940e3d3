import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from '../../../../components/item-work/work.ts';
import { useSession } from '../../../../session.tsx';
import { Card } from '../../../../ui/card.tsx';
import { AttachDialog, type AttachStart } from './attach-dialog.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import { Needs } from './needs.tsx';
import { WithdrawEvidenceDialog } from './withdraw-evidence-dialog.tsx';
import './evidence.css';

/** The evidence of an item: what is needed, what is there, and what was withdrawn. Files may be dropped anywhere on it. */
export function EvidenceCard({ work }: { work: Work }) {
  const { t } = useTranslation();
  const { canWrite } = useSession();
  const [attaching, setAttaching] = useState<AttachStart | null>(null);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const there = work.evidence.filter(({ withdrawn }) => withdrawn === null);
  const gone = work.evidence.filter(({ withdrawn }) => withdrawn !== null);
  const mayWithdraw = canWrite && work.workState !== 'closed';
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (canWrite) setAttaching({ kind: null, files: [...event.dataTransfer.files] });
  };
  return (
    <Card
      title={t('work.evidence')}
      note={t('work.evidenceNote')}
      extra={
        canWrite && (
          <Button
            className="zq-no-print"
            icon={<PaperClipOutlined aria-hidden />}
            onClick={() => setAttaching({ kind: null, files: [] })}
          >
            {t('work.attach')}
          </Button>
        )
      }
    >
      <div
        className="zq-stack zq-evidence-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(canWrite);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {work.requiredEvidence.length > 0 && (
          <Needs
            needs={work.requiredEvidence}
            onAttach={canWrite ? (kind) => setAttaching({ kind, files: [] }) : undefined}
          />
        )}
        {there.length === 0 ? (
          <p className="zq-muted">{t('work.noEvidence')}</p>
        ) : (
          <ul>
            {there.map((one) => (
              <EvidenceRow
                key={one.id}
                evidence={one}
                onWithdraw={mayWithdraw ? () => setWithdrawing(one.id) : undefined}
              />
            ))}
          </ul>
        )}
        {gone.length > 0 && (
          <details>
            <summary>{t('work.withdrawnEvidence', { count: gone.length })}</summary>
            <ul>
              {gone.map((one) => (
                <EvidenceRow key={one.id} evidence={one} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {attaching !== null && <AttachDialog work={work} start={attaching} onClose={() => setAttaching(null)} />}
      {withdrawing !== null && <WithdrawEvidenceDialog evidenceId={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Card>
  );
}
