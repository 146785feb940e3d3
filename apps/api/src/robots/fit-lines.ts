/** How a message is put together of its parts. */
export interface Parts {
  lines: readonly string[];
  /** Said of what is left out; null when nothing is. */
  more: string | null;
}

/**
 * As many lines as fit into so many bytes of UTF-8, the first ones first. What `write` puts around them, such as title
 * and link, always stays; what is left out is counted. A single line that is too long is cut between two characters.
 */
export function fitLines(
  lines: readonly string[],
  more: (left: number) => string,
  maxBytes: number,
  write: (parts: Parts) => string,
): string {
  const written = (count: number, last?: string): string => {
    const shown = last === undefined ? lines.slice(0, count) : [...lines.slice(0, count - 1), last];
    const left = lines.length - count;
    return write({ lines: shown, more: left > 0 ? more(left) : null });
  };
  const fits = (text: string) => Buffer.byteLength(text) <= maxBytes;
  const count = greatest(lines.length, (n) => fits(written(n)));
  const [first] = lines;
  if (count > 0 || first === undefined) return written(count);
  const characters = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(first)].map((s) => s.segment);
  const cut = (length: number) => written(1, `${characters.slice(0, length).join('')}…`);
  const length = greatest(characters.length - 1, (n) => fits(cut(n)));
  return length > 0 ? cut(length) : written(0);
}

/** The greatest number up to `max` that fits, where whatever is smaller fits too; 0 is taken to fit. */
function greatest(max: number, fits: (n: number) => boolean): number {
  if (fits(max)) return max;
  let [low, high] = [0, max];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
