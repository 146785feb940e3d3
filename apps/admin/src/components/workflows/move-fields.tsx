import type { FieldDefinition } from '@zhengqi/obligations';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../app-error.ts';
import { useSay } from '../../i18n/language.ts';
import { useSession } from '../../session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Labelled } from '../roster/labelled.tsx';
import { FileField } from './file-field.tsx';
import { InstantField } from './instant-field.tsx';
import { ReceiptField } from './receipt-field.tsx';
import type { MoveFields, MoveValues } from './workflow.ts';

interface MoveFieldsFormProps {
  fields: MoveFields;
  values: MoveValues;
  onChange: (values: MoveValues) => void;
  tried: boolean;
  error: unknown;
}

/** The data that a step asks for, as a form. What is left empty is not sent. */
export function MoveFieldsForm({ fields, values, onChange, tried, error }: MoveFieldsFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const refusals = appErrorOf(error)?.fields ?? [];
  const set = (key: string, value: MoveValues[string] | null) => {
    const { [key]: _, ...others } = values;
    onChange(value === null || value === '' ? others : { ...others, [key]: value });
  };
  return (
    <div className="zq-roster-form">
      {Object.entries(fields).map(([key, field]) => {
        const refused = refusals.find(({ path }) => path === `data.${key}` || path.startsWith(`data.${key}.`));
        const lacks = tried && field.required && (values[key] ?? '') === '';
        return (
          <Labelled
            key={key}
            label={`${say(field.label)}${field.required ? '' : ` ${t('event.optional')}`}`}
            problem={lacks ? t('workflow.required') : refused === undefined ? null : say(refused.message)}
          >
            {(id) => <Control id={id} field={field} value={values[key]} onChange={(value) => set(key, value)} />}
          </Labelled>
        );
      })}
    </div>
  );
}

interface ControlProps {
  id: string;
  field: FieldDefinition;
  value: MoveValues[string] | undefined;
  onChange: (value: MoveValues[string] | null) => void;
}

function Control({ id, field, value, onChange }: ControlProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { today } = useSession();
  const max = field.mayBeFuture ? undefined : today;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'date':
      return <DateField id={id} value={text === '' ? null : text} onChange={onChange} max={max} />;
    case 'instant':
      return <InstantField id={id} value={text === '' ? null : text} onChange={onChange} max={max} />;
    case 'receipt':
      return (
        <ReceiptField id={id} value={typeof value === 'object' && 'on' in value ? value : null} onChange={onChange} />
      );
    case 'document':
      return (
        <FileField
          id={id}
          label={say(field.label)}
          value={typeof value === 'object' && 'fileId' in value && !('on' in value) ? (value.fileId ?? null) : null}
          onChange={(file) => onChange(file === null ? null : { fileId: file.fileId, name: file.name })}
        />
      );
    case 'number':
      return (
        <InputNumber
          id={id}
          precision={0}
          min={field.min ?? 0}
          {...(field.max === undefined ? {} : { max: field.max })}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Radio.Group
          id={id}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onChange(target.value === 'true')}
          options={[
            { value: 'true', label: t('state.yes') },
            { value: 'false', label: t('state.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={!field.required}
          placeholder={t('event.choose')}
          value={text === '' ? null : text}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
          options={(field.values ?? []).map((option) => ({ value: option.value, label: say(option.label) }))}
        />
      );
    case 'reason':
      return (
        <Input.TextArea
          id={id}
          rows={2}
          className="zq-grows"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'text':
      return <Input id={id} value={text} onChange={({ target }) => onChange(target.value)} />;
  }
}
