import { describe, expect, it } from 'vitest';
import { sampleBytes, sampleText } from '../testing/samples.ts';
import { decodeDocument, MAX_DOCUMENT_BYTES, readLicenceDocument } from './index.ts';

const text = sampleText('sms.txt');
const utf8 = sampleBytes('sms.txt');
const bytes = (...values: number[]) => Uint8Array.from(values);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((p) => [...p]));
const utf16 = (littleEndian: boolean) => {
  const out = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(out.buffer).setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return out;
};

describe('decoding', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with byte order mark', join(bytes(0xef, 0xbb, 0xbf), utf8), 'utf-8'],
    ['UTF-16 little endian with mark', join(bytes(0xff, 0xfe), utf16(true)), 'utf-16le'],
    ['UTF-16 big endian with mark', join(bytes(0xfe, 0xff), utf16(false)), 'utf-16be'],
    ['UTF-16 little endian', utf16(true), 'utf-16le'],
    ['UTF-16 big endian', utf16(false), 'utf-16be'],
  ])('%s', (_, input, encoding) => {
    expect(decodeDocument(input)).toEqual({ text, encoding, findings: [] });
  });

  it('GB18030', () => {
    const decoded = decodeDocument(sampleBytes('gb18030.txt'));
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.text).toContain('增值电信业务经营许可证');
  });

  it('reports a file cut inside a character, and reads what is there', () => {
    const cut = decodeDocument(utf8.subarray(0, utf8.lastIndexOf(0xe3) + 1));
    expect(cut.findings.map((f) => f.code)).toEqual(['document-truncated']);
    expect(cut.encoding).toBe('utf-8');
  });

  it('reports damaged characters with their place', () => {
    const damaged = utf8.slice();
    damaged[4] = 0xff;
    const { findings } = decodeDocument(damaged);
    expect(findings).toMatchObject([{ code: 'damaged-characters', at: { line: 1, column: 2 } }]);
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['no bytes', bytes(), 'empty-document', '空'],
    ['no text', '', 'empty-document', '空'],
    ['blanks only', ' \n\u3000\t', 'empty-document', '空'],
    ['PDF', join(new TextEncoder().encode('%PDF-1.7\n'), bytes(0, 1, 2)), 'binary-document', 'PDF'],
    ['DOCX', bytes(0x50, 0x4b, 3, 4, 20, 0), 'binary-document', 'DOCX'],
    ['old Word', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'binary-document', 'Word'],
    ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'binary-document', '图片'],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'binary-document', '图片'],
    ['zero bytes', bytes(65, 0, 66, 0, 0, 67, 0, 0, 1, 2), 'binary-document', '二进制'],
    ['control characters', '\u0001\u0002\u0003许可证\u0004', 'binary-document', '控制字符'],
    ['bytes of no encoding', bytes(0xc4, 0x20, 0xff, 0xfe, 0xfd, 0x81, 0x20, 0xc4), 'undecodable-document', '编码'],
  ])('refuses %s', (_, input, code, word) => {
    expect(() => readLicenceDocument(input)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining(word),
        messageEn: expect.stringMatching(/[a-z]/),
      }),
    );
  });

  it('refuses 50 MB at once, naming size and limit', () => {
    for (const input of [new Uint8Array(50 * 1024 * 1024), ' '.repeat(MAX_DOCUMENT_BYTES + 1)]) {
      expect(() => readLicenceDocument(input)).toThrow(expect.objectContaining({ code: 'document-too-large' }));
    }
    expect(() => readLicenceDocument(new Uint8Array(50 * 1024 * 1024))).toThrow(/50\.0 MB.*5\.0 MB/);
  });
});
