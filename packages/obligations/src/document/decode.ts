import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { DocumentError } from './document-error.ts';
import { fileKind } from './file-signature.ts';

/** A decoded document. Offsets everywhere are offsets into `text`, which has no byte order mark. */
export interface DecodedDocument {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'given';
  readonly findings: readonly Finding[];
}

/** Largest document, in bytes (or characters of a text given as such). A licence has about 12 KB. */
export const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;

/**
 * Bytes or text to text: UTF-8 with or without byte order mark, UTF-16, GB18030 (which holds GBK and GB2312).
 * @throws {DocumentError} `empty-document`, `document-too-large`, `binary-document` (naming what it looks like),
 * `undecodable-document`.
 */
export function decodeDocument(input: string | Uint8Array): DecodedDocument {
  if (input.length > MAX_DOCUMENT_BYTES) throw tooLarge(input.length);
  const decoded =
    typeof input === 'string' ? { text: input, encoding: 'given' as const, findings: [] } : decodeBytes(input);
  if (!/\S/.test(decoded.text)) {
    throw new DocumentError(
      'empty-document',
      '文件是空的，没有任何文字。',
      'The document is empty: it contains no text.',
    );
  }
  const control = controlCharacters(decoded.text);
  if (control !== null) throw binary(null, control);
  return decoded;
}

/** Stray control characters of a pasted PDF are blanks; this share of them, or one zero, is no text. */
const MAX_CONTROL_SHARE = 0.005;

/** Offset of the first control character of something that is not text; null for a text. */
function controlCharacters(text: string): number | null {
  let count = 0;
  let first: number | null = null;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return i;
    if (unit >= 32 || (unit >= 9 && unit <= 13)) continue;
    count++;
    first ??= i;
  }
  return count > 1 + text.length * MAX_CONTROL_SHARE ? first : null;
}

function decodeBytes(bytes: Uint8Array): DecodedDocument {
  if (bytes.length === 0) return { text: '', encoding: 'utf-8', findings: [] };
  const kind = fileKind(bytes);
  if (kind !== null) throw binary(kind, null);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return utf16;
  if (looksLikeUtf8(bytes)) return decodeDamagedUtf8(bytes);
  const gb18030 = tryDecode(bytes, 'gb18030');
  if (gb18030 !== null && !/[\ue000-\uf8ff]/.test(gb18030.text)) return gb18030;
  throw new DocumentError(
    'undecodable-document',
    '无法识别文件的文字编码。请另存为 UTF-8（或 GB18030）编码的文本文件后重试。',
    'The encoding of the text was not recognised. Save it as a text file in UTF-8 (or GB18030) and try again.',
  );
}

/** Decodes strictly; a character cut off at the very end is dropped and reported. Null when the bytes do not fit. */
function tryDecode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): DecodedDocument | null {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(
        cut === 0 ? bytes : bytes.subarray(0, bytes.length - cut),
      );
      return { text, encoding, findings: cut === 0 ? [] : [cutCharacter()] };
    } catch {
      // Not this encoding, or cut inside a character: try with one byte less.
    }
  }
  return null;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedDocument {
  const even = bytes.length - (bytes.length % 2);
  return {
    text: new TextDecoder(encoding).decode(bytes.subarray(0, even)),
    encoding,
    findings: even === bytes.length ? [] : [cutCharacter()],
  };
}

/** UTF-16 without a byte order mark: in the right byte order, nearly all characters are Chinese, ASCII or punctuation. */
function guessUtf16(bytes: Uint8Array): DecodedDocument | null {
  if (!bytes.subarray(0, SAMPLE).includes(0)) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
    const usual = sample.match(USUAL)?.length ?? 0;
    if (usual > sample.length * 0.95) return decodeUtf16(bytes, encoding);
  }
  return null;
}

const SAMPLE = 4096;
const USUAL = /[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** Whether nearly all bytes above 127 form UTF-8 sequences: GB18030 text never does for long. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let follow = 1;
    while (follow < length && ((bytes[i + follow] ?? 0) & 0xc0) === 0x80) follow++;
    if (length > 0 && follow === length) {
      good++;
      i += length - 1;
    } else bad++;
  }
  return good > 20 && bad * 20 < good;
}

function decodeDamagedUtf8(bytes: Uint8Array): DecodedDocument {
  const text = new TextDecoder('utf-8').decode(bytes);
  const start = text.indexOf('\ufffd');
  const before = text.slice(0, start).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const damaged = newFinding(
    'damaged-characters',
    'warning',
    `文件中有损坏的字符（第一处在第 ${line} 行第 ${column} 列），已以“\ufffd”代替，请对照原件。`,
    `The file contains damaged characters (the first at line ${line}, column ${column}), replaced by "\ufffd". Compare with the original.`,
    { line, column, start, end: start + 1 },
  );
  return { text, encoding: 'utf-8', findings: [damaged] };
}

function cutCharacter(): Finding {
  return newFinding(
    'document-truncated',
    'warning',
    '文件在一个字符中间结束，可能没有传完整。',
    'The file ends in the middle of a character: it may be incomplete.',
  );
}

function tooLarge(size: number): DocumentError {
  const mib = (n: number) => (n / 1024 / 1024).toFixed(1);
  return new DocumentError(
    'document-too-large',
    `文件有 ${mib(size)} MB，超过上限 ${mib(MAX_DOCUMENT_BYTES)} MB。许可证文本通常只有十几 KB，请只提供许可证本身。`,
    `The document has ${mib(size)} MB; the limit is ${mib(MAX_DOCUMENT_BYTES)} MB. The text of a licence has some 12 KB: give the licence alone.`,
  );
}

function binary(kind: { readonly zh: string; readonly en: string } | null, offset: number | null): DocumentError {
  const seen =
    offset === null
      ? { zh: '', en: '' }
      : { zh: `（第 ${offset + 1} 个字符是控制字符）`, en: ` (character ${offset + 1} is a control character)` };
  return new DocumentError(
    'binary-document',
    `文件看起来是${kind?.zh ?? '二进制数据'}，不是文本${seen.zh}。目前只能读取文本：请另存为 .txt，或复制文字后粘贴。`,
    `The file looks like ${kind?.en ?? 'binary data'}, not text${seen.en}. Only text can be read for now: save it as .txt or paste its text.`,
  );
}
