import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileLink } from '../../../../components/files/file-link.tsx';
import type { Evidence } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import { useSession } from '../../../../session.tsx';
import { byteSize } from '../../../../ui/byte-size.ts';
import { InstantText } from '../../../../ui/date-text.tsx';
import { Tag } from '../../../../ui/tag.tsx';

interface EvidenceRowProps {
  evidence: Evidence;
  /** Absent where it may not be withdrawn. */
  onWithdraw?: (() => void) | undefined;
}

/** One piece of evidence: what it shows, where it is, until when it holds, who added it. */
export function EvidenceRow({ evidence, onWithdraw }: EvidenceRowProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { today } = useSession();
  const { form, file, url, note, kindLabel, validFrom, validUntil, addedBy, addedAt, withdrawn } = evidence;
  return (
    <li className="zq-evidence" data-withdrawn={withdrawn !== null}>
      <div className="zq-row">
        <Tag tone={form === 'not-applicable' ? 'neutral' : 'info'}>
          {kindLabel === null ? t('work.otherKind') : say(kindLabel)}
        </Tag>
        {form === 'not-applicable' && <Tag tone="neutral">{t('work.forms.not-applicable')}</Tag>}
        {validUntil !== null && validUntil < today && <Tag tone="warning">{t('work.expired')}</Tag>}
      </div>
      {file !== null && (
        <div>
          <FileLink fileId={file.fileId} name={file.name} />{' '}
          <span className="zq-small zq-faint">{byteSize(file.sizeBytes)}</span>
          <div>
            <code className="zq-hash">
              {t('work.hash')} {file.sha256}
            </code>
          </div>
        </div>
      )}
      {url !== null && (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {url}
        </a>
      )}
      {note !== null && <p className="zq-said">{note}</p>}
      {(validFrom !== null || validUntil !== null) && (
        <p className="zq-small zq-muted">{t('work.validity', { from: validFrom ?? '…', to: validUntil ?? '…' })}</p>
      )}
      <div className="zq-row-between">
        <span className="zq-small zq-faint">
          {addedBy?.name ?? t('work.byKey')} · <InstantText at={addedAt} />
        </span>
        {onWithdraw !== undefined && withdrawn === null && (
          <Button size="small" className="zq-no-print" onClick={onWithdraw}>
            {t('work.withdraw')}
          </Button>
        )}
      </div>
      {withdrawn !== null && (
        <p className="zq-small zq-muted">
          {t('work.withdrawnLine', { name: withdrawn.by?.name ?? t('work.byKey'), reason: withdrawn.reason })}
        </p>
      )}
    </li>
  );
}
