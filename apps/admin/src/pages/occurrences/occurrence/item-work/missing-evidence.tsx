import { useTranslation } from 'react-i18next';
import type { EvidenceNeed } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import { Notice } from '../../../../ui/notice.tsx';

/** The kinds of evidence without which the item cannot be closed, by name. */
export function MissingEvidence({ needs }: { needs: readonly EvidenceNeed[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const missing = needs.filter(({ state }) => state === 'missing' || state === 'not-valid');
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning" title={t('work.missingEvidence', { count: missing.length })}>
      <ul className="zq-bullets">
        {missing.map(({ kind, label, state }) => (
          <li key={kind}>
            {say(label)}
            {state === 'not-valid' && ` · ${t('work.requiredState.not-valid')}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
