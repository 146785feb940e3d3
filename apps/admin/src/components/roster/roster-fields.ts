import type { zh } from '../../i18n/zh/index.ts';
import type { RouterOutputs } from '../../trpc.ts';

/** One record as the lists of the server show it. */
export type RosterRecord = RouterOutputs['roster']['list']['items'][number];
export type RosterEntry = RosterRecord['entry'];
export type RosterListName = RosterEntry['list'];
/** The members of a record while a form holds them: which ones a list has is said by its fields. */
export type RecordValues = Record<string, unknown>;

type Words = (typeof zh)['roster'];
type ChoiceWord = keyof Words['choice'];
interface Choice {
  value: string;
  word: ChoiceWord;
}

export interface RosterField {
  key: keyof Words['field'];
  kind:
    | 'day'
    | 'post'
    | 'body'
    | 'province'
    | 'person'
    | 'choice'
    | 'share'
    | 'known-yes-no'
    | 'yes-no'
    | 'text'
    | 'insurance'
    | 'members'
    | 'hours'
    | 'shifts';
  required?: true;
  choices?: readonly Choice[];
}

const choices = (words: Readonly<Record<string, ChoiceWord>>): readonly Choice[] =>
  Object.entries(words).map(([value, word]) => ({ value, word }));

const PERSON: RosterField = { key: 'personId', kind: 'person', required: true };
const FROM: RosterField = { key: 'from', kind: 'day', required: true };
const TO: RosterField = { key: 'to', kind: 'day' };
const PROVINCE: RosterField = { key: 'province', kind: 'province' };

/** The fields of each list, in the order in which a form asks for them. */
export const ROSTER_FIELDS: Readonly<Record<RosterListName, readonly RosterField[]>> = {
  employments: [
    PERSON,
    {
      key: 'type',
      kind: 'choice',
      required: true,
      choices: choices({
        'full-time': 'fullTime',
        'part-time': 'partTime',
        dispatched: 'dispatched',
        outsourced: 'outsourced',
      }),
    },
    { key: 'contractFrom', kind: 'day', required: true },
    { key: 'contractTo', kind: 'day' },
    { key: 'leftOn', kind: 'day' },
    { key: 'insurance', kind: 'insurance' },
    { key: 'management', kind: 'known-yes-no' },
  ],
  assignments: [
    PERSON,
    { key: 'post', kind: 'post', required: true },
    FROM,
    TO,
    { key: 'share', kind: 'share' },
    { key: 'deputy', kind: 'yes-no' },
    PROVINCE,
    { key: 'unit', kind: 'text' },
    { key: 'appointedOn', kind: 'day' },
  ],
  bodies: [
    { key: 'kind', kind: 'body', required: true },
    FROM,
    TO,
    { key: 'headId', kind: 'person' },
    { key: 'headSince', kind: 'day' },
    { key: 'appointedOn', kind: 'day' },
    { key: 'members', kind: 'members' },
  ],
  places: [{ ...PROVINCE, required: true }, FROM, TO],
  certificates: [
    PERSON,
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      choices: choices({
        security: 'securityCertificate',
        'skill-test': 'skillTest',
        'background-check': 'backgroundCheck',
        'work-safety': 'workSafety',
        other: 'otherCertificate',
      }),
    },
    { key: 'validFrom', kind: 'day', required: true },
    { key: 'validTo', kind: 'day' },
    { key: 'numberSet', kind: 'yes-no' },
  ],
  trainings: [
    PERSON,
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      choices: choices({
        'personal-information': 'personalInformation',
        security: 'securityTraining',
        'cii-security': 'ciiSecurity',
        other: 'otherTraining',
      }),
    },
    { key: 'on', kind: 'day', required: true },
  ],
  letters: [
    PERSON,
    { key: 'kind', kind: 'choice', required: true, choices: choices({ confidentiality: 'confidentiality' }) },
    { key: 'signedOn', kind: 'day', required: true },
    { key: 'validTo', kind: 'day' },
  ],
  filings: [
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      choices: choices({ 'security-body': 'securityBody', 'pi-officer': 'piOfficer' }),
    },
    { key: 'on', kind: 'day', required: true },
    PROVINCE,
    { key: 'personId', kind: 'person' },
    { key: 'receipt', kind: 'known-yes-no' },
  ],
  localBodies: [
    { ...PROVINCE, required: true },
    FROM,
    TO,
    { key: 'addressSet', kind: 'known-yes-no' },
    { key: 'contactId', kind: 'person' },
    { key: 'changedOn', kind: 'day' },
    { key: 'updatedOn', kind: 'day' },
  ],
  rotas: [{ key: 'post', kind: 'post', required: true }, FROM, TO, { key: 'shifts', kind: 'shifts' }],
  serviceHours: [FROM, TO, { key: 'hours', kind: 'hours' }],
  audits: [
    { key: 'kind', kind: 'choice', required: true, choices: choices({ 'minors-information': 'minorsInformation' }) },
    { key: 'on', kind: 'day', required: true },
    { key: 'reportedOn', kind: 'day' },
  ],
  complaints: [
    { key: 'receivedOn', kind: 'day', required: true },
    { key: 'answeredOn', kind: 'day' },
  ],
};

/** Lists whose records belong to one person; the others are of the company. */
export const PERSON_LISTS = ['employments', 'assignments', 'certificates', 'trainings', 'letters'] as const;
export const COMPANY_LISTS = [
  'bodies',
  'places',
  'filings',
  'localBodies',
  'rotas',
  'serviceHours',
  'audits',
  'complaints',
] as const satisfies readonly RosterListName[];

/** Lists whose records are about one day and have no end to set. */
export const ONE_DAY: readonly RosterListName[] = ['trainings', 'filings', 'audits'];

/** A new record with nothing said yet. */
export function emptyRecord(list: RosterListName, known: RecordValues = {}): RecordValues {
  const values = ROSTER_FIELDS[list].map(({ key, kind, choices: only }): [string, unknown] => {
    if (kind === 'yes-no') return [key, false];
    if (kind === 'members' || kind === 'hours' || kind === 'shifts') return [key, []];
    return [key, only?.length === 1 ? only[0]?.value : null];
  });
  return { ...Object.fromEntries(values), ...known };
}

/** Whether something that must be given is not. */
export function lacksField(list: RosterListName, values: RecordValues): boolean {
  return ROSTER_FIELDS[list].some(({ key, required }) => required && (values[key] ?? null) === null);
}
