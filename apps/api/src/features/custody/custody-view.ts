import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { StoredHolder } from '../../db/schema/custody.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type CustodyItemRow, readLeavers, readLicenceNumbers, readNames } from './queries.ts';
import { CustodyRow, type HolderView } from './schemas.ts';

/** Items as lists show them. */
export async function custodyRows(
  tx: TenantTransaction,
  ctx: TenantContext,
  rows: readonly CustodyItemRow[],
): Promise<CustodyRow[]> {
  const holders = rows.flatMap(({ keeper, borrower }) => [keeper, ...(borrower === null ? [] : [borrower])]);
  const people = holders.flatMap((holder) => personIn(holder) ?? []);
  const day = today(ctx.clock);
  const leavers = await readLeavers(tx, people, day);
  const view = holderViews(await readNames(tx, people));
  const numbers = await readLicenceNumbers(
    tx,
    rows.flatMap(({ licenceId }) => licenceId ?? []),
  );
  return rows.map(({ id, version, kind, licenceId, label, place, note, state, keeper, borrower, ...loan }) => {
    const hasLeft = [keeper, borrower].some((holder) => holder !== null && leavers.has(personIn(holder) ?? ''));
    return CustodyRow.parse({
      id: publicId('custodyItem', id),
      version,
      kind,
      licence:
        licenceId === null ? null : { id: publicId('licence', licenceId), number: numbers.get(licenceId) ?? null },
      label,
      place,
      note,
      state,
      keeper: view(keeper),
      loan:
        borrower === null || loan.loanDueOn === null
          ? null
          : {
              to: view(borrower),
              since: loan.lentOn,
              dueOn: loan.loanDueOn,
              purpose: loan.loanPurpose,
              overdue: loan.loanDueOn < day,
            },
      keeperHasLeft: hasLeft && (state === 'kept' || state === 'lent'),
    });
  });
}

/** The person that a holder is, or null. */
export function personIn(holder: StoredHolder | null): string | null {
  return holder?.type === 'person' ? holder.personId : null;
}

/** How holders are shown, given the names of people. */
export function holderViews(names: ReadonlyMap<string, string>): (holder: StoredHolder) => HolderView {
  return (holder) =>
    holder.type === 'person'
      ? { type: 'person', personId: publicId('person', holder.personId), name: names.get(holder.personId) ?? null }
      : { type: holder.type, personId: null, name: holder.name };
}
