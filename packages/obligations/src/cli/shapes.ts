import { z } from 'zod';
import { LicenceReading } from '../document/index.ts';
import { LicenceNumberForm } from '../licence/index.ts';
import {
  DutyKind,
  Duty,
  EVENTS,
  type EventAttribute,
  type EventDefinition,
  FACTS,
  type FactDefinition,
  Mark,
  NotEncoded,
} from '../rulebook/index.ts';
import { Bilingual } from '../text/bilingual.ts';
import { CivilDateText } from '../text/civil-date-text.ts';
import { Finding } from '../text/finding.ts';
import { ParametersShape, RosterShape, StaffingShape } from './staffing-shapes.ts';

/** Shapes of the command line's JSON, published as JSON Schema in docs/schemas. */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?.*(Z|[+-]\d{2}:\d{2})$/);
const Applies = z.enum(['yes', 'no', 'unknown']);

const DayBlock = z.strictObject({
  on: CivilDateText,
  until: CivilDateText.optional(),
  kind: z.enum(['weekend', 'holiday', 'make-up', 'weekday']),
  name: z.string(),
});

const StepCandidate = z.strictObject({
  label: z.string().optional(),
  nominalOn: CivilDateText,
  dueOn: CivilDateText,
  actBy: CivilDateText,
});

/** One counting step, with its sentence. */
export const StepShape = z.strictObject({
  rule: z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13', 'window']),
  op: z.enum([
    'working-days-apply',
    'start-not-counted',
    'count-natural-days',
    'count-working-days',
    'count-months',
    'month-end',
    'count-back',
    'stays',
    'roll-later',
    'roll-earlier',
    'not-rolled',
    'strict-reading',
    'act-by',
    'act-by-passed',
    'fixed-window',
    'outside-coverage',
    'count-hours',
    'other-law',
    'earlier-wins',
  ]),
  mark: Mark,
  from: CivilDateText.optional(),
  to: CivilDateText.optional(),
  n: z.int().optional(),
  unit: z.enum(['natural-day', 'working-day', 'hour', 'month', 'year']).optional(),
  hits: z.array(DayBlock).optional(),
  weekendDays: z.int().optional(),
  fromAt: Instant.optional(),
  toAt: Instant.optional(),
  fields: z.array(z.enum(['dueOn', 'actBy'])).optional(),
  coverage: z.strictObject({ from: CivilDateText, to: CivilDateText }).optional(),
  candidates: z.array(StepCandidate).optional(),
  note: z.string().optional(),
  text: Bilingual,
});

/** `read`. */
export const ReadShape = LicenceReading;

/** `deadline`: a day, or a moment for hours. */
export const DeadlineShape = z.union([
  z.strictObject({
    nominalOn: CivilDateText,
    dueOn: CivilDateText,
    actBy: CivilDateText,
    provisional: z.boolean(),
    derivation: z.array(StepShape),
  }),
  z.strictObject({ dueAt: Instant, derivation: z.array(StepShape) }),
]);

/** One dated item of `schedule`. */
export const OccurrenceShape = z.strictObject({
  key: z.string(),
  dutyId: z.string(),
  clause: z.string(),
  dueRuleId: z.string(),
  action: Bilingual,
  applies: z.enum(['yes', 'unknown']),
  opensOn: CivilDateText.nullable(),
  nominalOn: CivilDateText.nullable(),
  dueOn: CivilDateText.nullable(),
  dueAt: Instant.nullable(),
  actBy: CivilDateText.nullable(),
  provisional: z.boolean(),
  provisionalFields: z.array(z.enum(['dueOn', 'actBy'])),
  status: z.enum(['upcoming', 'open', 'past-no-evidence', 'at-once', 'uncertain']),
  mark: Mark,
  anchor: z.strictObject({ what: Bilingual, on: z.string() }),
  derivation: z.array(StepShape),
  asks: z.array(z.string()),
});

