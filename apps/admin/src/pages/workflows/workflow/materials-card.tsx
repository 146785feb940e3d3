import { useTranslation } from 'react-i18next';
import { MarkedNotes } from '../../../components/workflows/marked-notes.tsx';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { Card } from '../../../ui/card.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { MaterialLine, Materials } from './material.ts';
import { MaterialRow } from './material-row.tsx';

/** The papers that the authority wants, with how far each is and its file. */
export function MaterialsCard({ work, materials }: { work: WorkflowDetail; materials: Materials }) {
  const { t } = useTranslation();
  const lines = materials.items as unknown as MaterialLine[];
  return (
    <Card
      title={t('workflow.materials')}
      extra={
        materials.missing === 0 ? (
          <Tag tone="success">{t('workflow.materialsDone')}</Tag>
        ) : (
          <Tag tone="warning">{t('workflow.materialsMissing', { count: materials.missing })}</Tag>
        )
      }
    >
      <ul>
        {lines.map((line) => (
          <MaterialRow key={line.id} workflowId={work.id} line={line} />
        ))}
      </ul>
      {materials.notes.length > 0 && <MarkedNotes notes={materials.notes} />}
      {materials.phone !== null && (
        <p className="zq-small zq-muted">{t('workflow.materialsPhone', { phone: materials.phone })}</p>
      )}
    </Card>
  );
}
