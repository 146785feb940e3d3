import { z } from 'zod';
import { invalidField } from '../errors.ts';

/** How many rows a page has. */
export const Limit = z.int().min(1).max(100).default(50);
/** Place after which the next page begins: what the page before gave, or nothing. */
export const Cursor = z.string().max(200).nullish();

/** Makes an opaque cursor of the sort key of the last row of a page. */
function encodeCursor(key: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws AppError `invalid-input` for a text that no page gave */
export function decodeCursor(cursor: string | null | undefined): readonly [string, string] | undefined {
  if (cursor == null || cursor === '') return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const parsed = z.tuple([z.string().regex(/^[\dTZ:.-]{10,30}$/), z.uuid()]).safeParse(key);
    if (parsed.success) return parsed.data;
  } catch {
    // Not ours: answered like any other wrong one.
  }
  throw invalidField(
    'cursor',
    '翻页标记无效，请从第一页重新开始。',
    'The cursor is not valid; begin again at the first page.',
  );
}

/** Cuts one row too many off a page; the cursor is null on the last page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly [string, string]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
