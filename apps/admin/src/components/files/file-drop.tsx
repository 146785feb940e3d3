import { CloseOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../ui/byte-size.ts';
import { FailureText } from '../failure.tsx';
import { ACCEPTED_FILES } from './upload-file.ts';
import type { Upload, Uploads } from './use-uploads.ts';
import './file-drop.css';

interface FileDropProps {
  label: string;
  uploads: Uploads;
  single?: boolean;
}

/** A place to drop files on or to choose them by, and below it how each is getting on. */
export function FileDrop({ label, uploads, single = false }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    uploads.add(event.dataTransfer.files);
  };
  return (
    <div className="zq-stack-tight">
      <span id={`${id}-label`}>{label}</span>
      <label
        className="zq-file-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden />
        <span id={`${id}-how`}>{t('work.dropHere')}</span>
        <span className="zq-small zq-faint">{t('work.fileTypes')}</span>
        <input
          type="file"
          className="zq-sr-only"
          multiple={!single}
          accept={ACCEPTED_FILES}
          aria-labelledby={`${id}-label ${id}-how`}
          onChange={({ target }) => {
            uploads.add(target.files ?? []);
            // The same file chosen again, after it was mended, must be sent again.
            target.value = '';
          }}
        />
      </label>
      <ul className="zq-stack-tight">
        {uploads.items.map((upload) => (
          <UploadRow key={upload.key} upload={upload} onRemove={() => uploads.remove(upload.key)} />
        ))}
      </ul>
    </div>
  );
}

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { t } = useTranslation();
  const { name, sizeBytes, percent, stored, error } = upload;
  const isSending = stored === null && error === null;
  return (
    <li className="zq-upload">
      <div className="zq-upload-head">
        <span className="zq-upload-name">
          {name} <span className="zq-small zq-faint">{byteSize(sizeBytes)}</span>
        </span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('work.uploadRemove', { name })}
          onClick={onRemove}
        />
      </div>
      {isSending && <Progress percent={percent} size="small" showInfo={false} aria-label={name} />}
      <div className="zq-small" role="status">
        {isSending && <span className="zq-muted">{t('work.uploading', { percent })}</span>}
        {stored !== null && <code className="zq-hash">SHA-256 {stored.sha256}</code>}
      </div>
      {error !== null && (
        <div className="zq-field-error" role="alert">
          {t('work.uploadFailed')} <FailureText error={error} />
        </div>
      )}
    </li>
  );
}
