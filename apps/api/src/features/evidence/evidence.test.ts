import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PDF, PNG } from '../../testing/files.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { checkFile } from '../files/check-file.ts';
import { downloadFile } from '../files/download-file.ts';
import { storeFile } from '../files/store-file.ts';
import { uploadFile } from '../files/upload-file.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

let product: TestProduct;
let company: TestCompany;
let occurrenceId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  occurrenceId = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 1 })).items[0]?.id ?? '';
});

const upload = async (ctx = company.ctx) => (await uploadFile(ctx, { file: { name: '回执.pdf', bytes: PDF } })).fileId;
const attach = (more: object) => attachEvidence(company.ctx, { occurrenceId, kind: null, form: 'note', ...more });
const list = (more: object = {}) => listEvidence(company.ctx, { occurrenceId, ...more });
const rows = async (table: string) =>
  (await product.database.admin.query(`select * from app.${table} where tenant_id = $1`, [company.tenantId])).rows;

describe('evidence', () => {
  it('is a file with its hash, an address, or words; under a kind that the duty names, or none', async () => {
    const fileId = await upload();
    await attach({ form: 'file', kind: '报送回执', fileId, validFrom: '2026-03-20', validUntil: '2027-03-19' });
    await attach({ form: 'link', url: 'https://dxzhgl.miit.gov.cn/receipt?id=1' });
    await attach({ note: '原件在档案柜3' });
    const { items } = await list();
    expect(items).toHaveLength(3);
    expect(items.find(({ form }) => form === 'file')).toMatchObject({
      kind: '报送回执',
      kindLabel: { en: expect.any(String) },
      file: { fileId, name: '回执.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length },
      validUntil: '2027-03-19',
      addedBy: { name: '王小明' },
    });
  });

  it.each<[string, object, string]>([
    ['a file without a file', { form: 'file' }, 'fileId'],
    ['a file that is not there', { form: 'file', fileId: `fil_${'1'.repeat(32)}` }, 'fileId'],
    ['an address without one', { form: 'link' }, 'url'],
    ['a script for an address', { form: 'link', url: 'javascript:alert(1)' }, 'url'],
    ['an address with a password', { form: 'link', url: 'https://a:b@example.cn' }, 'url'],
    ['words without words', { form: 'note' }, 'note'],
    ['words with an address too', { note: 'a', url: 'https://example.cn' }, 'url'],
    ['a kind that the duty does not name', { note: 'a', kind: '营业执照' }, 'kind'],
    ['“not needed” without a kind', { form: 'not-applicable', note: 'a' }, 'kind'],
    ['an end before the beginning', { note: 'a', validFrom: '2026-02-01', validUntil: '2026-01-31' }, 'validUntil'],
    ['a day that is none', { note: 'a', validUntil: '2026-02-30' }, 'validUntil'],
  ])('%s is refused at its place', async (_name, more, path) => {
    await expect(attach(more)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    expect((await list()).items).toEqual([]);
  });

  it('of another company is refused, both as a file and as an item', async () => {
    const other = await licensedCompany(product);
    const foreign = await upload(other.ctx);
    await expect(attach({ form: 'file', fileId: foreign })).rejects.toMatchObject({ fields: [{ path: 'fileId' }] });
    const theirs = attachEvidence(other.ctx, { occurrenceId, kind: null, form: 'note', note: 'x' });
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' });
    const { evidenceId } = await attach({ note: 'a' });
    await expect(withdrawEvidence(other.ctx, { evidenceId, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(downloadFile(other.ctx, { fileId: await upload() })).rejects.toMatchObject({ code: 'not-found' });
    // Past every rule of the program too.
    await expect(
      product.database.admin.query(
        `insert into app.evidence (tenant_id, id, occurrence_id, form, file_id, added_at)
         select e.tenant_id, gen_random_uuid(), e.occurrence_id, 'file', f.id, now()
           from app.evidence e, app.stored_file f where e.tenant_id = $1 and f.tenant_id = $2`,
        [company.tenantId, other.tenantId],
      ),
    ).rejects.toThrow(/foreign key/);
  });

  it('is never deleted, and only its withdrawal is ever written', async () => {
    const { evidenceId } = await attach({ note: '传错了' });
    await withdrawEvidence(company.ctx, { evidenceId, reason: '重复' });
    expect((await list()).items).toEqual([]);
    expect((await list({ includeWithdrawn: true })).items).toMatchObject([
      { note: '传错了', withdrawn: { reason: '重复', by: { name: '王小明' } } },
    ]);
    for (const statement of [
      `delete from app.evidence`,
      `update app.evidence set note = 'x'`,
      `update app.stored_file set name = 'x'`,
    ]) {
      await expect(product.database.poolFor('zq_app', 1).query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('files', () => {
  it('come back as they were', async () => {
    const fileId = await upload();
    const { bytes, sha256 } = await downloadFile(company.ctx, { fileId });
    expect(Buffer.from(bytes).equals(PDF)).toBe(true);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that nothing refers to are swept after a day, by the next upload; those attached stay', async () => {
    const kept = await upload();
    await attach({ form: 'file', fileId: kept });
    await upload();
    expect(await rows('stored_file')).toHaveLength(2);
    product.setNow('2026-11-25T10:00:01+08:00');
    await upload();
    const ids = (await rows('stored_file')).map(({ id }) => `fil_${id.replaceAll('-', '')}`);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(kept);
  });

  it('of an organisation have a quota, also when two come at once', async () => {
    const checked = await checkFile({ name: 'a.png', bytes: PNG });
    const store = () => withTenant(company.ctx, 'write', (tx) => storeFile(tx, company.ctx, checked, PNG.length * 2));
    const all = await Promise.allSettled(Array.from({ length: 6 }, store));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'payload-too-large' });
    expect(await rows('stored_file')).toHaveLength(2);
  });
});
