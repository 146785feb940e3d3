import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refusedFile } from './file-types.ts';

/** Limits of what an archive may grow to. Sizes that it states are claims: bytes are counted as they come out. */
const LIMITS = {
  entries: 2_000,
  entryBytes: 50 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  ratio: 100,
  /** Below this, any ratio will do: a page of blanks packs well. */
  ratioFrom: 1024 * 1024,
} as const;

const CONTENT_TYPES = '[Content_Types].xml';
const MAIN_PART = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
} as const;
const LINK = 0o120000;

/**
 * Whether bytes are a whole Word or Excel file without macros. The archive is opened by a counted inflater.
 * @throws AppError `unsupported-media-type` for what is dangerous in it, saying what and what to do
 */
export async function isOfficeFile(bytes: Buffer, kind: keyof typeof MAIN_PART): Promise<boolean> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true }).catch(() => null);
  if (zip === null) return false;
  try {
    const entries = await entriesOf(zip, bytes.length);
    if (entries === null) return false;
    const types = await inflateAll(zip, entries);
    if (types === null || !types.includes(MAIN_PART[kind])) return false;
    if (/macroEnabled|vbaProject/i.test(types)) throw macros();
    return true;
  } finally {
    zip.close();
  }
}

/** All entries; null when the archive is no whole one, or its parts lie over each other. */
async function entriesOf(zip: ZipFile, size: number): Promise<Entry[] | null> {
  if (zip.entryCount > LIMITS.entries) throw tooLarge();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    return null;
  }
  if (entries.some(({ fileName }) => /vbaProject\.bin$/i.test(fileName))) throw macros();
  if (entries.some((entry) => entry.isEncrypted() || ((entry.externalFileAttributes >>> 16) & 0o170000) === LINK))
    return null;
  const places = entries.map((entry) => [entry.relativeOffsetOfLocalHeader, entry.compressedSize] as const);
  places.sort(([a], [b]) => a - b);
  const overlaps = places.some(([start, length], i) => start + 30 + length > (places[i + 1]?.[0] ?? size));
  return overlaps ? null : entries;
}

/** Inflates every entry and looks at it; gives the list of content types, null for a broken archive. */
async function inflateAll(zip: ZipFile, entries: readonly Entry[]): Promise<string | null> {
  let total = 0;
  let types: string | null = null;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    const scan = new PartScan(entry);
    const stream = await zip.openReadStreamPromise(entry).catch(() => null);
    if (stream === null) return null;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        total += chunk.length;
        scan.take(chunk);
        if (total > LIMITS.totalBytes) throw tooLarge();
      }
    } catch (error) {
      stream.destroy();
      if (error instanceof Error && error.name === 'AppError') throw error;
      return null;
    }
    if (entry.fileName === CONTENT_TYPES) types = scan.text();
  }
  return types;
}

/** Looks at one part while it comes out of the archive. */
class PartScan {
  private readonly entry: Entry;
  private readonly isXml: boolean;
  private readonly kept: Buffer[] = [];
  private seam = '';
  private size = 0;

  constructor(entry: Entry) {
    this.entry = entry;
    this.isXml = /\.(xml|rels|vml)$/i.test(entry.fileName);
  }

  take(chunk: Buffer): void {
    if (this.size === 0) this.begins(chunk);
    this.size += chunk.length;
    const { compressedSize } = this.entry;
    if (this.size > LIMITS.entryBytes) throw tooLarge();
    if (this.size > LIMITS.ratioFrom && this.size > compressedSize * LIMITS.ratio) throw tooLarge();
    if (this.isXml) this.scanXml(chunk.toString('latin1'));
    if (this.entry.fileName === CONTENT_TYPES) this.kept.push(chunk);
  }

  text(): string {
    return Buffer.concat(this.kept).toString();
  }

  private begins(chunk: Buffer): void {
    if (chunk.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
      throw refusedFile(
        '文件内嵌了另一个压缩包或 Office 文件，无法核验；请另存为 PDF 后上传。',
        'Another archive or Office file lies inside this one and cannot be checked; save it as PDF and upload that.',
      );
    }
    // In another encoding than UTF-8 its words could not be looked for.
    if (this.isXml && (chunk[0] === 0xff || chunk[0] === 0xfe || chunk[0] === 0)) throw entities();
  }

  private scanXml(chunk: string): void {
    const text = this.seam + chunk;
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw entities();
    this.seam = text.slice(-10);
  }
}

function tooLarge() {
  return refusedFile(
    '文件展开后过大或压缩比异常，已拒绝；请另存为 PDF 后上传。',
    'Unpacked, the file is too large or packed beyond reason; save it as PDF and upload that.',
  );
}

function macros() {
  return refusedFile(
    '文件含有宏，不予接收；请另存为不含宏的 docx、xlsx 或 PDF。',
    'The file has macros and is not taken; save it as docx or xlsx without macros, or as PDF.',
  );
}

function entities() {
  return refusedFile(
    '文件含有实体定义等危险内容，不予接收；请用原软件另存后重新上传。',
    'The file defines entities, which is dangerous; save it anew in its own program and upload that.',
  );
}
