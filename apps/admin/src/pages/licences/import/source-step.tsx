import { InboxOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../../ui/byte-size.ts';
import { Notice } from '../../../ui/notice.tsx';
import { type DocumentInput, problemOf, toDocument } from './read-file.ts';
import './source-step.css';

interface SourceStepProps {
  reading: boolean;
  /** Who may only look, may not register either. */
  disabled: boolean;
  /** A new attempt begins: what was said about the last one no longer holds. */
  onStart: () => void;
  onDocument: (document: DocumentInput) => void;
  onByHand: () => void;
}

/** Where the licence comes from: a file dropped or chosen, pasted text, or the keyboard. */
export function SourceStep({ reading, disabled, onStart, onDocument, onByHand }: SourceStepProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    onStart();
    const problem = problemOf(file);
    setRefusal(
      problem === 'too-large'
        ? t('importing.tooLarge', { size: byteSize(file.size) })
        : problem === 'empty'
          ? t('importing.emptyFile')
          : problem === 'wrong-kind'
            ? t('importing.wrongKind', { name: file.name })
            : null,
    );
    if (problem === null) onDocument(await toDocument(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void take(event.dataTransfer.files[0]);
  };

  return (
    <div className="zq-stack">
      {refusal !== null && (
        <Notice tone="danger" live title={t('importing.failed')}>
          {refusal}
        </Notice>
      )}
      <div className="zq-source">
        <div
          className="zq-drop"
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <InboxOutlined className="zq-drop-icon" aria-hidden />
          <p className="zq-drop-title">{t('importing.drop')}</p>
          <p className="zq-small zq-faint">{t('importing.dropHint')}</p>
          <Button type="primary" loading={reading} disabled={disabled} onClick={() => chooser.current?.click()}>
            {t('importing.choose')}
          </Button>
          <input
            ref={chooser}
            type="file"
            className="zq-sr-only"
            tabIndex={-1}
            aria-hidden
            accept=".txt,text/plain"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              // The same file chosen again, after it was mended, must be read again.
              target.value = '';
            }}
          />
        </div>
        <div className="zq-paste">
          <label htmlFor="paste">{t('importing.paste')}</label>
          <Input.TextArea
            id="paste"
            rows={8}
            placeholder={t('importing.pasteHint')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="zq-row">
            <Button
              loading={reading}
              disabled={disabled || text.trim() === ''}
              onClick={() => {
                setRefusal(null);
                onDocument({ kind: 'text', text });
              }}
            >
              {t('importing.read')}
            </Button>
            <Button type="link" disabled={disabled} onClick={onByHand}>
              {t('importing.byHand')}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
