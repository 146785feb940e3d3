import type { Language } from '../text/bilingual.ts';

/** What a command found: the JSON shape published in docs/schemas, and the same for people to read. */
export interface CommandResult {
  readonly json: unknown;
  text(lang: Language): string;
}

/** A heading with a rule below it. */
export function heading(title: string): string {
  return `\n${title}\n${'─'.repeat(Math.min(60, widthOf(title)))}`;
}

/** Columns on a terminal: Chinese characters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Pads to a number of terminal columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - widthOf(text)));
}
