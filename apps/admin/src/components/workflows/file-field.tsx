import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { FormFailure } from '../failure.tsx';
import { FileLink } from '../files/file-link.tsx';
import { ACCEPTED_FILES, uploadFile } from '../files/upload-file.ts';

interface FileFieldProps {
  id?: string;
  /** What the file is, said to a reader after what the button says. */
  label: string;
  /** Id of the file chosen before, to be replaced by the next. */
  value: string | null;
  name?: string;
  onChange: (file: { fileId: string; name: string } | null) => void;
}

/** One file, sent as soon as it is chosen. */
export function FileField({ id, label, value, name, onChange }: FileFieldProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const chooser = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(name ?? null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    setSending(true);
    setError(null);
    try {
      const stored = await uploadFile(organisationId, file, () => {}).stored;
      setChosen(stored.name);
      onChange({ fileId: stored.fileId, name: stored.name });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="zq-stack-tight">
      <div className="zq-row">
        <input
          ref={chooser}
          type="file"
          hidden
          accept={ACCEPTED_FILES}
          onChange={({ target }) => {
            void send(target.files?.[0]);
            // The same file chosen again, after it was mended, must be sent again.
            target.value = '';
          }}
        />
        <Button
          {...(id === undefined ? {} : { id })}
          aria-label={`${t('workflow.documentFile')} ${label}`}
          icon={<UploadOutlined aria-hidden />}
          loading={sending}
          onClick={() => chooser.current?.click()}
        >
          {t('workflow.documentFile')}
        </Button>
        {value !== null && chosen !== null && <FileLink fileId={value} name={chosen} />}
      </div>
      <FormFailure error={error} />
    </div>
  );
}
