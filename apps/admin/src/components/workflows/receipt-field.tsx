import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FileField } from './file-field.tsx';

interface Receipt {
  number?: string | undefined;
  fileId?: string | undefined;
  on: string;
}

interface ReceiptFieldProps {
  id: string;
  value: Receipt | null;
  onChange: (value: { number?: string; fileId?: string; on: string }) => void;
}

/** Proof that something was handed in: its day, with a number or a file. */
export function ReceiptField({ id, value, onChange }: ReceiptFieldProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const set = (change: Partial<Receipt>) => {
    const { on = today, number, fileId } = { ...value, ...change };
    onChange({
      on,
      ...(number === undefined || number === '' ? {} : { number }),
      ...(fileId === undefined ? {} : { fileId }),
    });
  };
  return (
    <div className="zq-stack-tight">
      <Input
        id={id}
        placeholder={t('workflow.receiptNumber')}
        value={value?.number ?? ''}
        onChange={({ target }) => set({ number: target.value })}
      />
      <div className="zq-row">
        <span className="zq-muted">{t('workflow.receiptOn')}</span>
        <DateField
          label={t('workflow.receiptOn')}
          value={value?.on ?? today}
          max={today}
          onChange={(on) => set({ on: on ?? today })}
        />
        <FileField
          label={t('workflow.receiptFile')}
          value={value?.fileId ?? null}
          onChange={(file) => set({ fileId: file?.fileId })}
        />
      </div>
      <span className="zq-small zq-faint">{t('workflow.receiptHint')}</span>
    </div>
  );
}
