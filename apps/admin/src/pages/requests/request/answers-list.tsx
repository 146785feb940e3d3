import { useTranslation } from 'react-i18next';
import { FileLink } from '../../../components/files/file-link.tsx';
import { InstantText } from '../../../ui/date-text.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { GivenAnswer } from './request-detail.ts';

/** Everything that was given for a thing; the newest counts, what came before stays in sight. */
export function AnswersList({ answers }: { answers: readonly GivenAnswer[] }) {
  const { t } = useTranslation();
  if (answers.length === 0) return <p className="zq-faint">{t('request.nothingGiven')}</p>;
  return (
    <ul className="zq-stack-tight">
      {answers.map(({ id, current, at, by, byKind, form, file, text }) => (
        <li key={id}>
          <div className="zq-row zq-small zq-faint">
            <InstantText at={at} />
            <span>{by?.name ?? t(byKind === 'link' ? 'request.byLink' : 'state.bySystem')}</span>
            {!current && <Tag tone="neutral">{t('request.earlier')}</Tag>}
          </div>
          <div className="zq-request-words">
            {file !== null && <FileLink fileId={file.fileId} name={file.name} />}
            {form === 'text' && text}
            {form === 'refusal' && t('request.answer.refused', { reason: text })}
          </div>
        </li>
      ))}
    </ul>
  );
}
