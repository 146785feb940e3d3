import { type MaterialAct, type MaterialList, materialList, missingMaterials, workflowOf } from '@zhengqi/obligations';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readLicence } from '../licences/queries.ts';
import type { readMaterialTicks, WorkflowTableRow } from './queries.ts';

export type MaterialTickRow = Awaited<ReturnType<typeof readMaterialTicks>>[number];

/** The list of material of a piece of work, of the province that issues the licence; null for a kind without one. */
export async function listOfWork(
  tx: TenantTransaction,
  row: Pick<WorkflowTableRow, 'kind' | 'licenceId'>,
): Promise<{ province: string | null; list: MaterialList } | null> {
  const act = workflowOf(row.kind).materials;
  if (act === null) return null;
  const licence = row.licenceId === null ? undefined : await readLicence(tx, row.licenceId);
  const province = licence === undefined ? null : provinceOf(licence.fields);
  return { province, list: materialList(act as MaterialAct, province) };
}

/** Whose practice counts: that of the province, or of the ministry (null) for a cross-regional licence. */
export function provinceOf(licence: { province: string | null; isCrossRegional: boolean | null }): string | null {
  return licence.isCrossRegional === true ? null : licence.province;
}

/** Lines still to be had. What was checked was received. */
export function missingOf(list: MaterialList, ticks: readonly Pick<MaterialTickRow, 'materialId' | 'status'>[]) {
  return missingMaterials(
    list,
    ticks.map(({ materialId, status }) => ({
      materialId,
      status: status === 'checked' ? 'received' : (status as 'missing' | 'asked' | 'received' | 'not-needed'),
    })),
  );
}
