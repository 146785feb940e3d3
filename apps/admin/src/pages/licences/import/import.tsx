import { checkLicence, type Licence, UNKNOWN_LICENCE } from '@zhengqi/obligations';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../../app-error.ts';
import { FormFailure } from '../../../components/failure.tsx';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { LicenceFields } from '../../../components/licence-form/licence-fields.tsx';
import { useEffectText } from '../../../components/schedule/effect.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { refreshAll, trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { KnownLicence } from './known-licence.tsx';
import type { DocumentInput } from './read-file.ts';
import { type Preview, ReviewStep } from './review-step.tsx';
import { SourceStep } from './source-step.tsx';

/** What is being registered: nothing yet, a document with its preview, or a licence typed by hand. */
type Draft =
  | { from: 'nothing' }
  | { from: 'document'; document: DocumentInput; preview: Preview; licence: Licence }
  | { from: 'hand'; licence: Licence };

/** From a licence text to a registered licence. Nothing is kept anywhere before the last button. */
export function ImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { notification } = App.useApp();
  const effectText = useEffectText();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const [draft, setDraft] = useState<Draft>({ from: 'nothing' });

  const preview = useMutation(trpc.licences.previewDocument.mutationOptions());
  const read = async (document: DocumentInput) => {
    const result = await preview.mutateAsync({ organisationId, document }).catch(() => null);
    if (result !== null) setDraft({ from: 'document', document, preview: result, licence: result.licence });
  };
  const register = useMutation(
    trpc.licences.register.mutationOptions({
      onSuccess: async ({ licenceId, schedule }, { licence }) => {
        setDraft({ from: 'nothing' });
        await refreshAll();
        notification.success({
          title: t('importing.registered', { number: licence.number ?? '' }),
          description: effectText(schedule),
        });
        await navigate({ to: '/licences/$licenceId', params: { licenceId }, ignoreBlocker: true });
      },
    }),
  );
  const restart = () => {
    preview.reset();
    register.reset();
    setDraft({ from: 'nothing' });
  };

  if (draft.from === 'nothing') {
    return (
      <Page
        title={t('importing.title')}
        lead={t('importing.lead')}
        crumbs={[{ label: t('nav.licences'), link: { to: '/licences' } }]}
      >
        <FormFailure error={preview.error} title={t('importing.failed')} />
        <SourceStep
          reading={preview.isPending}
          onStart={preview.reset}
          onDocument={(document) => void read(document)}
          disabled={!canWrite}
          onByHand={() => setDraft({ from: 'hand', licence: UNKNOWN_LICENCE })}
        />
      </Page>
    );
  }

  const refused = (appErrorOf(register.error)?.fields ?? [])
    .filter(({ path }) => path.startsWith('licence.'))
    .map(({ path, message }) => ({ path: path.slice('licence.'.length), message }));
  const hasErrors = checkLicence(draft.licence).some(({ finding }) => finding.severity === 'error');
  const setLicence = (licence: Licence) => setDraft({ ...draft, licence });
  const known = draft.from === 'document' ? draft.preview.knownLicenceId : null;
  const bar = (
    <>
      <FormFailure error={register.error} title={t('importing.notRegistered')} />
      {hasErrors && <span className="zq-field-error">{t('importing.errorsFirst')}</span>}
      <Button onClick={restart}>{t('importing.another')}</Button>
      <Button
        type="primary"
        loading={register.isPending}
        onClick={() =>
          register.mutate({
            organisationId,
            document: draft.from === 'document' ? draft.document : null,
            licence: draft.licence,
          })
        }
      >
        {t('importing.confirm')}
      </Button>
    </>
  );
  return (
    <Page
      title={t(draft.from === 'hand' ? 'importing.byHandTitle' : 'importing.previewTitle')}
      lead={t(draft.from === 'hand' ? 'importing.byHandLead' : 'importing.previewLead')}
      crumbs={[{ label: t('nav.licences'), link: { to: '/licences' } }]}
    >
      <LeaveGuard dirty={!register.isSuccess} />
      {known !== null && <KnownLicence licenceId={known} number={draft.licence.number} />}
      {draft.from === 'document' ? (
        <ReviewStep preview={draft.preview} licence={draft.licence} onChange={setLicence} refused={refused} bar={bar} />
      ) : (
        <>
          <Card>
            <LicenceFields
              licence={draft.licence}
              onChange={setLicence}
              original={UNKNOWN_LICENCE}
              readings={null}
              refused={refused}
            />
          </Card>
          <div className="zq-row">{bar}</div>
        </>
      )}
    </Page>
  );
}
