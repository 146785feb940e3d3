import { readFileSync } from 'node:fs';

/** Bytes of a fictional licence document of `samples/`. */
export function sampleBytes(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../samples/${name}`, import.meta.url));
}

/** Text of a sample that is UTF-8. */
export function sampleText(name: string): string {
  return readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8');
}
