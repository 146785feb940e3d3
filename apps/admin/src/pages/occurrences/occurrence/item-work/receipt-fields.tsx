import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../../components/files/file-drop.tsx';
import type { Uploads } from '../../../../components/files/use-uploads.ts';
import type { EvidenceNeed } from '../../../../components/item-work/work.ts';
import { KindField } from '../evidence/kind-field.tsx';

export interface ReceiptValue {
  number: string;
  kind: string | null;
}

/** What goes to the server of it. */
export function receiptInput({ number, kind }: ReceiptValue, uploads: Uploads) {
  const file = uploads.stored[0];
  return {
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(file === undefined ? {} : { fileId: file.fileId, ...(kind === null ? {} : { evidenceKind: kind }) }),
  };
}

interface ReceiptFieldsProps {
  value: ReceiptValue;
  onChange: (value: ReceiptValue) => void;
  uploads: Uploads;
  needs: readonly EvidenceNeed[];
}

/** What the authority gave: a number, a file, or both. */
export function ReceiptFields({ value, onChange, uploads, needs }: ReceiptFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <div className="zq-text-field">
        <label htmlFor={id}>{t('work.receiptNumber')}</label>
        <Input
          id={id}
          maxLength={100}
          autoComplete="off"
          value={value.number}
          onChange={({ target }) => onChange({ ...value, number: target.value })}
        />
      </div>
      <FileDrop label={t('work.receiptFile')} uploads={uploads} single />
      {uploads.items.length > 0 && (
        <KindField
          label={t('work.receiptKind')}
          needs={needs}
          value={value.kind}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      )}
    </>
  );
}
