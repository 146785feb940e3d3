import { BODIES, POSTS, PROVINCES } from '@zhengqi/obligations';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { useSay } from '../../i18n/language.ts';
import { DateField } from '../../ui/date-field.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { InsuranceField } from './insurance-field.tsx';
import { Labelled } from './labelled.tsx';
import { MembersEditor } from './members-editor.tsx';
import { PersonSelect } from './person-select.tsx';
import { type RecordValues, ROSTER_FIELDS, type RosterField, type RosterListName } from './roster-fields.ts';
import './roster.css';

interface RecordFieldsProps {
  list: RosterListName;
  values: RecordValues;
  onChange: (values: RecordValues) => void;
  names?: Readonly<Record<string, string>>;
  /** Whose record it is goes without saying. */
  withoutPerson?: boolean;
  /** Only these fields, for quick entry. */
  only?: readonly RosterField['key'][];
  error: unknown;
  /** Where the record stands in the input, for the server's words beside a field. */
  path?: string;
}

/** The form of a record, of whatever list. */
export function RecordFields(props: RecordFieldsProps) {
  const { list, values, onChange, names = {}, withoutPerson = false, only, error, path = 'entry.record' } = props;
  const { t } = useTranslation();
  const say = useSay();
  const fields = ROSTER_FIELDS[list].filter(
    ({ key }) => !(withoutPerson && key === 'personId') && (only === undefined || only.includes(key)),
  );
  return (
    <div className="zq-roster-form">
      {fields.map((field) => {
        const refused = fieldError(error, `${path}.${field.key}`);
        const optional = field.required ? '' : ` ${t('event.optional')}`;
        return (
          <Labelled
            key={field.key}
            label={`${t(`roster.field.${field.key}`)}${optional}`}
            problem={refused === null ? null : say(refused)}
          >
            {(id) => (
              <Control
                id={id}
                field={field}
                value={values[field.key]}
                names={names}
                onChange={(value) => onChange({ ...values, [field.key]: value })}
              />
            )}
          </Labelled>
        );
      })}
    </div>
  );
}

interface ControlProps {
  id: string;
  field: RosterField;
  value: unknown;
  onChange: (value: unknown) => void;
  names: Readonly<Record<string, string>>;
}

function Control({ id, field, value, onChange, names }: ControlProps) {
  const { t } = useTranslation();
  const say = useSay();
  const text = typeof value === 'string' ? value : null;
  const select = (options: { value: string; label: string }[]) => (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      placeholder={t('event.choose')}
      value={text}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
      options={options}
    />
  );
  const worded = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([id, label]) => ({ value: id, label: say(label) }));
  switch (field.kind) {
    case 'day':
      return <DateField id={id} value={text} onChange={onChange} />;
    case 'post':
      return select(worded(POSTS));
    case 'body':
      return select(worded(BODIES));
    case 'province':
      return select(PROVINCES.map(({ prefix, name }) => ({ value: prefix, label: say(name) })));
    case 'choice':
      return select(
        (field.choices ?? []).map((choice) => ({ value: choice.value, label: t(`roster.choice.${choice.word}`) })),
      );
    case 'person':
      return <PersonSelect id={id} value={text} onChange={onChange} names={names} clearable={!field.required} />;
    case 'share':
      return (
        <InputNumber
          id={id}
          min={0}
          max={100}
          value={typeof value === 'number' ? value : null}
          onChange={(share) => onChange(share)}
        />
      );
    case 'yes-no':
    case 'known-yes-no':
      return (
        <Radio.Group
          id={id}
          value={String(value ?? 'unknown')}
          onChange={({ target }) => onChange(target.value === 'unknown' ? null : target.value === 'true')}
          options={[
            { value: 'true', label: t('state.yes') },
            { value: 'false', label: t('state.no') },
            ...(field.kind === 'known-yes-no' ? [{ value: 'unknown', label: t('roster.notRecorded') }] : []),
          ]}
        />
      );
    case 'text':
      return (
        <Input
          id={id}
          value={text ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      );
    case 'insurance':
      return <InsuranceField id={id} value={value as never} onChange={onChange} />;
    case 'members':
      return <MembersEditor value={value as never} onChange={onChange} names={names} />;
    case 'hours':
    case 'shifts':
      return (
        <HoursEditor value={value as never} onChange={onChange} names={names} withPerson={field.kind === 'shifts'} />
      );
  }
}
