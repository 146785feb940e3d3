import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Four bytes of the hash of each breached password, in order. Made by `scripts/build-breached-passwords.ts`. */
export const BREACHED_FILE = path.join(import.meta.dirname, 'breached-passwords.bin');
const WIDTH = 4;

/** Read when somebody first chooses a password: a process that never needs it does not pay for it. */
let packed: Buffer | undefined;

/**
 * Whether a password stands in the lists of breached ones, in whatever case. Of passwords that do not, one in forty
 * thousand is taken for one that does: four bytes are enough to ask for another.
 */
export function isBreached(password: string): boolean {
  packed ??= fs.readFileSync(BREACHED_FILE);
  const wanted = markOf(password);
  let [low, high] = [0, packed.length / WIDTH];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = packed.readUInt32BE(middle * WIDTH);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** The file's content for these passwords. */
export function packBreached(passwords: Iterable<string>): Buffer {
  const marks = [...new Set([...passwords].map(markOf))].sort((a, b) => a - b);
  const bytes = Buffer.alloc(marks.length * WIDTH);
  marks.forEach((mark, i) => bytes.writeUInt32BE(mark, i * WIDTH));
  return bytes;
}

function markOf(password: string): number {
  return createHash('sha256').update(password.normalize('NFKC').toLowerCase()).digest().readUInt32BE(0);
}
