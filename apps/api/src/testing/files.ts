import { crc32, deflateSync } from 'node:zlib';
import { type ZipEntry, zipOf } from './zip.ts';

/** A small whole PDF. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\ntrailer\n<< /Root 1 0 R >>\nstartxref\n46\n%%EOF\n',
);

/** A whole PNG of one pixel. */
export const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
]);

/** A JPEG as far as its segments go. */
export const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffda000c03010002110311003f00' + '00112233445566778899'.repeat(4) + 'ffd9',
  'hex',
);

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;
const PART = { docx: '/word/document.xml', xlsx: '/xl/workbook.xml' } as const;

/** Parts of a small Word or Excel file. */
export function officeParts(kind: 'docx' | 'xlsx', more: readonly ZipEntry[] = []): ZipEntry[] {
  const types = `<?xml version="1.0"?><Types><Override PartName="${PART[kind]}" ContentType="${MAIN[kind]}"/></Types>`;
  return [
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: '<?xml version="1.0"?><Relationships/>' },
    { name: PART[kind].slice(1), content: '<?xml version="1.0"?><document>年报</document>' },
    ...more,
  ];
}

/** A small Word or Excel file. */
export const officeFile = (kind: 'docx' | 'xlsx', more: readonly ZipEntry[] = []): Buffer =>
  zipOf(officeParts(kind, more));

export const EML = Buffer.from(
  'From: a@example.cn\r\nTo: b@example.cn\r\nDate: Tue, 24 Nov 2026 10:00:00 +0800\r\nSubject: =?utf-8?B?5Zue5omn?=\r\n\r\n附件为回执。\r\n',
);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
