import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { Labelled } from '../../components/roster/labelled.tsx';
import { useSay } from '../../i18n/language.ts';
import { TextField } from '../../ui/text-field.tsx';

/** What a form holds of a person. Numbers are typed in full and never shown again. */
export interface Particulars {
  name: string;
  externalRef: string;
  idNumber: string;
  phones: string;
  email: string;
  identityOnFile: boolean | null;
}

export const NO_PARTICULARS: Particulars = {
  name: '',
  externalRef: '',
  idNumber: '',
  phones: '',
  email: '',
  identityOnFile: null,
};

/** Phones as they were typed: one a line, or with commas. */
export function phonesOf(text: string): string[] {
  return text.split(/[\n,，;；]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

interface ParticularsFieldsProps {
  value: Particulars;
  onChange: (value: Particulars) => void;
  /** Fields of numbers left empty stay as they are. */
  keeps?: boolean;
  tried: boolean;
  error: unknown;
}

export function ParticularsFields({ value, onChange, keeps = false, tried, error }: ParticularsFieldsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const set = (change: Partial<Particulars>) => onChange({ ...value, ...change });
  const refused = (path: string) => {
    const words = fieldError(error, path);
    return words === null ? null : say(words);
  };
  return (
    <div className="zq-roster-form">
      <TextField
        label={t('people.name')}
        autoComplete="off"
        autoFocus
        value={value.name}
        onChange={(name) => set({ name })}
        problem={tried && value.name.trim() === '' ? t('people.nameRequired') : refused('name')}
      />
      <TextField
        label={t('people.idNumber')}
        autoComplete="off"
        hint={t(keeps ? 'people.editKeep' : 'people.idNumberHint')}
        value={value.idNumber}
        onChange={(idNumber) => set({ idNumber })}
        problem={refused('idNumber')}
      />
      <Labelled
        label={t('people.phones')}
        hint={t(keeps ? 'people.editKeep' : 'people.phonesHint')}
        problem={refused('phones') ?? refused('phones.0') ?? refused('phones.1')}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            rows={1}
            className="zq-grows"
            autoComplete="off"
            value={value.phones}
            onChange={({ target }) => set({ phones: target.value })}
          />
        )}
      </Labelled>
      <TextField
        label={t('people.email')}
        autoComplete="off"
        hint={t(keeps ? 'people.editKeep' : 'event.optional')}
        value={value.email}
        onChange={(email) => set({ email })}
        problem={refused('email')}
      />
      <TextField
        label={t('people.externalRef')}
        autoComplete="off"
        hint={t('people.externalRefHint')}
        value={value.externalRef}
        onChange={(externalRef) => set({ externalRef })}
        problem={refused('externalRef')}
      />
      <Labelled label={t('people.identityOnFile')}>
        {(id) => (
          <Radio.Group
            id={id}
            value={String(value.identityOnFile ?? 'unknown')}
            onChange={({ target }) =>
              set({ identityOnFile: target.value === 'unknown' ? null : target.value === 'true' })
            }
            options={[
              { value: 'true', label: t('state.yes') },
              { value: 'false', label: t('state.no') },
              { value: 'unknown', label: t('roster.notRecorded') },
            ]}
          />
        )}
      </Labelled>
    </div>
  );
}
