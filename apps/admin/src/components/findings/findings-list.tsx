import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { Finding } from '@zhengqi/obligations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import type { Tone } from '../../palette.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/tag.tsx';
import './findings-list.css';

const LOOK: Record<Finding['severity'], { tone: Tone; icon: ReactNode; order: number }> = {
  error: { tone: 'danger', icon: <CloseCircleOutlined aria-hidden />, order: 0 },
  warning: { tone: 'warning', icon: <WarningOutlined aria-hidden />, order: 1 },
  info: { tone: 'info', icon: <InfoCircleOutlined aria-hidden />, order: 2 },
};

interface FindingsListProps {
  findings: readonly Finding[];
  /** Leads to the place in the document; without it the line is only named. */
  onLocate?: (finding: Finding) => void;
}

/** What a person should know about a document or a schedule, the gravest first, each with its place. */
export function FindingsList({ findings, onLocate }: FindingsListProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (findings.length === 0) {
    return <EmptyState icon={<CheckCircleOutlined />} title={t('finding.none')} text={t('finding.noneText')} />;
  }
  const sorted = findings.toSorted((a, b) => LOOK[a.severity].order - LOOK[b.severity].order);
  return (
    <ul className="zq-findings">
      {sorted.map((finding) => (
        <li key={`${findingId(finding)} ${finding.message}`}>
          <Tag {...LOOK[finding.severity]}>{t(`finding.${finding.severity}`)}</Tag>
          <div>
            {language === 'zh' ? finding.message : finding.messageEn}
            <FindingAt finding={finding} onLocate={onLocate} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function FindingAt({ finding, onLocate }: { finding: Finding; onLocate: FindingsListProps['onLocate'] }) {
  const { t } = useTranslation();
  if (finding.at === null || !('line' in finding.at)) return null;
  const where = t('finding.line', { line: finding.at.line });
  return (
    <div className="zq-small">
      {onLocate === undefined ? (
        <span className="zq-faint">{where}</span>
      ) : (
        <button type="button" className="zq-locate" onClick={() => onLocate(finding)}>
          {where}
        </button>
      )}
    </div>
  );
}

/** Names a finding among its like: the same code may stand at several places. */
export function findingId(finding: Finding): string {
  const where = finding.at === null ? '' : 'line' in finding.at ? finding.at.start : finding.at.path;
  return `finding-${finding.code}-${where}`;
}