/** `schedule`. */
export const ScheduleShape = z.strictObject({
  licence: LicenceReading.shape.licence,
  rulebookVersion: z.string(),
  calendarCoverage: z.strictObject({ from: CivilDateText, to: CivilDateText }),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      kind: DutyKind,
      applies: Applies,
      because: Bilingual,
      asks: z.array(z.string()),
    }),
  ),
  questions: z.array(z.strictObject({ key: z.string(), question: Bilingual, decides: z.array(z.string()) })),
  occurrences: z.array(OccurrenceShape),
  findings: z.array(Finding),
});

/** `number`. */
export const NumberShape = z.strictObject({
  number: z.string(),
  form: LicenceNumberForm,
  province: z.string().nullable(),
  crossRegional: z.boolean().nullable(),
  foreignInvested: z.boolean(),
  classes: z.array(z.string()),
  year: z.int().nullable(),
  serial: z.string(),
  site: z.string().optional(),
  authorityEffective: Bilingual.nullable(),
  findings: z.array(Finding),
});

/** `uscc`. */
export const CreditCodeShape = z.strictObject({
  code: z.string(),
  registration: z.string(),
  division: z.string(),
  province: z.string().nullable(),
  organisationCode: z.string(),
  checkDigitHolds: z.boolean(),
  findings: z.array(Finding),
});

/** `rulebook`: the index without a clause, whole duties with one. */
export const RulebookShape = z.strictObject({
  version: z.string(),
  asOf: CivilDateText,
  duties: z.array(
    z.union([
      z.strictObject({ id: z.string(), clause: z.string(), title: Bilingual, kind: DutyKind, marks: Duty.shape.marks }),
      Duty,
    ]),
  ),
  notEncoded: z.array(NotEncoded),
});

const NetworkUnitShape = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  grade: z.int().min(1).max(5).nullish(),
  gradeApprovedOn: CivilDateText.nullish(),
  filedOn: CivilDateText.nullish(),
  lastTestOn: CivilDateText.nullish(),
  lastRiskAssessmentOn: CivilDateText.nullish(),
});

function factShape({ type, values, question }: FactDefinition): z.ZodType {
  const allowed = values?.map((option) => option.value);
  const shapes = {
    boolean: () => z.boolean(),
    number: () => z.number().min(0),
    date: () => CivilDateText,
    choice: () => z.enum(allowed ?? []),
    list: () => z.array(allowed === undefined ? z.string() : z.enum(allowed)),
    units: () => z.array(NetworkUnitShape),
  };
  return shapes[type]().nullish().describe(`${question.zh} / ${question.en}`);
}

/** `--facts`: answers by fact key. Absent and null both mean "not known". Other keys are for a tenant's own rules. */
export const FactsShape = z.looseObject(
  Object.fromEntries(Object.entries<FactDefinition>(FACTS).map(([key, definition]) => [key, factShape(definition)])),
);

function attributeShape({ type, values, required, label }: EventAttribute): z.ZodType {
  const shapes = {
    date: () => CivilDateText,
    instant: () => Instant,
    number: () => z.number(),
    boolean: () => z.boolean(),
    text: () => z.string(),
    choice: () => z.enum([...(values ?? [])]),
  };
  const shape: z.ZodType = shapes[type]();
  return (required === true ? shape : shape.nullish()).describe(`${label.zh} / ${label.en}`);
}

function eventShape(type: string, { name, attributes }: EventDefinition) {
  return z
    .looseObject({
      id: z.string().min(1),
      type: z.literal(type),
      ...Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, attributeShape(attribute)])),
    })
    .describe(`${name.zh} / ${name.en}`);
}

/** `--events`: trigger events, each with an id of its own. */
export const EventsShape = z.array(
  z.union(Object.entries<EventDefinition>(EVENTS).map(([type, definition]) => eventShape(type, definition))),
);

/** All published shapes by file name in docs/schemas. */
export const PUBLISHED_SHAPES = {
  read: ReadShape,
  schedule: ScheduleShape,
  deadline: DeadlineShape,
  number: NumberShape,
  uscc: CreditCodeShape,
  rulebook: RulebookShape,
  staffing: StaffingShape,
  roster: RosterShape,
  parameters: ParametersShape,
  facts: FactsShape,
  events: EventsShape,
} as const;
