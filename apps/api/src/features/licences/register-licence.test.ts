import type { Licence } from '@zhengqi/obligations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestProduct, sampleDocument, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { correctLicence } from './correct-licence.ts';
import { getDocument } from './get-document.ts';
import { getLicence } from './get-licence.ts';
import { licenceHistory } from './licence-history.ts';
import { listLicences } from './list-licences.ts';
import { previewDocument } from './preview-document.ts';
import { registerLicence } from './register-licence.ts';

let product: TestProduct;
let company: TestCompany;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await product.company();
});

const document = sampleDocument('information-services.txt');
const preview = () => previewDocument(company.ctx, { document });
/** Every row of the company, by table. */
async function rowCounts(tenantId = company.tenantId): Promise<Record<string, number>> {
  const { rows: tables } = await product.database.admin.query(
    `select tablename from pg_tables where schemaname = 'app'`,
  );
  const counts: Record<string, number> = {};
  for (const { tablename } of tables) {
    const { rows } = await product.database.admin.query(
      `select count(*)::int as n from app.${tablename} where tenant_id = $1`,
      [tenantId],
    );
    if (rows[0].n > 0) counts[tablename] = rows[0].n;
  }
  return counts;
}
async function register(change: Partial<Licence> = {}) {
  const { licence } = await preview();
  return registerLicence(company.ctx, { document, licence: { ...licence, ...change } });
}

describe('previewing a document', () => {
  it('reads it, shows the text and places, and saves nothing', async () => {
    const { reading, licence, document: read, problems, knownLicenceId } = await preview();
    expect(licence.number).toBe('苏B2-20209901');
    expect(reading.provisions).toHaveLength(28);
    const at = reading.licence.fields.number.at;
    expect(read.text.slice(at?.start, at?.end)).toContain('B2-20209901');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(knownLicenceId).toBeNull();
    expect(await rowCounts()).toEqual({});
  });

  it('reads GB18030 as it is', async () => {
    const read = await previewDocument(company.ctx, { document: sampleDocument('gb18030.txt') });
    expect(read.document.encoding).toBe('gb18030');
    expect(read.licence.number).not.toBeNull();
  });

  it.each(['refused-business-licence.txt', 'refused-icp-filing.txt', 'refused-two-licences.txt'])(
    'refuses %s at the document, in both languages',
    async (name) => {
      const refused = previewDocument(company.ctx, { document: sampleDocument(name) });
      await expect(refused).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [
          { path: 'document', message: { zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/[a-z]/) } },
        ],
      });
    },
  );

  const file = (bytes: Uint8Array) => ({
    kind: 'file',
    fileName: 'x.txt',
    base64: Buffer.from(bytes).toString('base64'),
  });
  it.each<[string, unknown, string]>([
    ['an empty text', { kind: 'text', text: '' }, 'invalid-input'],
    ['blanks', { kind: 'text', text: ' \n\t ' }, 'invalid-input'],
    ['a PDF', file(Buffer.from('%PDF-1.7\n%âãÏÓ')), 'invalid-input'],
    ['a ZIP', file(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)), 'invalid-input'],
    ['random bytes', file(Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256)), 'invalid-input'],
    ['a text with NULs', { kind: 'text', text: '经营许可证编号\0：苏B2-20209901' }, 'invalid-input'],
    ['5 MB and one byte', file(new Uint8Array(5 * 1024 * 1024 + 1).fill(0x61)), 'payload-too-large'],
    ['no base64', { kind: 'file', fileName: 'x', base64: '!!' }, 'invalid-input'],
    ['another kind', { kind: 'url', url: 'http://169.254.169.254/' }, 'invalid-input'],
  ])('refuses %s', async (_name, given, code) => {
    await expect(previewDocument(company.ctx, { document: given })).rejects.toMatchObject({ code });
    expect(await rowCounts()).toEqual({});
  });

  it('of five million repeated characters ends in a moment', async () => {
    for (const unit of ['一', '（', '十五（六）', '许可证编号：', '苏B2-', ' ', '2020年']) {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      const began = performance.now();
      await previewDocument(company.ctx, { document: { kind: 'text', text } }).catch(() => {});
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});

describe('registering a licence', () => {
  it('stores fields, document, provisions and schedule together, with who did it', async () => {
    const { licenceId, schedule } = await register();
    expect(schedule.added).toBeGreaterThan(0);
    const detail = await getLicence(company.ctx, { licenceId });
    expect(detail).toMatchObject({ version: 1, licence: { number: '苏B2-20209901' }, document: { encoding: 'utf-8' } });
    expect(detail.provisions).toHaveLength(28);
    expect(detail.duties.length).toBeGreaterThan(50);
    expect(detail.questions.length).toBeGreaterThan(0);
    expect(detail.schedule?.asOf).toBe('2026-11-24');
    const stored = await getDocument(company.ctx, { documentId: detail.document?.id });
    expect(Buffer.from(stored.text)).toEqual(Buffer.from(document.base64, 'base64'));
    const { rows } = await product.database.admin.query(
      `select action, actor_id from app.audit_event where tenant_id = $1 order by action`,
      [company.tenantId],
    );
    expect(rows).toEqual([
      { action: 'licence.registered', actor_id: company.userId },
      { action: 'schedule.changed', actor_id: company.userId },
    ]);
  });

  it('takes province, authority and kind from the number, whatever the form says', async () => {
    const { licenceId } = await register({ province: '京', isCrossRegional: true, isForeignInvested: true });
    const { licence } = await getLicence(company.ctx, { licenceId });
    expect(licence).toMatchObject({ province: '苏', isCrossRegional: false, isForeignInvested: false });
    expect(licence.authorityEffective).toContain('江苏');
  });

  it('refuses the same number twice in a company and keeps nothing of the second', async () => {
    await register();
    const before = await rowCounts();
    await expect(register({ holder: '另一公司' })).rejects.toMatchObject({
      code: 'conflict',
      fields: [{ path: 'licence.number' }],
    });
    expect(await rowCounts()).toEqual(before);
    expect((await preview()).knownLicenceId).toMatch(/^lic_/);
    // Another company does not notice.
    company = await product.company();
    await expect(register()).resolves.toBeDefined();
  });

  it.each<[string, Partial<Licence> | Record<string, unknown>, string]>([
    ['a filing number', { number: '苏ICP备2020123456号' }, 'licence.number'],
    ['no number', { number: null }, 'licence.number'],
    ['a number of no known form', { number: '许可证一号' }, 'licence.number'],
    ['30 February', { validTo: '2025-02-30' }, 'licence.validTo'],
    ['an end before the issue', { validTo: '2020-01-01' }, 'licence.validTo'],
    [
      'a class of service that is not in the classification',
      {
        services: [{ code: 'B99', name: 'x', printed: 'x', limitedTo: [], excludes: [], b25Items: [], coverage: null }],
      },
      'licence.services.0.code',
    ],
    ['a field too many', { secret: 1 }, 'licence.secret'],
    ['a name longer than any', { holder: '甲'.repeat(1001) }, 'licence.holder'],
    ['a NUL in a name', { holder: 'a\0b' }, 'licence.holder'],
  ])('refuses %s at its place and keeps nothing', async (_name, change, path) => {
    await expect(register(change as Partial<Licence>)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path }],
    });
    expect(await rowCounts()).toEqual({});
  });

  it('takes an unknown province and a wrong check digit, and warns', async () => {
    const { warnings } = await register({ number: '粵B2-20209901', uscc: '91320600MA1XXXXX00' });
    expect(warnings.length).toBeGreaterThan(0);
  });

  it('without a document works from typed fields', async () => {
    const { licence } = await preview();
    const { licenceId } = await registerLicence(company.ctx, { document: null, licence });
    const detail = await getLicence(company.ctx, { licenceId });
    expect(detail).toMatchObject({ document: null, provisions: [], readingFields: null });
    expect(detail.duties.length).toBeGreaterThan(50);
  });
});

