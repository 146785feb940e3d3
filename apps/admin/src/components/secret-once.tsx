import { CheckOutlined, CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAsFile } from '../ui/save-as-file.ts';
import './secret-once.css';

interface SecretOnceProps {
  label: string;
  text: string;
  /** Offered as a file under this name. */
  fileName?: string;
}

/** Something that is shown now and never again: to copy, or to keep as a file. */
export function SecretOnce({ label, text, fileName }: SecretOnceProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="zq-stack-tight">
      <div role="group" aria-label={label} className="zq-secret">
        {text}
      </div>
      <div className="zq-row">
        <Button
          icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
          onClick={() => void copy().catch(() => setCopied(false))}
        >
          {t(copied ? 'secret.copied' : 'secret.copy')}
        </Button>
        {fileName !== undefined && (
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => saveAsFile(fileName, `${text}\n`)}>
            {t('secret.download')}
          </Button>
        )}
        <span className="zq-sr-only" role="status">
          {copied && t('secret.copied')}
        </span>
      </div>
    </div>
  );
}
