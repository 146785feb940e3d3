import { z } from 'zod';
import { CustodyItemId, LicenceId, PersonId } from '../../db/ids.ts';
import { Day } from '../../parse-input.ts';
import { Cursor, Limit } from '../pagination.ts';
import { PersonView } from '../people.ts';

const Kind = z.enum(['original', 'copy', 'account']);
export const CustodyState = z.enum(['kept', 'lent', 'lost', 'retired']);
export type CustodyState = z.infer<typeof CustodyState>;
const Name = z.string().trim().min(1).max(200);
const Label = z.string().trim().min(1).max(200);
const Note = z.string().trim().min(1).max(1000);
const Reason = Note;

/** Who has a thing: a person of the roster, another organisation, or a place. No password or login name is kept. */
export const Holder = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('person'), personId: PersonId }),
  z.strictObject({ type: z.literal('organisation'), name: Name }),
  z.strictObject({ type: z.literal('place'), name: Name }),
]);
export type Holder = z.output<typeof Holder>;
export const HolderView = z.strictObject({
  type: z.enum(['person', 'organisation', 'place']),
  personId: z.string().nullable(),
  /** Null: the person was erased. */
  name: z.string().nullable(),
});
export type HolderView = z.infer<typeof HolderView>;

export const AddCustodyInput = z.strictObject({
  kind: Kind,
  licenceId: LicenceId.nullish(),
  label: Label,
  place: Name.nullish(),
  note: Note.nullish(),
  keeper: Holder,
  /** Since when. */
  on: Day,
});
const Item = z.strictObject({ itemId: CustodyItemId, version: z.int().min(1) });
export const ChangeCustodyInput = Item.extend({
  label: Label.optional(),
  place: Name.nullable().optional(),
  note: Note.nullable().optional(),
});
export const HandOverInput = Item.extend({ to: Holder, on: Day, note: Note.optional() });
export const LendInput = Item.extend({ to: Holder, on: Day, dueOn: Day, purpose: Reason });
export const ExtendLoanInput = Item.extend({ dueOn: Day, reason: Reason });
export const GiveBackInput = Item.extend({ on: Day, note: Note.optional() });
export const ReportLostInput = Item.extend({ on: Day, reason: Reason });
export const FoundInput = Item.extend({ on: Day, note: Note.optional() });
export const RetireInput = Item.extend({ on: Day, reason: Reason });

export const CustodyMoved = z.strictObject({ itemId: z.string(), version: z.int(), state: CustodyState });
export type CustodyMoved = z.infer<typeof CustodyMoved>;

export const ListCustodyInput = z.strictObject({
  licenceId: LicenceId.optional(),
  /** Keeps it, or has it on loan. */
  personId: PersonId.optional(),
  kind: Kind.optional(),
  state: CustodyState.optional(),
  overdue: z.literal(true).optional(),
  cursor: Cursor,
  limit: Limit,
});
export type ListCustodyInput = z.output<typeof ListCustodyInput>;
export const CustodyRow = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: Kind,
  licence: z.strictObject({ id: z.string(), number: z.string().nullable() }).nullable(),
  label: z.string(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  state: CustodyState,
  keeper: HolderView,
  loan: z
    .strictObject({
      to: HolderView,
      since: z.string(),
      dueOn: z.string(),
      purpose: z.string().nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
  /** The person who keeps it, or has it on loan, works here no more. */
  keeperHasLeft: z.boolean(),
});
export type CustodyRow = z.infer<typeof CustodyRow>;
export const CustodyPage = z.strictObject({ items: z.array(CustodyRow), nextCursor: z.string().nullable() });

export const GetCustodyInput = z.strictObject({ itemId: CustodyItemId });
export const CustodyDetail = CustodyRow.extend({
  history: z.array(
    z.strictObject({
      seq: z.int(),
      move: z.string(),
      on: z.string(),
      at: z.string(),
      by: PersonView,
      byKind: z.enum(['user', 'api-key', 'system']),
      from: HolderView.nullable(),
      to: HolderView.nullable(),
      dueOn: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type CustodyDetail = z.infer<typeof CustodyDetail>;

export const HeldByInput = z.strictObject({ personId: PersonId });
export const HeldBy = z.strictObject({ items: z.array(CustodyRow) });
export const HandOverAllInput = z.strictObject({ personId: PersonId, to: Holder, on: Day, note: Note.optional() });
export const HandedOver = z.strictObject({ moved: z.int(), items: z.array(CustodyMoved) });
