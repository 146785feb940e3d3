import { useTranslation } from 'react-i18next';

interface ChangeTextProps {
  field: string;
  before?: unknown;
  after?: unknown;
}

/** One changed field, before and after. */
export function ChangeText({ field, before, after }: ChangeTextProps) {
  const { t, i18n } = useTranslation();
  const key = [`licence.field.${field}`, `licence.part.${field}`].find((candidate) => i18n.exists(candidate));
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('state.notPrinted');
    if (typeof value === 'boolean') return t(value ? 'state.yes' : 'state.no');
    if (Array.isArray(value)) return value.map(plain).join('；');
    if (typeof value === 'object') return 'printed' in value ? String(value.printed) : JSON.stringify(value);
    return String(value);
  };
  return (
    <>
      <span className="zq-muted">{key === undefined ? field : i18n.t(key as 'licence.field.number')}</span>{' '}
      <del>{plain(before)}</del> → <ins>{plain(after)}</ins>
    </>
  );
}
