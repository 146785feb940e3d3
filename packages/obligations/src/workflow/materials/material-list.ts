import type { Mark } from '../../rulebook/marks.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import type { MarkedNote } from '../machine/model.ts';
import { BASE_LISTS } from './base-lists.ts';
import type { MaterialAct, MaterialItem, MaterialOrigin, MaterialOverride, MaterialTick } from './model.ts';
import { practiceOf } from './provinces.ts';

/** A line that somebody took out, kept to be shown. */
export interface LeftOutMaterial {
  readonly item: MaterialItem;
  readonly by: Exclude<MaterialOrigin, 'base'>;
  readonly why: Bilingual;
  readonly source: Bilingual;
  readonly mark: Mark;
}

/** The list for one act: nothing leaves it silently. */
export interface MaterialList {
  readonly act: MaterialAct;
  readonly items: readonly MaterialItem[];
  readonly leftOut: readonly LeftOutMaterial[];
  /** Overrides that named a line which is not there, and so changed nothing. */
  readonly idle: readonly MaterialOverride[];
  /** What else is known of the province's practice. */
  readonly notes: readonly MarkedNote[];
  readonly phone: string | null;
}

/**
 * The list of material for an act: the base list, then what is known of the province, then the tenant's own overrides in
 * their order. A later one prevails over an earlier one on the same line.
 * @param province prefix of the licence number (苏), or null for the ministry
 */
export function materialList(
  act: MaterialAct,
  province: string | null,
  own: readonly MaterialOverride[] = [],
): MaterialList {
  const practice = province === null ? undefined : practiceOf(province);
  const { mark, sources, materials } = BASE_LISTS[act];
  let list: MaterialList = {
    act,
    items: materials.map((material) => ({ ...material, mark, sources, origin: 'base', changedBecause: null })),
    leftOut: [],
    idle: [],
    notes: practice?.notes ?? [],
    phone: practice?.phone ?? null,
  };
  for (const override of practice?.overrides ?? []) list = withOverride(list, override, 'province');
  for (const override of own) list = withOverride(list, override, 'own');
  return list;
}

/** The lines still to be had: needed always, or not yet set aside as not needed. */
export function missingMaterials(
  { items }: Pick<MaterialList, 'items'>,
  ticks: readonly MaterialTick[],
): MaterialItem[] {
  const settled = new Set(ticks.filter(isSettled).map(({ materialId }) => materialId));
  return items.filter(({ id }) => !settled.has(id));
}

function isSettled({ status }: MaterialTick): boolean {
  return status === 'received' || status === 'not-needed';
}

function withOverride(list: MaterialList, override: MaterialOverride, origin: 'province' | 'own'): MaterialList {
  const { act, change, id, material, why, source, mark } = override;
  if (act !== list.act) return list;
  const before = list.items.find((item) => item.id === id);
  if (change === 'leave-out') {
    if (before === undefined) return { ...list, idle: [...list.idle, override] };
    const items = list.items.filter((item) => item !== before);
    return { ...list, items, leftOut: [...list.leftOut, { item: before, by: origin, why, source, mark }] };
  }
  if (material === undefined || (change === 'replace' && before === undefined)) {
    return { ...list, idle: [...list.idle, override] };
  }
  const item: MaterialItem = { ...material, id, mark, sources: [], origin, changedBecause: { why, source } };
  const items =
    before === undefined ? [...list.items, item] : list.items.map((other) => (other === before ? item : other));
  return { ...list, items, leftOut: list.leftOut.filter((left) => left.item.id !== id) };
}
