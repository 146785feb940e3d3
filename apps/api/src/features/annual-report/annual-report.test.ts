import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Colleague, colleague } from '../../testing/colleague.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { getLicence } from '../licences/get-licence.ts';
import { startWorkflow } from '../workflows/start-workflow.ts';
import { carryOverReport } from './carry-over.ts';
import { exportSheet } from './export-sheet.ts';
import { viewFillSheet } from './fill-sheet.ts';
import { getReport } from './get-report.ts';
import { setServices } from './set-services.ts';
import { setValues } from './set-values.ts';
import { valueHistory } from './value-history.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
let other: Colleague;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
  other = await colleague(product, company, 'member');
});

const key = (year = 2026) => ({ licenceId: company.licenceId, year });
const report = (year?: number) => getReport(company.ctx, key(year));
const set = (path: string, value: unknown, version = 0, year?: number, ctx = company.ctx) =>
  setValues(ctx, { ...key(year), entries: [{ path, version, value }] });
const cell = async (path: string, year?: number) =>
  (await report(year)).forms.flatMap(({ fields }) => fields).find((field) => field.path === path);

describe('values collected during the year', () => {
  it('stand in the forms with who wrote them, and count to what is complete', async () => {
    const before = await report();
    expect(before.forms.map(({ id }) => id).slice(0, 4)).toEqual([
      'commitment',
      'company',
      'service-quality',
      'economy',
    ]);
    const { completeness, entries } = await set('values.revenue', 1200000);
    expect(entries).toEqual([{ path: 'values.revenue', version: 1 }]);
    expect(completeness.filled).toBe(before.completeness.filled + 1);
    expect(await cell('values.revenue')).toMatchObject({
      value: 1200000,
      version: 1,
      state: 'filled',
      by: { id: expect.any(String) },
    });
  });

  it('keep their history, and can be emptied', async () => {
    await set('values.revenue', 1);
    await set('values.revenue', 2, 1);
    await set('values.revenue', null, 2);
    expect(await cell('values.revenue')).toMatchObject({ value: null, version: 3, state: 'missing' });
    const { items } = await valueHistory(company.ctx, { ...key(), path: 'values.revenue' });
    expect(items.map(({ version, value }) => [version, value])).toEqual([
      [3, null],
      [2, 2],
      [1, 1],
    ]);
  });

  it.each([
    ['a cell that there is not', 'values.no-such', 1, 'entries.0.path'],
    ['a cell of a service that was not opened', 'perService.B25.users', 1, 'entries.0.path'],
    ['words where a number belongs', 'values.revenue', '很多', 'entries.0.value'],
    ['a number where words belong', 'values.contact-person', 1, 'entries.0.value'],
  ])('refuse %s', async (_name, path, value, at) => {
    await expect(set(path, value)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path: at }] });
  });

  it('of two people who write one cell at once one is told', async () => {
    const both = await Promise.allSettled([set('values.revenue', 1), set('values.revenue', 2, 0, 2026, other.ctx)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', fields: [{ path: 'entries.0.version' }] },
    });
  });

  it('that do not agree are named at their cells', async () => {
    await set('values.revenue', 100);
    const { findings } = await set('values.telecom-revenue', 200);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain(
      'report-telecom-revenue',
    );
  });

  it('say who opened what: each opened service has a form of its own', async () => {
    const { licence } = await getLicence(company.ctx, { licenceId: company.licenceId });
    const code = licence.services[0]?.code ?? '';
    expect((await report()).servicesVersion).toBe(0);
    const services = [{ code, opened: true, provinces: ['苏'] }];
    await setServices(company.ctx, { ...key(), version: 0, services });
    await expect(setServices(company.ctx, { ...key(), version: 0, services })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { forms } = await report();
    expect(forms.filter(({ id }) => id === 'development').map(({ of }) => of)).toEqual([code]);
    await set(`perService.${code}.users`, 10);
    expect(await cell(`perService.${code}.users`)).toMatchObject({ value: 10 });
  });
});

describe('taking over', () => {
  it('fills empty cells from the register with the source, and from last year what seldom changes, to be confirmed', async () => {
    await set('values.contact-person', '王小明', 0, 2025);
    await set('values.revenue', 5, 0, 2025);
    await set('values.registered-address', '南京市新地址');
    await carryOverReport(company.ctx, key());
    expect(await cell('values.contact-person')).toMatchObject({
      value: '王小明',
      carriedFrom: 2025,
      state: 'to-confirm',
    });
    expect(await cell('values.revenue')).toMatchObject({ value: null });
    expect(await cell('values.licence-number')).toMatchObject({
      source: '许可证登记',
      state: 'filled',
      carriedFrom: null,
    });
    expect(await cell('values.registered-address')).toMatchObject({ value: '南京市新地址', version: 1 });
    expect(await carryOverReport(company.ctx, key())).toEqual({ filled: 0 });
    await set('values.contact-person', '王小明', 1);
    expect(await cell('values.contact-person')).toMatchObject({ carriedFrom: null, state: 'filled' });
  });

  it('counts events of the year, and takes nothing recorded for no number', async () => {
    expect((await cell('values.complaints'))?.suggestion).toBeNull();
    for (const on of ['2026-03-01', '2026-04-01', '2025-04-01']) {
      await recordTriggerEvent(company.ctx, { type: 'user-complaint-received', attributes: { on } });
    }
    expect((await cell('values.complaints'))?.suggestion).toMatchObject({ value: 2 });
  });
});

describe('the fill sheet', () => {
  it('has the forms in order, and the same as a workbook without formulas', async () => {
    await set('values.contact-person', '=HYPERLINK("http://x")');
    const sheet = await viewFillSheet(company.ctx, key());
    expect(sheet.sections.map(({ form }) => form)).toEqual((await report()).forms.map(({ id }) => id));
    const { base64, fileName } = await exportSheet(company.ctx, key());
    expect(fileName).toMatch(/2026\.xlsx$/);
    const book = read(Buffer.from(base64, 'base64'));
    expect(book.SheetNames).toHaveLength(sheet.sections.length);
    const company1 = book.Sheets['企业基本情况表'];
    const rows = utils.sheet_to_json<string[]>(company1 ?? {}, { header: 1 });
    expect(rows.find(([name]) => name === '联系人')?.[1]).toBe('=HYPERLINK("http://x")');
    expect(Object.values(company1 ?? {}).filter((value) => value?.f !== undefined)).toEqual([]);
  });
});

it('knows the workflow that files it, and is not found for another company', async () => {
  const subject = { type: 'licence', id: company.licenceId };
  const started = await startWorkflow(company.ctx, { kind: 'annual-report', subject, data: { filingYear: 2027 } });
  expect((await report()).workflowId).toBe(started.workflowId);
  expect((await report(2025)).workflowId).toBeNull();
  const stranger = await licensedCompany(product);
  for (const attempt of [
    () => getReport(stranger.ctx, key()),
    () => set('values.revenue', 1, 0, 2026, stranger.ctx),
    () => carryOverReport(stranger.ctx, key()),
    () => exportSheet(stranger.ctx, key()),
    () => valueHistory(stranger.ctx, { ...key(), path: 'values.revenue' }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
  }
});
