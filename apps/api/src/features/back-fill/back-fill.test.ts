import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { computeCompanyNotices } from '../../jobs/notices/compute-company-notices.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { PDF } from '../../testing/files.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { listEvidence } from '../evidence/list-evidence.ts';
import { uploadFile } from '../files/upload-file.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { itemHistory } from '../item-work/item-history.ts';
import { viewWork } from '../item-work/view-work.ts';
import { listBackFill } from './list-back-fill.ts';
import { recordBackFill } from './record-back-fill.ts';

let product: TestProduct;
let worker: WorkerServices;
let company: TestCompany & { licenceId: string };
/** Annual reports that fell due before the licence was recorded, earliest first. */
let reports: { occurrenceId: string; version: number; dueOn: string }[];
beforeAll(async () => {
  product = await createTestProduct();
  worker = testWorkerServices(product);
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  const { items } = await listBackFill(company.ctx, { limit: 100 });
  reports = items
    .filter(({ dutyId }) => dutyId === 'annual-report')
    .map(({ occurrenceId, version, dueOn }) => ({ occurrenceId, version, dueOn }));
});

const record = async (i: number, more: object) => {
  const { occurrenceId, version } = reports[i] ?? { occurrenceId: '', version: 1 };
  const { results } = await recordBackFill(company.ctx, { rows: [{ occurrenceId, version, ...more }] });
  return results[0];
};
const work = (i: number) => viewWork(company.ctx, { occurrenceId: reports[i]?.occurrenceId });

describe('the history of a licence', () => {
  it('is what fell due before it was recorded, and nothing is said of it at first', async () => {
    const { items, counts } = await listBackFill(company.ctx, { licenceId: company.licenceId, limit: 100 });
    expect(reports.length).toBeGreaterThanOrEqual(2);
    expect(items.every(({ dueOn, answer }) => dueOn < '2026-11-24' && answer === null)).toBe(true);
    expect(counts).toEqual({ total: items.length, done: 0, notDone: 0, unknown: 0, left: items.length });
  });

  it('takes a filing with its receipt: in time by the day stated, and marked as recorded afterwards', async () => {
    const { fileId } = await uploadFile(company.ctx, { file: { name: '回执.pdf', bytes: PDF } });
    const receipt = { number: '2025-18', fileId, evidenceKind: '报送回执' };
    const doneOn = reports[0]?.dueOn ?? '';
    expect(await record(0, { answer: 'done', doneOn, receipt, filedBy: '前任代办公司' })).toMatchObject({
      ok: true,
      workState: 'submitted',
    });
    expect(await work(0)).toMatchObject({
      workState: 'submitted',
      daysLate: null,
      missed: false,
      receipts: [{ number: '2025-18' }],
    });
    const { occurrenceId } = reports[0] ?? {};
    expect((await listEvidence(company.ctx, { occurrenceId })).items).toMatchObject([{ kind: '报送回执' }]);
    const { items } = await itemHistory(company.ctx, { occurrenceId });
    expect(items[0]).toMatchObject({ move: 'submit', data: { recordedAfterwards: true, filedBy: '前任代办公司' } });
    expect((await listBackFill(company.ctx, {})).counts).toMatchObject({ done: 1 });
  });

  it('counts a filing that was late as late', async () => {
    const day = `${reports[0]?.dueOn.slice(0, 4)}-04-20`;
    await record(0, { answer: 'done', doneOn: day, receipt: { noneReason: '系统未出具' } });
    const { daysLate } = await work(0);
    expect(daysLate).toBeGreaterThan(0);
  });

  it('leaves unknown what is unknown: not done, not missed, and never reminded of again', async () => {
    expect(await record(0, { answer: 'unknown', note: '原经办人已离职' })).toMatchObject({
      ok: true,
      workState: 'open',
    });
    expect(await record(1, { answer: 'not-done', note: '当年漏报' })).toMatchObject({ ok: true, workState: 'open' });
    for (const i of [0, 1]) expect(await work(i)).toMatchObject({ workState: 'open', missed: false, daysLate: null });
    const { counts } = await listBackFill(company.ctx, {});
    expect(counts).toMatchObject({ unknown: 1, notDone: 1, done: 0 });
    await computeCompanyNotices(worker, 'night', { tenantId: company.tenantId, actorId: null, payload: {} });
    const told = async (i: number) => {
      const uuid = (reports[i]?.occurrenceId ?? '').slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const { rows } = await product.database.admin.query(
        'select from app.notice where tenant_id = $1 and subject_id = $2',
        [company.tenantId, uuid],
      );
      return rows.length;
    };
    expect(await told(0)).toBe(0);
    expect(await told(1)).toBeGreaterThan(0);
    const { items } = await listBackFill(company.ctx, { answered: false, limit: 100 });
    expect(items.map(({ occurrenceId }) => occurrenceId)).not.toContain(reports[0]?.occurrenceId);
  });

  it('may be known better later: the newest thing said holds, the older stays', async () => {
    await record(0, { answer: 'unknown' });
    expect(await record(0, { answer: 'done', doneOn: '2025-03-20', receipt: { number: '1' } })).toMatchObject({
      ok: true,
    });
    const { rows } = await product.database.admin.query(
      'select answer from app.back_fill_answer where tenant_id = $1 order by version',
      [company.tenantId],
    );
    expect(rows.map(({ answer }) => answer)).toEqual(['unknown', 'done']);
    expect(await record(0, { answer: 'unknown' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('stores the good rows of a list and says what is wrong with the others', async () => {
    const { items } = await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 100 });
    const coming = items.find(({ dueOn }) => dueOn !== null && dueOn > '2026-11-24');
    const [first, second] = reports;
    const { results } = await recordBackFill(company.ctx, {
      rows: [
        { ...ref(first), answer: 'unknown' },
        { ...ref(second), answer: 'done', doneOn: '2026-12-01', receipt: { number: '1' } },
        { occurrenceId: coming?.id, version: 1, answer: 'unknown' },
        { occurrenceId: `occ_${'1'.repeat(32)}`, version: 1, answer: 'unknown' },
      ],
    });
    expect(results.map(({ ok, error }) => (ok ? 'ok' : `${error?.code} ${error?.fields[0]?.path ?? ''}`))).toEqual([
      'ok',
      'invalid-input doneOn',
      'invalid-input occurrenceId',
      'not-found ',
    ]);
    expect((await work(1)).workState).toBe('open');
  });
});

const ref = (row?: { occurrenceId: string; version: number }) => ({
  occurrenceId: row?.occurrenceId,
  version: row?.version,
});
