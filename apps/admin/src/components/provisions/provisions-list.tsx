import { CheckOutlined, FileTextOutlined, WarningOutlined } from '@ant-design/icons';
import type { Provision } from '@zhengqi/obligations';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import './provisions-list.css';

interface ProvisionsListProps {
  leads: readonly Provision[];
  provisions: readonly Provision[];
  /** What the rulebook makes of a provision; nothing while a licence is only previewed. */
  duties?: (provision: Provision) => ReactNode;
  onLocate?: (provision: Provision) => void;
}

/** The special provisions as printed, each compared with the known print. What differs is said, never swallowed. */
export function ProvisionsList({ leads, provisions, duties, onLocate }: ProvisionsListProps) {
  const { t } = useTranslation();
  const [onlyDeviating, setOnlyDeviating] = useState(false);
  if (provisions.length === 0) {
    return (
      <EmptyState
        icon={<FileTextOutlined />}
        title={t('licence.provision.none')}
        text={t('licence.provision.noneText')}
      />
    );
  }
  const all = inPrintOrder([...leads, ...provisions]);
  const shown = all.filter(({ deviation, matched }) => !onlyDeviating || deviation !== null || !matched);
  const deviating = all.filter(({ deviation, matched }) => deviation !== null || !matched).length;
  return (
    <>
      <div className="zq-row-between">
        <span className="zq-muted">{t('licence.provision.count', { count: provisions.length })}</span>
        {deviating > 0 && (
          <Checkbox checked={onlyDeviating} onChange={({ target }) => setOnlyDeviating(target.checked)}>
            {t('licence.provision.onlyDeviating')} {deviating}
          </Checkbox>
        )}
      </div>
      <ol className="zq-provisions">
        {shown.map((provision) => (
          <li key={provision.key} className="zq-provision" id={`provision-${provision.key}`}>
            <Reference provision={provision} onLocate={onLocate} />
            <div className="zq-provision-body">
              <p className="zq-provision-text" lang="zh-CN">
                {provision.text}
              </p>
              <Comparison provision={provision} />
              {duties?.(provision)}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Reference({ provision, onLocate }: { provision: Provision; onLocate: ProvisionsListProps['onLocate'] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const name =
    provision.key === 'P0'
      ? t('licence.provision.opening')
      : language === 'zh'
        ? provision.ref
        : `${provision.key} ${provision.ref}`;
  return (
    <div className="zq-provision-ref">
      {name}
      {onLocate !== undefined && (
        <div className="zq-small">
          <button type="button" className="zq-locate" onClick={() => onLocate(provision)}>
            {t('finding.line', { line: provision.at[0]?.line ?? 0 })}
          </button>
        </div>
      )}
    </div>
  );
}

function Comparison({ provision: { matched, deviation } }: { provision: Provision }) {
  const { t } = useTranslation();
  const say = useSay();
  if (deviation === null) {
    return (
      <div>
        {matched ? (
          <Tag tone="success" icon={<CheckOutlined aria-hidden />}>
            {t('licence.provision.matched')}
          </Tag>
        ) : (
          <Tag tone="warning" icon={<WarningOutlined aria-hidden />}>
            {t('licence.provision.notMatched')}
          </Tag>
        )}
      </div>
    );
  }
  return (
    <div className="zq-stack-tight">
      <div className="zq-row">
        <Tag tone={deviation.severity === 'warning' ? 'warning' : 'info'} icon={<WarningOutlined aria-hidden />}>
          {t('licence.provision.deviates')} · {t(`licence.provision.deviation.${deviation.kind}`)}
        </Tag>
      </div>
      <ul className="zq-bullets zq-small">
        {deviation.details.map((detail) => (
          <li key={detail.zh}>{say(detail)}</li>
        ))}
      </ul>
    </div>
  );
}

function inPrintOrder(provisions: readonly Provision[]): Provision[] {
  return provisions.toSorted((a, b) => (a.at[0]?.start ?? 0) - (b.at[0]?.start ?? 0));
}
