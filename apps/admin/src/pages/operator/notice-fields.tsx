import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DaysField } from './days-field.tsx';
import type { NoticeForm } from './notice-form.ts';

interface NoticeFieldsProps {
  form: NoticeForm;
  tried: boolean;
  onChange: (form: NoticeForm) => void;
}

const MARKS = ['V', 'E', 'M', 'O'] as const;

export function NoticeFields({ form, tried, onChange }: NoticeFieldsProps) {
  const { t } = useTranslation();
  const text = (key: 'year' | 'title' | 'number' | 'source', label: string, required = true) => (
    <TextField
      label={label}
      autoComplete="off"
      value={form[key]}
      onChange={(value) => onChange({ ...form, [key]: value })}
      problem={tried && required && form[key].trim() === '' ? t('operator.required') : null}
    />
  );
  const day = (key: 'publishedOn' | 'coversFrom' | 'coversTo', label: string) => (
    <div className="zq-text-field">
      <span>{label}</span>
      <DateField label={label} value={form[key]} onChange={(value) => onChange({ ...form, [key]: value })} />
    </div>
  );
  return (
    <>
      {text('year', t('operator.year'))}
      {text('title', t('operator.noticeTitle'))}
      {text('number', t('operator.number'), false)}
      {text('source', t('operator.source'))}
      <ChoiceField
        label={t('operator.mark')}
        value={form.mark}
        onChange={(mark) => onChange({ ...form, mark })}
        options={MARKS.map((value) => ({ value, label: `${value} · ${t(`mark.${value}`)}` }))}
      />
      {day('publishedOn', t('operator.publishedOn'))}
      {day('coversFrom', t('operator.coversFrom'))}
      {day('coversTo', t('operator.coversTo'))}
      <DaysField
        label={t('operator.off')}
        hint={t('operator.offHint')}
        value={form.off}
        onChange={(off) => onChange({ ...form, off })}
        missing={tried && form.off.trim() === ''}
      />
      <DaysField
        label={t('operator.work')}
        hint={t('operator.workHint')}
        value={form.work}
        onChange={(work) => onChange({ ...form, work })}
        missing={false}
      />
    </>
  );
}