describe('correcting a licence', () => {
  it('moves the dates, keeps what the register said, and says who changed what', async () => {
    const { licenceId } = await register({ validTo: '2027-12-22', issuedOn: '2022-12-22', number: '苏B2-20209901' });
    const { licence } = await getLicence(company.ctx, { licenceId });
    const corrected = await correctLicence(company.ctx, {
      licenceId,
      version: 1,
      licence: { ...licence, validTo: '2027-12-24' },
      reason: '对照原件更正',
    });
    expect(corrected).toMatchObject({ version: 2, changed: ['validTo'] });
    const { added, removed, moved } = corrected.schedule;
    expect(added + removed + moved).toBeGreaterThan(0);
    const { items } = await licenceHistory(company.ctx, { licenceId });
    expect(items[0]).toMatchObject({
      version: 2,
      reason: '对照原件更正',
      by: { name: '王小明' },
      changes: [{ field: 'validTo', before: '2027-12-22', after: '2027-12-24' }],
    });
    expect(items[1]).toMatchObject({ version: 1, source: 'document', changes: [] });
  });

  it('of an older version is a conflict and changes nothing', async () => {
    const { licenceId } = await register();
    const { licence } = await getLicence(company.ctx, { licenceId });
    const change = (holder: string) =>
      correctLicence(company.ctx, { licenceId, version: 1, licence: { ...licence, holder } });
    const both = await Promise.allSettled([change('甲公司'), change('乙公司')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect((await licenceHistory(company.ctx, { licenceId })).items).toHaveLength(2);
  });

  it('that changes nothing writes nothing', async () => {
    const { licenceId } = await register();
    const { licence } = await getLicence(company.ctx, { licenceId });
    const before = await rowCounts();
    const same = await correctLicence(company.ctx, { licenceId, version: 1, licence });
    expect(same).toMatchObject({ version: 1, changed: [], schedule: { runId: null, added: 0, removed: 0, moved: 0 } });
    expect(await rowCounts()).toEqual(before);
  });
});

describe('the licences of a company', () => {
  it('are listed by their end, page by page, and found by number and holder', async () => {
    for (const [number, validTo] of [
      ['苏B2-20209901', '2027-05-01'],
      ['苏B2-20209902', '2026-12-31'],
      ['苏B2-20209903', '2026-01-01'],
    ] as const) {
      await register({ number, validTo, issuedOn: '2023-01-01', holder: `公司${number.slice(-1)}` });
    }
    const first = await listLicences(company.ctx, { limit: 2 });
    expect(first.items.map((row) => [row.number, row.expired, row.daysLeft])).toEqual([
      ['苏B2-20209903', true, -327],
      ['苏B2-20209902', false, 37],
    ]);
    const second = await listLicences(company.ctx, { limit: 2, cursor: first.nextCursor });
    expect(second.items.map((row) => row.number)).toEqual(['苏B2-20209901']);
    expect(second.nextCursor).toBeNull();
    expect((await listLicences(company.ctx, { search: '公司2' })).items).toHaveLength(1);
    expect((await listLicences(company.ctx, { search: '9903' })).items).toHaveLength(1);
    for (const search of ['%', '_', '\\', `' or 1=1 --`]) {
      expect((await listLicences(company.ctx, { search })).items).toHaveLength(0);
    }
  });

  it('have not expired when they were renewed, or renewal was applied for in time, as answered', async () => {
    const { licenceId } = await register({ number: '苏B2-20209905', issuedOn: '2021-01-01', validTo: '2026-01-01' });
    const state = async () => {
      const [row] = (await listLicences(company.ctx, {})).items;
      const one = await getLicence(company.ctx, { licenceId });
      expect([one.expired, one.daysLeft]).toEqual([row?.expired, row?.daysLeft]);
      return [row?.expired, row?.daysLeft];
    };
    let second = 0;
    const answer = (renewal_status: string, renewed_valid_to: string | null) => {
      second += 1;
      product.setNow(`2026-11-24T10:00:${String(second).padStart(2, '0')}+08:00`);
      const answers = Object.entries({ renewal_status, renewed_valid_to }).map(([key, value]) => ({ key, value }));
      return answerFacts(company.ctx, { licenceId, answers });
    };
    expect(await state()).toEqual([true, -327]);
    await answer('renewed', '2026-12-24');
    expect(await state()).toEqual([false, 30]);
    await answer('renewed', null);
    expect(await state()).toEqual([false, null]);
    await answer('filed_in_time', null);
    expect(await state()).toEqual([false, null]);
    await answer('not_renewed', null);
    expect(await state()).toEqual([true, -327]);
    // A renewal that has ended in its turn.
    await answer('renewed', '2026-11-23');
    expect(await state()).toEqual([true, -1]);
  });

  it('show the words of the document where it prints a day that does not exist', async () => {
    const text = Buffer.from(document.base64, 'base64').toString().replace('2025年12月22日', '2026年02月30日');
    const pasted = { kind: 'text' as const, text };
    const { licence } = await previewDocument(company.ctx, { document: pasted });
    expect(licence.validTo).toBeNull();
    const { licenceId } = await registerLicence(company.ctx, { document: pasted, licence });
    const printed = { issuedOn: null, validTo: '2026年02月30日' };
    expect(await getLicence(company.ctx, { licenceId })).toMatchObject({ licence: { validTo: null }, printed });
    expect((await listLicences(company.ctx, {})).items).toMatchObject([{ validTo: null, printed, daysLeft: null }]);
    await correctLicence(company.ctx, { licenceId, version: 1, licence: { ...licence, validTo: '2026-02-28' } });
    expect(await getLicence(company.ctx, { licenceId })).toMatchObject({ printed: { issuedOn: null, validTo: null } });
  });

  it('of another company are not found, in the words of what does not exist', async () => {
    const { licenceId } = await register();
    const { ctx } = await product.company();
    const answer = (id: string) => getLicence(ctx, { licenceId: id }).catch((error: unknown) => error);
    const missing = await answer(licenceId.replace(/[0-9a-f]{4}$/, '0000'));
    expect(await answer(licenceId)).toMatchObject({ code: 'not-found' });
    expect(JSON.stringify(await answer(licenceId))).toBe(JSON.stringify(missing));
    expect((await listLicences(ctx, {})).items).toEqual([]);
  });
});
