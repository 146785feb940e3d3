import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PDF } from '../../testing/files.ts';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { listEvents } from '../events/list-events.ts';
import { uploadFile } from '../files/upload-file.ts';
import { getLicence } from '../licences/get-licence.ts';
import { licenceHistory } from '../licences/licence-history.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { viewWork } from '../item-work/view-work.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { getWorkflow } from './get-workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import { moveWorkflow } from './move-workflow.ts';
import { listOffers } from './offers.ts';
import { replaceLicence } from './replace-licence.ts';
import type { WorkflowResult } from './schemas.ts';
import { startWorkflow } from './start-workflow.ts';
import { takeBackMove } from './take-back.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2028-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
});

const licenceSubject = () => ({ type: 'licence', id: company.licenceId });
const startRenewal = () =>
  startWorkflow(company.ctx, { kind: 'renewal', subject: licenceSubject(), data: { validTo: '2029-03-01' } });
const renewalItem = async () => {
  const { items } = await listOccurrences(company.ctx, { dutyId: 'apply-for-renewal', limit: 10 });
  return items.find(({ key }) => key.endsWith('/2029-03-01'));
};
/** Makes moves one after another. */
async function moves(workflowId: string, version: number, ...made: [string, object][]) {
  let result: WorkflowResult | undefined;
  for (const [move, data] of made) {
    result = await moveWorkflow(company.ctx, { workflowId, version: result?.version ?? version, move, data });
  }
  if (result === undefined) throw new Error('no move was made');
  return result;
}
const receipt = { number: '苏通管〔2028〕18号', on: '2028-11-24' };

