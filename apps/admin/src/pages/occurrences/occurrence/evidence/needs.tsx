import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EvidenceNeed } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import type { Tone } from '../../../../palette.ts';
import { Tag } from '../../../../ui/tag.tsx';

const TONE: Record<EvidenceNeed['state'], Tone> = {
  covered: 'success',
  'not-applicable': 'neutral',
  missing: 'warning',
  'not-valid': 'warning',
};

interface NeedsProps {
  needs: readonly EvidenceNeed[];
  onAttach?: ((kind: string) => void) | undefined;
}

/** The kinds of evidence that the duty names, and which of them are there. */
export function Needs({ needs, onAttach }: NeedsProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className="zq-stack-tight">
      <h3 className="zq-small zq-faint">{t('work.required')}</h3>
      <ul className="zq-needs">
        {needs.map(({ kind, label, state }) => (
          <li key={kind}>
            <Tag tone={TONE[state]}>{t(`work.requiredState.${state}`)}</Tag>
            <span>{say(label)}</span>
            {onAttach !== undefined && (state === 'missing' || state === 'not-valid') && (
              <Button
                size="small"
                type="link"
                className="zq-no-print"
                aria-label={`${t('work.attachThis')}：${say(label)}`}
                onClick={() => onAttach(kind)}
              >
                {t('work.attachThis')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
