import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { PersonField } from '../../../components/item-work/person-field.tsx';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';

/** Who is responsible; chosen at once. */
export function AssignField({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const done = useDone();
  const { canWrite } = useSession();
  const organisationId = useOrganisationId();
  const assign = useMutation(
    trpc.workflows.assign.mutationOptions({ onSuccess: () => done(t('workflow.materialSaved')) }),
  );
  if (!canWrite) {
    return (
      <span>
        {t('workflow.responsible')} {work.responsible?.name ?? t('workflow.nobody')}
      </span>
    );
  }
  return (
    <>
      <PersonField
        label={t('workflow.responsible')}
        value={work.responsible?.id ?? null}
        onChange={(responsibleId) =>
          assign.mutate({ organisationId, workflowId: work.id, version: work.version, responsibleId })
        }
        orNobody
      />
      <FormFailure error={assign.error} />
    </>
  );
}
