// Every control character but tabs, line ends and page ends.
const CONTROL = /[^\P{Cc}\t\n\r\f]/u;
const MARKUP = /^\s*<(?:!|\?|[a-z])/i;

/** Whether bytes are plain text in UTF-8 or GB18030, and no page or drawing that begins like one. */
export function isPlainText(bytes: Buffer): boolean {
  const text = decode(bytes);
  return text !== undefined && !CONTROL.test(text) && !MARKUP.test(text.slice(0, 1000));
}

/** Whether bytes are an e-mail as programs save it: header lines with a sender, an empty line, no binary data. */
export function isMail(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const [head = '', ...rest] = bytes.toString('latin1').split(/\r?\n\r?\n/, 2);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  if (rest.length === 0 || !lines.every((line) => /^[!-9;-~]+:/.test(line))) return false;
  const names = new Set(lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()));
  return names.has('from') && ['date', 'received', 'message-id'].some((name) => names.has(name));
}

function decode(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding.
    }
  }
  return undefined;
}
