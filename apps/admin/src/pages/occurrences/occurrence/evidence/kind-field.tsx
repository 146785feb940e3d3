import { useTranslation } from 'react-i18next';
import type { EvidenceNeed } from '../../../../components/item-work/work.ts';
import { useSay } from '../../../../i18n/language.ts';
import { ChoiceField } from '../../../../ui/choice-field.tsx';

const OTHER = '';

interface KindFieldProps {
  label: string;
  needs: readonly EvidenceNeed[];
  value: string | null;
  onChange: (kind: string | null) => void;
  /** Whether it may be something that the duty does not name. */
  orOther?: boolean;
  problem?: string | null;
}

/** Which of the kinds that the duty names a piece of evidence is. */
export function KindField({ label, needs, value, onChange, orOther = true, problem = null }: KindFieldProps) {
  const { t } = useTranslation();
  const say = useSay();
  const options = [
    ...needs.map(({ kind, label: words }) => ({ value: kind, label: say(words) })),
    ...(orOther ? [{ value: OTHER, label: t('work.otherKind') }] : []),
  ];
  return (
    <ChoiceField
      label={label}
      value={value ?? OTHER}
      onChange={(kind) => onChange(kind === OTHER ? null : kind)}
      options={options}
      problem={problem}
    />
  );
}
