import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';

interface NameConfirmationProps {
  /** What must be typed. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** The sender tried already. */
  tried: boolean;
}

/** The name typed again, so that the wrong organisation is not ended. */
export function NameConfirmation({ name, value, onChange, tried }: NameConfirmationProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('organisation.typeName', { name })}
      autoComplete="off"
      value={value}
      onChange={onChange}
      problem={tried && value.trim() !== name ? t('organisation.nameDiffers') : null}
    />
  );
}
