import { useTranslation } from 'react-i18next';
import { uploadByLink } from '../../components/files/upload-file.ts';
import { type Draft, isOpen } from '../../components/requests/answer.ts';
import { AnswerFields } from '../../components/requests/answer-fields.tsx';
import { ThingStateTag } from '../../components/requests/thing-state-tag.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { GivenList } from './given-list.tsx';
import type { Thing } from './link-page.ts';

interface ThingCardProps {
  token: string;
  thing: Thing;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** One of the things asked for: what it is, what was given, and the place to give it or to say why not. */
export function ThingCard({ token, thing, draft, onChange }: ThingCardProps) {
  const { t } = useTranslation();
  const { label, hint, state, reason, given } = thing;
  return (
    <Card title={label} extra={<ThingStateTag state={state} />}>
      <div className="zq-stack">
        {hint !== null && <p className="zq-muted zq-answer-words">{hint}</p>}
        {state === 'sent-back' && reason !== null && (
          <Notice tone="warning" title={t('request.answer.sentBack')}>
            <p className="zq-answer-words">{reason}</p>
          </Notice>
        )}
        <GivenList given={given} />
        {isOpen(thing) && (
          <AnswerFields
            thing={thing}
            isAnew={given.length > 0}
            draft={draft}
            onChange={onChange}
            send={(file, onPercent) => uploadByLink(token, file, onPercent)}
          />
        )}
      </div>
    </Card>
  );
}
