import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../ui/choice-field.tsx';

const LEVELS = ['read', 'write'] as const;

interface LevelFieldProps {
  value: (typeof LEVELS)[number];
  onChange: (value: (typeof LEVELS)[number]) => void;
}

/** How far a consultancy may go, with what that means. */
export function LevelField({ value, onChange }: LevelFieldProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('access.column.level')}
      value={value}
      onChange={onChange}
      options={LEVELS.map((level) => ({ value: level, label: t(`access.level.${level}`) }))}
      hint={t(`access.levelText.${value}`)}
    />
  );
}
