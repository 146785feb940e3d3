/**
 * Whether a value would be stored as what is stored: properties without a value do not count, and neither does their
 * order. For the many things that a night finds unchanged this costs a part of writing both as text.
 */
export function isSameJson(said: unknown, stored: unknown): boolean {
  if (said === stored) return true;
  if (typeof said !== 'object' || typeof stored !== 'object' || said === null || stored === null) return false;
  if (Array.isArray(said)) {
    if (!Array.isArray(stored) || said.length !== stored.length) return false;
    for (let i = 0; i < said.length; i += 1) if (!isSameJson(said[i], stored[i])) return false;
    return true;
  }
  if (Array.isArray(stored)) return false;
  const other = stored as Record<string, unknown>;
  let known = 0;
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(other, name) || !isSameJson(value, other[name])) return false;
    known += 1;
  }
  return known === Object.keys(other).length;
}
