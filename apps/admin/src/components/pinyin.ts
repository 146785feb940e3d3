import { pinyin } from 'pinyin-pro';

const known = new Map<string, readonly string[]>();

/** A name by the first letters of its characters, and written out; other signs stay as they are. */
export function readingsOf(name: string): readonly string[] {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const syllables = pinyin(name.toLowerCase(), { toneType: 'none', type: 'array', v: true });
  const readings = [syllables.map((syllable) => syllable.charAt(0)).join(''), syllables.join('')];
  known.set(name, readings);
  return readings;
}
