import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../ui/date-text.tsx';
import type { Thing } from './link-page.ts';

/** What was given last for a thing. Files by name only: nothing can be fetched by a link. */
export function GivenList({ given }: Pick<Thing, 'given'>) {
  const { t } = useTranslation();
  const [first] = given;
  if (first === undefined) return null;
  return (
    <div className="zq-stack-tight">
      <span className="zq-small zq-faint">
        {t('request.answer.given')} <InstantText at={first.at} />
      </span>
      <ul className="zq-stack-tight">
        {given.map(({ form, name, text, at }) => (
          <li key={`${form} ${name ?? ''} ${text ?? ''} ${at}`} className="zq-answer-words">
            {form === 'file' && (
              <>
                <PaperClipOutlined aria-hidden /> {name}
              </>
            )}
            {form === 'text' && text}
            {form === 'refusal' && t('request.answer.refused', { reason: text })}
          </li>
        ))}
      </ul>
    </div>
  );
}
