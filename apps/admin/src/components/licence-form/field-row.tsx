import { AimOutlined, UndoOutlined } from '@ant-design/icons';
import type { FieldReading, Finding } from '@zhengqi/obligations';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { Tag } from '../../ui/tag.tsx';
import './licence-form.css';

interface FieldRowProps {
  label: string;
  /** How the document was read here; null when there is no document. */
  reading: FieldReading | null;
  changed: boolean;
  active: boolean;
  problems: readonly Finding[];
  onLocate: (() => void) | null;
  onRestore: () => void;
  children: (id: string) => ReactNode;
}

/** One field: its value to correct, where it comes from, how sure that is, and what does not fit. */
export function FieldRow({ label, reading, changed, active, problems, onLocate, onRestore, children }: FieldRowProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const id = useId();
  return (
    <div className="zq-field" data-active={active}>
      <label className="zq-field-label" htmlFor={id}>
        {label}
      </label>
      <div>{children(id)}</div>
      <div className="zq-field-meta">
        {changed ? (
          <>
            <Tag tone="info">{t('licence.origin.corrected')}</Tag>
            <button type="button" className="zq-locate" onClick={onRestore}>
              <UndoOutlined aria-hidden /> {t('licence.restore')}
            </button>
          </>
        ) : (
          reading !== null && <Origin reading={reading} />
        )}
        {onLocate !== null && (
          <button type="button" className="zq-locate" onClick={onLocate}>
            <AimOutlined aria-hidden /> {t('finding.line', { line: reading?.at?.line ?? 0 })}
          </button>
        )}
      </div>
      {problems.map(({ code, severity, message, messageEn }) => (
        <div key={code} className="zq-field-problem" data-severity={severity}>
          {language === 'zh' ? message : messageEn}
        </div>
      ))}
    </div>
  );
}

function Origin({ reading }: { reading: FieldReading }) {
  const { t } = useTranslation();
  const say = useSay();
  if (reading.origin === 'not-printed') return <Tag tone="neutral">{t('licence.origin.not-printed')}</Tag>;
  const sure = Math.round(reading.confidence * 100);
  return (
    <>
      <Tag tone={reading.origin === 'printed' ? 'success' : 'unknown'} dashed={reading.origin === 'inferred'}>
        {t(`licence.origin.${reading.origin}`)}
      </Tag>
      <span>{t('licence.confidence', { percent: sure })}</span>
      {reading.from !== null && <span>{say(reading.from)}</span>}
    </>
  );
}
