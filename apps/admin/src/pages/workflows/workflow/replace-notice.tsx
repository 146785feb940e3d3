import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { LicenceFields } from '../../../components/licence-form/licence-fields.tsx';
import { useScheduled } from '../../../components/use-scheduled.ts';
import type { WorkflowDetail } from '../../../components/workflows/workflow.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { Notice } from '../../../ui/notice.tsx';

/** The new certificate is out: its data takes the place of the old, under the same licence. */
export function ReplaceNotice({ work }: { work: WorkflowDetail }) {
  const { t } = useTranslation();
  const { canWrite } = useSession();
  const organisationId = useOrganisationId();
  const [open, setOpen] = useState(false);
  const licence = useQuery(
    trpc.licences.get.queryOptions(
      { organisationId, licenceId: work.licenceId ?? '' },
      { enabled: work.licenceId !== null },
    ),
  );
  return (
    <Notice
      tone="success"
      title={t('workflow.replace')}
      actions={
        canWrite && (
          <Button type="primary" disabled={licence.data === undefined} onClick={() => setOpen(true)}>
            {t('workflow.replace')}
          </Button>
        )
      }
    >
      {t('workflow.replaceText')}
      {open && licence.data !== undefined && (
        <ReplaceDrawer work={work} data={licence.data} onClose={() => setOpen(false)} />
      )}
    </Notice>
  );
}

interface ReplaceDrawerProps {
  work: WorkflowDetail;
  data: RouterOutputs['licences']['get'];
  onClose: () => void;
}

function ReplaceDrawer({ work, data, onClose }: ReplaceDrawerProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const scheduled = useScheduled();
  const [licence, setLicence] = useState(data.licence);
  const replace = useMutation(
    trpc.workflows.replaceLicence.mutationOptions({
      onSuccess: ({ changed, schedule }) =>
        scheduled(t('workflow.replaced', { count: changed.length }), schedule, onClose),
    }),
  );
  const refused = (appErrorOf(replace.error)?.fields ?? [])
    .filter(({ path }) => path.startsWith('licence.'))
    .map(({ path, message }) => ({ path: path.slice('licence.'.length), message }));
  return (
    <Drawer
      open
      size={640}
      title={t('workflow.replaceTitle')}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="zq-stack-tight">
          <FormFailure error={replace.error} />
          <div className="zq-row">
            <Button
              type="primary"
              loading={replace.isPending}
              onClick={() =>
                replace.mutate({
                  organisationId,
                  workflowId: work.id,
                  version: work.version,
                  licenceVersion: data.version,
                  document: null,
                  licence,
                })
              }
            >
              {t('action.save')}
            </Button>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
          </div>
        </div>
      }
    >
      <LicenceFields
        licence={licence}
        onChange={setLicence}
        original={data.licence}
        readings={null}
        refused={refused}
      />
    </Drawer>
  );
}
