import type { Bilingual } from '../text/bilingual.ts';

/** What the first bytes say a file is; null when they fit a text. */
export function fileKind(bytes: Uint8Array): Bilingual | null {
  for (const { signature, at, kind } of SIGNATURES) {
    if (signature.every((byte, i) => bytes[(at ?? 0) + i] === byte)) return kind;
  }
  return null;
}

const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));
const image: Bilingual = { zh: '图片', en: 'an image' };

const SIGNATURES: readonly { readonly signature: readonly number[]; readonly at?: number; readonly kind: Bilingual }[] =
  [
    { signature: ascii('%PDF-'), kind: { zh: 'PDF 文件', en: 'a PDF file' } },
    { signature: [0x50, 0x4b, 3, 4], kind: { zh: 'DOCX、XLSX、OFD 或 ZIP 文件', en: 'a DOCX, XLSX, OFD or ZIP file' } },
    { signature: [0x50, 0x4b, 5, 6], kind: { zh: 'ZIP 文件', en: 'a ZIP file' } },
    { signature: [0xd0, 0xcf, 0x11, 0xe0], kind: { zh: '旧版 Word 或 Excel 文件', en: 'an old Word or Excel file' } },
    { signature: ascii('{\\rtf'), kind: { zh: 'RTF 文件', en: 'an RTF file' } },
    { signature: [0x89, 0x50, 0x4e, 0x47], kind: image },
    { signature: [0xff, 0xd8, 0xff], kind: image },
    { signature: ascii('GIF8'), kind: image },
    { signature: ascii('II*\0'), kind: image },
    { signature: ascii('MM\0*'), kind: image },
    { signature: ascii('WEBP'), at: 8, kind: image },
    { signature: ascii('ftyp'), at: 4, kind: image },
    { signature: [0x1f, 0x8b], kind: { zh: '压缩文件', en: 'a compressed file' } },
    { signature: ascii('Rar!'), kind: { zh: '压缩文件', en: 'a compressed file' } },
    { signature: ascii('7z\xbc\xaf'), kind: { zh: '压缩文件', en: 'a compressed file' } },
    { signature: [0x7f, 0x45, 0x4c, 0x46], kind: { zh: '程序文件', en: 'a program' } },
  ];
