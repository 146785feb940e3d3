import { type FactType, PROVINCES } from '@zhengqi/obligations';
import { Button, Checkbox, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../i18n/language.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { AnswerValue } from './use-answer.tsx';
import { type Unit, UnitsEditor } from './units-editor.tsx';

export interface FactInputProps {
  factKey: string;
  type: FactType;
  values: readonly { value: string; label: { zh: string; en: string } }[];
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
  label: string;
  disabled?: boolean;
}

/** The control that fits the type of a fact. null is "not known" throughout. */
export function FactInput({ factKey, type, values, value, onChange, label, disabled = false }: FactInputProps) {
  const { t } = useTranslation();
  const say = useSay();
  const options = values.map((option) => ({ value: option.value, label: say(option.label) }));
  switch (type) {
    case 'boolean':
      return (
        <Radio.Group
          aria-label={label}
          disabled={disabled}
          value={value}
          onChange={({ target }) => onChange(target.value as boolean)}
          options={[
            { value: true, label: t('state.yes') },
            { value: false, label: t('state.no') },
          ]}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          disabled={disabled}
          min={0}
          precision={0}
          placeholder={t('question.numberHint')}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          disabled={disabled}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Radio.Group
          aria-label={label}
          disabled={disabled}
          value={value}
          onChange={({ target }) => onChange(target.value as string)}
          options={options}
        />
      );
    case 'list':
      return (
        <ListInput
          options={factKey === 'provinces_operating' ? provinceOptions(say) : options}
          fixed={values.length > 0}
          value={Array.isArray(value) ? (value as string[]) : null}
          onChange={onChange}
          label={label}
          disabled={disabled}
        />
      );
    case 'units':
      return (
        <UnitsEditor units={Array.isArray(value) ? (value as Unit[]) : null} onChange={onChange} disabled={disabled} />
      );
  }
}

function provinceOptions(say: (words: { zh: string; en: string }) => string) {
  return PROVINCES.map(({ prefix, name }) => ({ value: prefix, label: say(name) }));
}

interface ListInputProps {
  options: { value: string; label: string }[];
  /** Only the options may be chosen; otherwise any words may be typed as well. */
  fixed: boolean;
  value: string[] | null;
  onChange: (value: AnswerValue) => void;
  label: string;
  disabled: boolean;
}

/** Several values. An empty list is an answer ("none"), unlike no answer, so it has a button of its own. */
function ListInput({ options, fixed, value, onChange, label, disabled }: ListInputProps) {
  const { t } = useTranslation();
  return (
    <div className="zq-row">
      {fixed ? (
        <Checkbox.Group
          aria-label={label}
          disabled={disabled}
          options={options}
          value={[...(value ?? [])]}
          onChange={(chosen) => onChange(chosen)}
        />
      ) : (
        <Select
          mode={options.length > 0 ? 'multiple' : 'tags'}
          aria-label={label}
          disabled={disabled}
          className="zq-list-input"
          placeholder={t('question.listHint')}
          options={options}
          optionFilterProp="label"
          value={[...(value ?? [])]}
          onChange={(chosen: string[]) => onChange(chosen)}
        />
      )}
      <Button
        type={value?.length === 0 ? 'primary' : 'default'}
        ghost={value?.length === 0}
        aria-pressed={value?.length === 0}
        disabled={disabled}
        onClick={() => onChange([])}
      >
        {t('question.noneOfThese')}
      </Button>
    </div>
  );
}