describe('a renewal from the item to the new certificate', () => {
  it('is offered by its item, and by its licence, with what is known of the opening', async () => {
    const item = await renewalItem();
    for (const from of [{ occurrenceId: item?.id }, { licenceId: company.licenceId }]) {
      const { items } = await listOffers(company.ctx, from);
      expect(items.find(({ kind }) => kind === 'renewal')).toMatchObject({
        subject: licenceSubject(),
        data: { validTo: '2029-03-01' },
        occurrenceIds: [item?.id],
        running: null,
      });
    }
    const { workflowId } = await startRenewal();
    const { items } = await listOffers(company.ctx, { occurrenceId: item?.id });
    expect(items.find(({ kind }) => kind === 'renewal')?.running).toBe(workflowId);
  });

  it('is not begun twice, but beside another kind of work', async () => {
    await startRenewal();
    await expect(startRenewal()).rejects.toMatchObject({ code: 'conflict' });
    const { items } = await listWorkflows(company.ctx, { licenceId: company.licenceId, open: true });
    expect(items).toHaveLength(1);
  });

  it('files its item with the receipt, and closes it when the evidence of the duty is there', async () => {
    const { workflowId } = await startRenewal();
    const item = await renewalItem();
    const fileId = (await uploadFile(company.ctx, { file: { name: '回执.pdf', bytes: PDF } })).fileId;
    const filed = await moves(workflowId, 1, ['begin', {}], ['submit', { receipt: { ...receipt, fileId } }]);
    expect(filed.items).toMatchObject([
      {
        occurrenceId: item?.id,
        workState: 'submitted',
        done: true,
        note: { zh: '办结事项还缺：延续材料（各省要求不一）。' },
      },
    ]);
    const work = await viewWork(company.ctx, { occurrenceId: item?.id });
    expect(work).toMatchObject({
      submitted: { on: '2028-11-24', by: { id: expect.any(String) } },
      receipts: [{ number: '苏通管〔2028〕18号', fileId }],
      requiredEvidence: [{ state: 'covered' }, { state: 'missing' }],
    });
  });

  it('closes its item at once when the rest of the evidence was there before', async () => {
    const { workflowId } = await startRenewal();
    const item = await renewalItem();
    const kind = '延续材料（各省要求不一）';
    await attachEvidence(company.ctx, { occurrenceId: item?.id, kind, form: 'note', note: '见档案柜3' });
    const filed = await moves(workflowId, 1, ['begin', {}], ['submit', { receipt }]);
    expect(filed.items).toMatchObject([{ workState: 'closed', done: true, note: null }]);
  });

  it('is never filed without a receipt', async () => {
    const { workflowId } = await startRenewal();
    await moves(workflowId, 1, ['begin', {}]);
    for (const data of [{}, { receipt: { on: '2028-11-24' } }, { receipt: { number: '18', on: '2028-11-25' } }]) {
      await expect(moves(workflowId, 2, ['submit', data])).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ path: expect.stringMatching(/^data\.receipt/) }],
      });
    }
    const strange = { receipt: { fileId: `fil_${'1'.repeat(32)}`, on: '2028-11-24' } };
    await expect(moves(workflowId, 2, ['submit', strange])).rejects.toMatchObject({
      fields: [{ path: 'data.receipt.fileId' }],
    });
    expect(await getWorkflow(company.ctx, { workflowId })).toMatchObject({
      state: 'preparing',
      version: 2,
      receipts: [],
    });
    expect((await renewalItem())?.workState).toBe('open');
  });

  it('replaces the licence at the end: same id, number and items, and the old certificate in its history', async () => {
    const { workflowId } = await startRenewal();
    const filed = await moves(workflowId, 1, ['begin', {}], ['submit', { receipt }]);
    product.setNow('2029-02-10T10:00:00+08:00');
    const received = await moves(
      workflowId,
      filed.version,
      ['accept', { acceptedOn: '2028-11-26' }],
      ['approve', { approvedOn: '2029-02-01' }],
      ['receive', { receivedOn: '2029-02-10', newValidTo: '2034-03-01' }],
    );
    expect(received).toMatchObject({ state: 'renewed', stateKind: 'ended-good', asksNewLicence: true });
    const before = await getLicence(company.ctx, { licenceId: company.licenceId });
    const reportsBefore = await reportYears();
    const licence = { ...before.licence, issuedOn: '2029-02-01', validTo: '2034-03-01' };
    const input = { workflowId, version: received.version, licenceVersion: before.version, document: null, licence };
    const replaced = await replaceLicence(company.ctx, input);
    expect(replaced).toMatchObject({
      licenceId: company.licenceId,
      changed: expect.arrayContaining(['issuedOn', 'validTo']),
    });
    const { items } = await licenceHistory(company.ctx, { licenceId: company.licenceId });
    expect(items[0]).toMatchObject({
      source: 'replacement',
      changes: expect.arrayContaining([
        { field: 'issuedOn', before: '2024-03-01', after: '2029-02-01' },
        { field: 'validTo', before: '2029-03-01', after: '2034-03-01' },
      ]),
    });
    // What was owed under the old certificate stays owed, and the work on it stays with it.
    expect(await reportYears()).toEqual(expect.arrayContaining(reportsBefore));
    expect((await renewalItem())?.workState).toBe('submitted');
    await expect(replaceLicence(company.ctx, { ...input, version: replaced.version })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      takeBackMove(company.ctx, { workflowId, version: replaced.version, reason: '登记有误' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  const reportYears = async () =>
    (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 100 })).items
      .map(({ key }) => key)
      .filter((key) => key.startsWith('annual-report/file-report/'))
      .sort();
});

describe('taking back', () => {
  it('opens the item again with the reason, and keeps everything in the log', async () => {
    const { workflowId } = await startRenewal();
    const filed = await moves(workflowId, 1, ['begin', {}], ['submit', { receipt }]);
    const back = await takeBackMove(company.ctx, { workflowId, version: filed.version, reason: '交错了窗口' });
    expect(back).toMatchObject({ state: 'preparing', items: [{ workState: 'open', done: false }] });
    const { log, values } = await getWorkflow(company.ctx, { workflowId });
    expect(log.map(({ move, takenBack }) => [move, takenBack])).toEqual([
      ['open', false],
      ['begin', false],
      ['submit', true],
      ['take-back', false],
    ]);
    expect(values).not.toHaveProperty('receipt');
  });

  it('withdraws the event that the move recorded', async () => {
    const { eventId } = await recordTriggerEvent(company.ctx, {
      type: 'illegal-content-disposed',
      attributes: { on: '2028-11-20', foundAt: '2028-11-20T08:00:00+08:00' },
    });
    const { workflowId } = await startWorkflow(company.ctx, {
      kind: 'illegal-content-report',
      subject: { type: 'event', id: eventId },
      data: { foundAt: '2028-11-20T08:00:00+08:00', what: '违法信息' },
    });
    const disposed = { disposedOn: '2028-11-20', disposedAt: '2028-11-20T09:00:00+08:00', record: '已删除' };
    const stopped = await moves(workflowId, 1, ['stop', disposed]);
    expect(stopped.events).toHaveLength(1);
    const { occurrences } = await getWorkflow(company.ctx, { workflowId });
    expect(occurrences.map(({ occurrenceId }) => occurrenceId)).not.toEqual([]);
    await takeBackMove(company.ctx, { workflowId, version: stopped.version, reason: '并未处置' });
    const { items } = await listEvents(company.ctx, { includeWithdrawn: true });
    expect(items.find(({ id }) => id === stopped.events[0])?.withdrawn).toMatchObject({ reason: '并未处置' });
    expect(items.find(({ id }) => id === eventId)?.withdrawn).toBeNull();
  });
});

describe('one change of a company with several licences', () => {
  it('is done for the item when it is done for every licence', async () => {
    const second = await addLicence(company, { number: '苏B2-20249999' });
    const { eventId } = await recordTriggerEvent(company.ctx, {
      type: 'registered-data-changed',
      attributes: { on: '2028-11-20', change: 'address' },
    });
    const { items } = await listOffers(company.ctx, { eventId });
    const offers = items.filter(({ kind }) => kind === 'registered-data-change');
    expect(offers.map(({ subject }) => subject.id).sort()).toEqual([company.licenceId, second].sort());
    const shared = offers[0]?.occurrenceIds[0];
    const outcomes = [];
    for (const { subject, data } of offers) {
      const begun = await startWorkflow(company.ctx, {
        kind: 'registered-data-change',
        subject: { type: subject.type, id: subject.id },
        eventId,
        data,
      });
      const done = await moves(begun.workflowId, 1, ['begin', {}], ['update', { receipt }]);
      outcomes.push(...done.items);
    }
    expect(outcomes).toMatchObject([
      { occurrenceId: shared, workState: 'open', note: { zh: expect.stringContaining('还有 1 张') } },
      { occurrenceId: shared, workState: 'submitted' },
    ]);
  });
});
