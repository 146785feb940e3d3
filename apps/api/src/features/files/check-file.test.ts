import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EML, JPEG, officeFile, officeParts, PDF, PNG } from '../../testing/files.ts';
import { zipOf } from '../../testing/zip.ts';
import type { AppError } from '../../errors.ts';
import { checkFile } from './check-file.ts';
import { MAX_FILE_BYTES } from './file-types.ts';

const check = (name: string, bytes: Uint8Array) => checkFile({ name, bytes });
const ZIP = zipOf([{ name: 'a.txt', content: 'a' }]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const gb18030 = Buffer.from('d6d0b9fac4eab1a8', 'hex');

describe('files that are taken', () => {
  it.each<[string, Buffer, string]>([
    ['回执.pdf', PDF, 'application/pdf'],
    ['截图.PNG', PNG, 'image/png'],
    ['photo.jpeg', JPEG, 'image/jpeg'],
    ['年报.docx', officeFile('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['台账.xlsx', officeFile('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['日志.csv', Buffer.from('\ufeff时间,账号\n2026-11-24,"<b>违规</b>"\n'), 'text/csv'],
    ['旧系统.txt', gb18030, 'text/plain'],
    ['来信.eml', EML, 'message/rfc822'],
  ])('%s', async (name, bytes, mediaType) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await check(name, bytes)).toMatchObject({ name, mediaType, sizeBytes: bytes.length, sha256 });
  });

  it('have the name without folders, hidden marks and controls', async () => {
    expect((await check('C:\\证据\\..\\回\u202e执\u0000.pdf', PDF)).name).toBe('回执.pdf');
    expect((await check('../../etc/passwd.pdf', PDF)).name).toBe('passwd.pdf');
    expect((await check(`${'长'.repeat(400)}.pdf`, PDF)).name).toHaveLength(200);
  });

  it('may be exactly 20 MB', async () => {
    const text = Buffer.alloc(MAX_FILE_BYTES, 'a');
    expect((await check('a.txt', text)).sizeBytes).toBe(MAX_FILE_BYTES);
  });
});

describe('files that lie', () => {
  it.each<[string, string, Buffer]>([
    ['a picture named pdf', 'a.pdf', PNG],
    ['a page named pdf', 'a.pdf', html],
    ['a page behind the header of a PDF', 'a.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), html])],
    ['a page before a PDF', 'a.pdf', Buffer.concat([html, PDF])],
    ['a PDF that is an archive too', 'a.pdf', Buffer.concat([PDF, ZIP])],
    ['a PDF without its end', 'a.pdf', PDF.subarray(0, 60)],
    ['a drawing named png', 'a.png', svg],
    ['a PNG with a page behind it', 'a.png', Buffer.concat([PNG, html])],
    ['a PNG that is an archive too', 'a.png', Buffer.concat([PNG, ZIP])],
    ['a PNG with a wrong checksum', 'a.png', Buffer.concat([PNG.subarray(0, 30), Buffer.from([9]), PNG.subarray(31)])],
    ['the signature of a PNG alone', 'a.png', PNG.subarray(0, 8)],
    ['a JPEG with a page behind it', 'a.jpg', Buffer.concat([JPEG, html])],
    ['a JPEG that is an archive too', 'a.jpg', Buffer.concat([JPEG, ZIP])],
    ['a JPEG without its end', 'a.jpg', JPEG.subarray(0, 40)],
    ['a page named txt', 'a.txt', html],
    ['a drawing named csv', 'a.csv', Buffer.concat([Buffer.from('\ufeff \n'), svg])],
    ['binary data named txt', 'a.txt', Buffer.from([0x4d, 0x5a, 0x90, 0x00])],
    ['a PDF named txt', 'a.txt', PDF],
    ['a page named eml', 'a.eml', html],
    ['text named eml', 'a.eml', Buffer.from('hello\n\nworld')],
    ['an archive named docx', 'a.docx', ZIP],
    ['an Excel file named docx', 'a.docx', officeFile('xlsx')],
    ['a Word file without its end', 'a.docx', officeFile('docx').subarray(0, -30)],
    ['an old Word file named docx', 'a.docx', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
    ['an encrypted part', 'a.docx', officeFile('docx', [{ name: 'word/a.xml', content: 'x', encrypted: true }])],
    [
      'a link out of the archive',
      'a.docx',
      officeFile('docx', [{ name: 'word/a', content: '/etc/passwd', mode: 0o120777 }]),
    ],
    ['a part outside the archive', 'a.docx', officeFile('docx', [{ name: '../../evil.xml', content: 'x' }])],
    [
      'a part that is longer than it says',
      'a.docx',
      officeFile('docx', [{ name: 'a.xml', content: 'x'.repeat(9000), statedSize: 9 }]),
    ],
  ])('%s', async (_name, name, bytes) => {
    await expect(check(name, bytes)).rejects.toMatchObject({
      code: 'unsupported-media-type',
      fields: [{ path: 'file' }],
    });
  });

  it.each(['a.html', 'a.svg', 'a.exe', 'a.zip', 'a.docm', 'a.xlsm', 'a.doc', 'a.pdf.exe', 'pdf', '.pdf', 'a.', ''])(
    'are refused by their ending: "%s"',
    async (name) => {
      await expect(check(name, PDF)).rejects.toMatchObject({ code: 'unsupported-media-type' });
    },
  );

  it('are refused when empty, and when over 20 MB', async () => {
    await expect(check('a.pdf', Buffer.alloc(0))).rejects.toMatchObject({ fields: [{ path: 'file' }] });
    await expect(check('a.txt', Buffer.alloc(MAX_FILE_BYTES + 1, 'a'))).rejects.toMatchObject({
      code: 'payload-too-large',
    });
  });

  it('whatever bytes come, the answer is a file or a refusal in words', async () => {
    const names = fc.constantFrom('a.pdf', 'a.png', 'a.jpg', 'a.docx', 'a.xlsx', 'a.txt', 'a.eml');
    const heads = fc.constantFrom(PDF, PNG, JPEG, officeFile('docx'), ZIP, EML, Buffer.alloc(0));
    await fc.assert(
      fc.asyncProperty(names, heads, fc.nat(200), fc.uint8Array({ maxLength: 64 }), async (name, head, cut, rest) => {
        const bytes = Buffer.concat([head.subarray(0, cut), rest, head.subarray(cut)]);
        try {
          expect((await check(name, bytes)).sizeBytes).toBe(bytes.length);
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError', code: 'unsupported-media-type' });
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('archives that grow', () => {
  const refusal = async (parts: Parameters<typeof zipOf>[0], name = 'a.docx') => {
    try {
      return (await check(name, zipOf(parts))).name;
    } catch (error) {
      expect(error).toMatchObject({ code: 'unsupported-media-type' });
      return (error as AppError).text.zh;
    }
  };

  it('are stopped by what comes out, not by what they say', async () => {
    const bomb = Buffer.alloc(8 * 1024 * 1024, ' ');
    expect(await refusal(officeParts('docx', [{ name: 'word/bomb.xml', content: bomb }]))).toMatch(/展开后过大/);
    const lying = officeParts('xlsx', [{ name: 'xl/bomb.xml', content: bomb, statedSize: 100 }]);
    expect(await refusal(lying, 'a.xlsx')).toMatch(/展开后过大|不是完整/);
    // Each part alone is harmless; only the total is too large.
    const part = Buffer.alloc(900 * 1024);
    const parts = Array.from({ length: 120 }, (_, i) => ({ name: `word/media/${i}.bin`, content: part }));
    expect(await refusal(officeParts('docx', parts))).toMatch(/展开后过大/);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['word/embeddings/a.xlsx', officeFile('xlsx'), /内嵌/],
    ['word/vbaProject.bin', 'x', /宏/],
    ['word/a.xml', `${' '.repeat(40_000)}<!DOCTYPE a [<!ENTITY b "c">]><a/>`, /实体/],
    ['word/b.xml', Buffer.from('\ufeff<!DOCTYPE a>', 'utf16le'), /实体/],
  ])('may not have the part %s', async (name, content, why) => {
    expect(await refusal(officeParts('docx', [{ name, content }]))).toMatch(why);
  });

  it('may not have thousands of parts', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `word/${i}.xml`, content: '' }));
    expect(await refusal(officeParts('docx', many))).toMatch(/展开后过大/);
    expect(await refusal(officeParts('docx', many.slice(0, 1900)))).toBe('a.docx');
  });
});
