import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField } from '../../ui/area-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FileDrop } from '../files/file-drop.tsx';
import type { SendFile } from '../files/upload-file.ts';
import { useSendings } from '../files/use-uploads.ts';
import type { Asked, Draft } from './answer.ts';

interface AnswerFieldsProps {
  thing: Asked;
  /** Something was given before, which the new answer takes the place of. */
  isAnew: boolean;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  send: SendFile;
}

/** The place to give one thing, or to say why it is not given. */
export function AnswerFields({ thing, isAnew, draft, onChange, send }: AnswerFieldsProps) {
  const { t } = useTranslation();
  const { label, form } = thing;
  const uploads = useSendings(send);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  const sent = uploads.stored.map(({ fileId }) => fileId).join(' ');
  const { isSending } = uploads;
  useEffect(() => {
    tell.current({ fileIds: sent === '' ? [] : sent.split(' '), isSending });
  }, [sent, isSending]);
  if (draft.refusal !== null) {
    return (
      <div className="zq-stack-tight">
        <AreaField
          label={t('request.answer.refusal')}
          hint={t('request.answer.refusalHint')}
          value={draft.refusal}
          onChange={(refusal) => onChange({ refusal })}
        />
        <div>
          <LinkButton onClick={() => onChange({ refusal: null })} label={t('request.answer.giveOf', { label })}>
            {t('request.answer.give')}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="zq-stack">
      {isAnew && <p className="zq-small zq-muted">{t('request.answer.replaces')}</p>}
      {form !== 'text' && <FileDrop label={t('request.answer.files')} uploads={uploads} />}
      <AreaField
        label={t(
          form === 'text' ? 'request.answer.text' : form === 'file' ? 'request.answer.note' : 'request.answer.or',
        )}
        rows={form === 'text' ? 4 : 2}
        maxLength={4000}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
      <div>
        <LinkButton onClick={() => onChange({ refusal: '' })} label={t('request.answer.refuseOf', { label })}>
          {t('request.answer.refuse')}
        </LinkButton>
      </div>
    </div>
  );
}
