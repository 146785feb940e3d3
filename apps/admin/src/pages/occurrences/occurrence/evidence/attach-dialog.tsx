import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../../components/files/file-drop.tsx';
import { useUploads } from '../../../../components/files/use-uploads.ts';
import { FormFailure } from '../../../../components/failure.tsx';
import { useDone } from '../../../../components/use-done.ts';
import type { Work } from '../../../../components/item-work/work.ts';
import { useOrganisationId } from '../../../../session.tsx';
import { client } from '../../../../trpc.ts';
import { AreaField } from '../../../../ui/area-field.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { DayField } from '../../../../ui/day-field.tsx';
import { RadioField } from '../../../../ui/radio-field.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { KindField } from './kind-field.tsx';

const FORMS = ['file', 'link', 'note', 'not-applicable'] as const;
type Form = (typeof FORMS)[number];

/** What the form of a new piece of evidence begins with. */
export interface AttachStart {
  kind: string | null;
  files: readonly File[];
}

interface AttachDialogProps {
  work: Work;
  start: AttachStart;
  onClose: () => void;
}

/** Attaches evidence: files, an address, words, or why a kind is not needed here. */
export function AttachDialog({ work, start, onClose }: AttachDialogProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const done = useDone();
  const uploads = useUploads({ first: start.files });
  const [form, setForm] = useState<Form>('file');
  const [kind, setKind] = useState(start.kind);
  const [url, setUrl] = useState('');
  const [note, setNote] = useState('');
  const [validFrom, setValidFrom] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const words = note.trim() === '' ? {} : { note: note.trim() };
  const about = {
    organisationId,
    occurrenceId: work.occurrenceId,
    kind,
    ...words,
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
  };
  const attach = useMutation({
    mutationFn: async () => {
      if (form !== 'file') {
        await client.evidence.attach.mutate({ ...about, form, ...(form === 'link' ? { url: url.trim() } : {}) });
        return;
      }
      for (const upload of uploads.items) {
        if (upload.stored === null) continue;
        await client.evidence.attach.mutate({ ...about, form, fileId: upload.stored.fileId });
        // Attached already: a refusal of the next one must not attach it twice.
        uploads.remove(upload.key);
      }
    },
    onSuccess: () => done(t('work.attached'), onClose),
  });
  const isReady = {
    file: uploads.stored.length > 0 && !uploads.isSending,
    link: url.trim() !== '',
    note: note.trim() !== '',
    'not-applicable': note.trim() !== '' && kind !== null,
  }[form];
  return (
    <ConfirmDialog
      title={t('work.attachTitle')}
      confirm={t('work.attach')}
      disabled={!isReady}
      pending={attach.isPending}
      onConfirm={() => attach.mutate()}
      onClose={onClose}
    >
      <RadioField
        label={t('work.form')}
        value={form}
        onChange={setForm}
        options={FORMS.filter((one) => one !== 'not-applicable' || work.requiredEvidence.length > 0).map((value) => ({
          value,
          label: t(`work.forms.${value}`),
        }))}
      />
      <KindField
        label={t('work.kind')}
        needs={work.requiredEvidence}
        value={kind}
        onChange={setKind}
        orOther={form !== 'not-applicable'}
      />
      {form === 'file' && <FileDrop label={t('work.forms.file')} uploads={uploads} />}
      {form === 'link' && <TextField label={t('work.url')} value={url} onChange={setUrl} autoComplete="off" />}
      <AreaField
        label={t(form === 'not-applicable' ? 'work.whyNotApplicable' : form === 'note' ? 'work.words' : 'work.note')}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={2000}
      />
      {form !== 'not-applicable' && (
        <div className="zq-row">
          <DayField label={t('work.validFrom')} value={validFrom} onChange={setValidFrom} />
          <DayField label={t('work.validUntil')} value={validUntil} onChange={setValidUntil} />
        </div>
      )}
      <FormFailure error={attach.error} />
    </ConfirmDialog>
  );
}
