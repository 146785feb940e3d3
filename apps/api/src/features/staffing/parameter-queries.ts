import type { StaffingParameter } from '@zhengqi/obligations';
import { desc, sql } from 'drizzle-orm';
import { staffingParameter } from '../../db/schema/people.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';

/** A number that was set and not taken back. */
export type ParameterRow = Omit<typeof staffingParameter.$inferSelect, 'value' | 'source' | 'setBy'> &
  Pick<StaffingParameter, 'value' | 'source' | 'setBy'>;

/** Numbers in force: of each key, province and side the one set last, without those taken back. */
export async function readParameters(tx: TenantTransaction, recordedBefore?: string): Promise<ParameterRow[]> {
  const { key, province, setBy, recordedAt, id } = staffingParameter;
  const rows = await tx.db
    .selectDistinctOn([key, province, setBy])
    .from(staffingParameter)
    .where(recordedBefore === undefined ? undefined : sql`${recordedAt} < ${recordedBefore}::timestamptz`)
    .orderBy(key, province, setBy, desc(recordedAt), desc(id));
  return rows.flatMap(({ value, source, setBy: side, ...row }) =>
    value === null || source === null ? [] : [{ ...row, value, source, setBy: side as StaffingParameter['setBy'] }],
  );
}

/** A stored number as the checks take it. */
export function asParameter({ key, province, value, source, setBy }: ParameterRow): StaffingParameter {
  return { key, province, value, source, setBy };
}
