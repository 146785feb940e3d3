import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { FileLink } from '../../../components/files/file-link.tsx';
import { MarkTag } from '../../../components/marks.tsx';
import { FileField } from '../../../components/workflows/file-field.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { InstantText } from '../../../ui/date-text.tsx';
import { SettledInput } from '../../../ui/settled-input.tsx';
import type { MaterialLine } from './material.ts';

const STATUSES = ['missing', 'asked', 'received', 'checked', 'not-needed'] as const;

/** One paper: what it is, where it is from, how far it is. Each change is kept at once. */
export function MaterialRow({ workflowId, line }: { workflowId: string; line: MaterialLine }) {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const organisationId = useOrganisationId();
  const set = useMutation(trpc.workflows.setMaterials.mutationOptions({ onSuccess: refreshAll }));
  const name = say(line.name);
  const save = (change: { status?: MaterialLine['status']; fileId?: string; note?: string | null }) =>
    set.mutate({
      organisationId,
      workflowId,
      items: [
        {
          materialId: line.id,
          version: line.version,
          status: line.status,
          fileId: line.file?.fileId ?? null,
          note: line.note,
          ...change,
        },
      ],
    });
  return (
    <li className="zq-clock zq-stack-tight">
      <div className="zq-row">
        <span>{name}</span>
        <MarkTag mark={line.mark} />
        <span className="zq-small zq-faint">{t(`workflow.materialFrom.${line.from}`)}</span>
        {line.need === 'if' && <span className="zq-small zq-faint">{t('workflow.materialIf')}</span>}
      </div>
      {line.condition !== null && <p className="zq-small zq-muted">{say(line.condition)}</p>}
      {line.remark !== null && <p className="zq-small zq-muted">{say(line.remark)}</p>}
      {line.changedBecause !== null && (
        <p className="zq-small zq-muted">
          {say(line.changedBecause.why)} · {t('workflow.source')} {say(line.changedBecause.source)}
        </p>
      )}
      <div className="zq-row">
        {canWrite ? (
          <>
            <Select
              aria-label={t('workflow.materialOf', { name })}
              className="zq-material-status"
              value={line.status}
              disabled={set.isPending}
              onChange={(status) => save({ status })}
              options={STATUSES.map((value) => ({ value, label: t(`workflow.materialStatus.${value}`) }))}
            />
            {line.file !== null ? (
              <FileLink {...line.file} />
            ) : (
              line.status !== 'not-needed' && (
                <FileField
                  label={name}
                  value={null}
                  onChange={(file) => {
                    if (file !== null) save({ fileId: file.fileId, status: 'received' });
                  }}
                />
              )
            )}
            <SettledInput
              label={t('workflow.materialNote')}
              className="zq-grow"
              value={line.note ?? ''}
              onSettle={(note) => save({ note: note === '' ? null : note })}
            />
          </>
        ) : (
          <>
            <span>{t(`workflow.materialStatus.${line.status}`)}</span>
            {line.file !== null && <FileLink {...line.file} />}
            {line.note}
          </>
        )}
        {line.at !== null && (
          <span className="zq-small zq-faint">
            {line.by?.name ?? t('state.bySystem')} <InstantText at={line.at} />
          </span>
        )}
      </div>
      <FormFailure error={set.error} />
    </li>
  );
}
