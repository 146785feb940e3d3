import { checkLicence, type FieldName, type FieldReading, type Finding, type Licence } from '@zhengqi/obligations';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.tsx';
import { withNormalNumber, withNumber, withServices } from './derive.ts';
import { FieldRow } from './field-row.tsx';
import { ServicesField } from './services-field.tsx';

/** Which part of the licence a field of the document fills. */
const PART = {
  number: 'number',
  holder: 'holder',
  uscc: 'uscc',
  legalRepresentative: 'legalRepresentative',
  registeredAddress: 'registeredAddress',
  services: 'services',
  coverage: 'coveragePrinted',
  issuedOn: 'issuedOn',
  validTo: 'validTo',
  authorityPrinted: 'authorityPrinted',
  authorityEffective: 'authorityEffective',
} as const satisfies Record<FieldName, keyof Licence>;

export const FIELD_NAMES = Object.keys(PART) as FieldName[];

interface LicenceFieldsProps {
  licence: Licence;
  onChange: (licence: Licence) => void;
  /** What the form started with: the reading, or the register as it stands. */
  original: Licence;
  readings: Partial<Record<FieldName, FieldReading>> | null;
  /** What the reader says about the document; what concerns a field is said beside it until it is corrected. */
  findings?: readonly Finding[];
  /** What the server refused, by path in the licence. */
  refused?: readonly { path: string; message: { zh: string; en: string } }[];
  active?: FieldName | null;
  onLocate?: (field: FieldName) => void;
}

/** All fields of a licence, to be compared with the print and corrected. */
export function LicenceFields(props: LicenceFieldsProps) {
  const { licence, onChange, original, readings, findings = [], refused = [], active = null, onLocate } = props;
  const { t } = useTranslation();
  const inconsistencies = checkLicence(licence);
  return (
    <div className="zq-fields">
      {FIELD_NAMES.map((field) => {
        const part = PART[field];
        const reading = readings?.[field] ?? null;
        const changed = JSON.stringify(licence[part]) !== JSON.stringify(original[part]);
        const found: Finding[] = [
          ...refused
            .filter(({ path }) => path === part || path.startsWith(`${part}.`))
            .map(({ path, message }) => ({
              code: path,
              severity: 'error' as const,
              message: message.zh,
              messageEn: message.en,
              at: null,
            })),
          ...inconsistencies.filter((inconsistency) => inconsistency.field === part).map(({ finding }) => finding),
          ...(changed ? [] : findings.filter((finding) => concerns(finding, part, reading))),
        ];
        const problems = found.filter(({ code }, i) => found.findIndex((other) => other.code === code) === i);
        return (
          <FieldRow
            key={field}
            label={t(`licence.field.${field}`)}
            reading={reading}
            changed={changed}
            active={active === field}
            problems={problems}
            onLocate={reading?.at && onLocate ? () => onLocate(field) : null}
            onRestore={() =>
              onChange(
                field === 'number'
                  ? withNumber(licence, original.number ?? '')
                  : { ...licence, [part]: original[part] },
              )
            }
          >
            {(id) => <Control id={id} part={part} licence={licence} onChange={onChange} />}
          </FieldRow>
        );
      })}
    </div>
  );
}

/** Whether a warning or error of the reader is about this field: it names the field, or the place it was read at. */
function concerns({ severity, at }: Finding, part: string, reading: FieldReading | null): boolean {
  if (severity === 'info' || at === null) return false;
  if (!('start' in at)) return at.path === `licence.${part}`;
  return reading?.at != null && at.start < reading.at.end && reading.at.start < at.end;
}

interface ControlProps {
  id: string;
  part: (typeof PART)[FieldName];
  licence: Licence;
  onChange: (licence: Licence) => void;
}

function Control({ id, part, licence, onChange }: ControlProps) {
  const { t } = useTranslation();
  switch (part) {
    case 'services':
      return (
        <ServicesField
          id={id}
          services={licence.services}
          onChange={(lines) => onChange(withServices(licence, lines))}
        />
      );
    case 'issuedOn':
    case 'validTo':
      return <DateField id={id} value={licence[part]} onChange={(date) => onChange({ ...licence, [part]: date })} />;
    case 'number':
      return (
        <Input
          id={id}
          value={licence.number ?? ''}
          placeholder={t('licence.numberHint')}
          onChange={({ target }) => onChange(withNumber(licence, target.value))}
          onBlur={() => onChange(withNormalNumber(licence))}
        />
      );
    default:
      return (
        <Input
          id={id}
          value={licence[part] ?? ''}
          placeholder={t('state.notPrinted')}
          onChange={({ target }) => onChange({ ...licence, [part]: target.value.trim() === '' ? null : target.value })}
        />
      );
  }
}
