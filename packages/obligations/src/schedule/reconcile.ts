import type { Occurrence } from './model.ts';

/** An item as it was recorded before: its natural key and dates, and whether somebody has worked on it. */
export interface RecordedOccurrence {
  key: string;
  opensOn: string | null;
  nominalOn: string | null;
  dueOn: string | null;
  dueAt: string | null;
  actBy: string | null;
  provisional: boolean;
  applies: 'yes' | 'unknown';
  status: string;
  /** Somebody assigned it, commented, added evidence, filed or closed it: it is never dropped. */
  workedOn: boolean;
}

/** A date that is not what it was. */
export interface DateChange {
  field: 'opensOn' | 'nominalOn' | 'dueOn' | 'dueAt' | 'actBy';
  from: string | null;
  to: string | null;
}

/** What regenerating changed. Every old and every new item is in exactly one list. */
export interface Reconciliation<Old extends RecordedOccurrence = RecordedOccurrence> {
  /** Not recorded before. */
  added: readonly Occurrence[];
  /** Recorded, no longer generated, and nobody worked on it. */
  removed: readonly Old[];
  /** No longer generated, but worked on: kept, and shown as no longer required. */
  orphaned: readonly Old[];
  /** Same item, other dates. */
  moved: readonly { old: Old; next: Occurrence; changes: readonly DateChange[] }[];
  /** Same item, same dates. */
  kept: readonly { old: Old; next: Occurrence }[];
}

const DATE_FIELDS = ['opensOn', 'nominalOn', 'dueOn', 'dueAt', 'actBy'] as const;

/**
 * Compares the recorded items of a licence with a new schedule by natural key. Nothing worked on is dropped. Repeating
 * it with its own result changes nothing.
 * @throws {RangeError} when a key occurs twice on one side
 */
export function reconcile<Old extends RecordedOccurrence>(
  recorded: readonly Old[],
  next: readonly Occurrence[],
): Reconciliation<Old> {
  const before = byKey(recorded);
  const after = byKey(next);
  const result = {
    added: [] as Occurrence[],
    removed: [] as Old[],
    orphaned: [] as Old[],
    moved: [] as { old: Old; next: Occurrence; changes: DateChange[] }[],
    kept: [] as { old: Old; next: Occurrence }[],
  };
  for (const occurrence of next) {
    const old = before.get(occurrence.key);
    if (old === undefined) {
      result.added.push(occurrence);
      continue;
    }
    const changes = changesBetween(old, occurrence);
    if (changes.length > 0) result.moved.push({ old, next: occurrence, changes });
    else result.kept.push({ old, next: occurrence });
  }
  for (const old of recorded) {
    if (!after.has(old.key)) (old.workedOn ? result.orphaned : result.removed).push(old);
  }
  return result;
}

function changesBetween(old: RecordedOccurrence, next: Occurrence): DateChange[] {
  return DATE_FIELDS.filter((field) => old[field] !== next[field]).map((field) => ({
    field,
    from: old[field],
    to: next[field],
  }));
}

function byKey<Item extends { key: string }>(items: readonly Item[]): Map<string, Item> {
  const map = new Map(items.map((item) => [item.key, item]));
  if (map.size === items.length) return map;
  const seen = new Set<string>();
  const twice = items.find((item) => seen.size === seen.add(item.key).size);
  throw new RangeError(`the key ${twice?.key} occurs twice`);
}
