import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { OrganisationId, OwnDutyId, RuleChangeId } from '../../db/ids.ts';
import { Notice } from '../operator/schemas.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';
import { DifferenceLine } from '../schedule/difference-lines.ts';

const Nothing = z.strictObject({});
const Version = z.int().min(1);

/** What is to change in the rules of companies. */
export const Change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rulebook'), version: z.string().min(1).max(40) }),
  /** A duty of this organisation as it now is, as a copy in each company; of a retired one, the copies are retired. */
  z.strictObject({ type: z.literal('own-duty'), dutyId: OwnDutyId }),
  /** A working-day notice that is not entered yet. It is only looked at: entering it is the operator's. */
  z.strictObject({ type: z.literal('calendar'), notice: Notice }),
]);
export type Change = z.output<typeof Change>;

export const ReleasesInput = Nothing;
export const Releases = z.strictObject({
  items: z.array(
    z.strictObject({
      version: z.string(),
      asOf: z.string(),
      publishedAt: z.string(),
      /** The organisation goes by it. */
      current: z.boolean(),
      latest: z.boolean(),
    }),
  ),
});

const Release = z.strictObject({ version: z.string(), asOf: z.string() });
export const RulesStateInput = Nothing;
export const RulesState = z.strictObject({
  base: Release,
  /** With the own duties: what runs and items say. */
  ruleVersion: z.string(),
  ownDuties: z.int(),
  latest: Release,
  behind: z.boolean(),
  /** Latest first. */
  history: z.array(
    z.strictObject({
      seq: z.int(),
      version: z.string(),
      at: z.string(),
      by: PersonView,
      changeId: z.string().nullable(),
      takenBack: z.boolean(),
    }),
  ),
});

const Counts = z.strictObject({ added: z.int(), removed: z.int(), moved: z.int(), kept: z.int() });
export const PreviewInput = z.strictObject({ change: Change });
export const Preview = z.strictObject({
  state: z.enum(['previewed', 'unchanged', 'refused']),
  counts: Counts,
  /** How many of the items taken away or moved somebody has worked on. */
  workedOn: z.int(),
  lines: z.array(DifferenceLine),
  more: z.boolean(),
  ruleVersion: z.string(),
  note: Bilingual.nullable(),
});

export const StartRuleChangeInput = z.strictObject({
  change: Change,
  /** Without it: the company itself; of a consultancy every company that is open to the person. */
  organisationIds: z.array(OrganisationId).min(1).max(5000).optional(),
});
export const StartRuleChangeOutput = z.strictObject({ changeId: z.string(), version: z.int(), companies: z.int() });

export const ChangeState = z.enum(['previewing', 'previewed', 'adopting', 'adopted', 'taking-back', 'taken-back']);
export type ChangeState = z.infer<typeof ChangeState>;
export const RuleChangeRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  type: z.enum(['rulebook', 'own-duty', 'calendar']),
  label: Bilingual,
  state: ChangeState,
  /** Why it was taken back. */
  reason: z.string().nullable(),
  startedAt: z.string(),
  startedBy: PersonView,
  progress: z.strictObject({ total: z.int(), done: z.int(), left: z.int(), refused: z.int() }),
  totals: z.strictObject({ added: z.int(), removed: z.int(), moved: z.int(), changedCompanies: z.int() }),
});
export type RuleChangeRow = z.infer<typeof RuleChangeRow>;
export const ListRuleChangesInput = z.strictObject({ cursor: Cursor, limit: Limit });
export const RuleChangePage = z.strictObject({ items: z.array(RuleChangeRow), nextCursor: z.string().nullable() });
export const GetRuleChangeInput = z.strictObject({ changeId: RuleChangeId });

export const CompanyState = z.enum([
  'waiting',
  'previewed',
  'adopted',
  'unchanged',
  'taken-back',
  'moved-on',
  'refused',
]);
export type CompanyState = z.infer<typeof CompanyState>;
export const ListChangeCompaniesInput = z.strictObject({
  changeId: RuleChangeId,
  state: CompanyState.optional(),
  /** Only companies in which some item changes. */
  changed: z.literal(true).optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListChangeCompaniesInput = z.output<typeof ListChangeCompaniesInput>;
export const ChangeCompanyPage = z.strictObject({
  items: z.array(
    z.strictObject({
      organisation: z.strictObject({ id: z.string(), name: z.string() }),
      state: CompanyState,
      counts: Counts.nullable(),
      workedOn: z.int(),
      note: Bilingual.nullable(),
      at: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const Seen = z.strictObject({ changeId: RuleChangeId, version: Version });
export const AdoptInput = Seen;
export const TakeBackInput = Seen.extend({ reason: z.string().trim().min(1).max(1000) });
export const MovedRuleChange = z.strictObject({ changeId: z.string(), version: z.int(), state: ChangeState });
export type MovedRuleChange = z.infer<typeof MovedRuleChange>;
