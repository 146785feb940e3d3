import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { readPeople } from '../people.ts';
import { listOfWork, missingOf } from './materials.ts';
import { readMaterialTicks, type WorkflowTableRow } from './queries.ts';

/** The list of material with how far each line is; null for a kind of work without one. */
export async function viewMaterials(tx: TenantTransaction, row: WorkflowTableRow, files: ReadonlyMap<string, string>) {
  const of = await listOfWork(tx, row);
  if (of === null) return null;
  const { list, province } = of;
  const people = await readPeople(tx);
  const ticks = await readMaterialTicks(tx, row.id);
  return {
    act: list.act,
    province,
    items: list.items.map((item) => {
      const tick = ticks.find(({ materialId }) => materialId === item.id);
      return {
        ...item,
        status: tick?.status ?? 'missing',
        version: tick?.version ?? 0,
        file: tick?.fileId ? { fileId: publicId('file', tick.fileId), name: files.get(tick.fileId) ?? '' } : null,
        note: tick?.note ?? null,
        by: people(tick?.setBy ?? null),
        at: tick?.recordedAt ?? null,
      };
    }),
    leftOut: list.leftOut,
    notes: list.notes,
    phone: list.phone,
    missing: missingOf(list, ticks).length,
  };
}
