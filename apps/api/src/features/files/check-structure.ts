import { crc32 } from 'node:zlib';

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const TAIL = 2048;

/** Whether a PDF is whole: begins with its header at once, has objects, and ends with its trailer. */
export function isWholePdf(bytes: Buffer): boolean {
  const tail = bytes.subarray(-TAIL).toString('latin1');
  return (
    /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1')) &&
    /\d+\s+\d+\s+obj\b/.test(bytes.toString('latin1')) &&
    tail.includes('startxref') &&
    tail.includes('%%EOF') &&
    !endsWithArchive(bytes)
  );
}

/** Whether a PNG is whole: its chunks follow each other to the last byte, each with its checksum. */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return false;
  for (let at = 8, first = true; at + 12 <= bytes.length; first = false) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return false;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (first !== (type === 'IHDR') || (first && length !== 13)) return false;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false;
    if (type === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
}

/**
 * Whether a JPEG is whole: segments up to the picture, and an end. Cameras put data of their own behind the end; other
 * documents there are refused.
 */
export function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker < 0xc0 || length < 2) return false;
    at += 2 + length;
    if (marker !== 0xda) continue;
    const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at);
    return end !== -1 && !carriesDocument(bytes.subarray(end + 2)) && !endsWithArchive(bytes);
  }
  return false;
}

/** Whether somebody's page, script or PDF stands in data that follow a picture. */
function carriesDocument(rest: Buffer): boolean {
  return /<(?:html|script|svg|!doctype|\?php)|%PDF-/i.test(rest.toString('latin1'));
}

/** Whether the file can be opened as a ZIP too: the end record of an archive reaches exactly to the last byte. */
function endsWithArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-(22 + 0xffff));
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at !== -1; ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) return false;
    at = tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}
