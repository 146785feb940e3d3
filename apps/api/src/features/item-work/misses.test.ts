import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { getOccurrence } from '../occurrences/get-occurrence.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { closeItem } from './close-item.ts';
import { reopenItem } from './reopen-item.ts';
import { stateMissed } from './state-missed.ts';
import { submitItem } from './submit-item.ts';
import { viewWork } from './view-work.ts';

let product: TestProduct;
let company: TestCompany;
let item: { occurrenceId: string; version: number };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  await recordTriggerEvent(company.ctx, { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } });
  const { items } = await listOccurrences(company.ctx, { clause: '9b', limit: 100 });
  const found = items.find(({ dueOn }) => dueOn === '2026-12-04');
  item = { occurrenceId: found?.id ?? '', version: found?.version ?? 0 };
});

const attachAll = async () => {
  for (const kind of ['处置工单', '内容备份', '上报回执']) {
    const piece = { occurrenceId: item.occurrenceId, kind, form: 'note', note: '见档案柜3' };
    await attachEvidence(company.ctx, piece);
  }
};
const submitted = { submittedOn: '2026-11-23', receipt: { number: '苏通管〔2026〕18号' } };
const state = () => viewWork(company.ctx, { occurrenceId: item.occurrenceId });

describe('a miss', () => {
  it('stays for ever and carries the days late, also when the item is reopened and closed again', async () => {
    product.setNow('2026-12-10T10:00:00+08:00');
    await attachAll();
    expect(await closeItem(company.ctx, { ...item, doneOn: '2026-12-09' })).toMatchObject({
      daysLate: 5,
      missed: true,
    });
    await reopenItem(company.ctx, { ...item, version: 2, reason: '日期填错' });
    expect(await closeItem(company.ctx, { ...item, version: 3, doneOn: '2026-12-01' })).toMatchObject({
      daysLate: 5,
      missed: true,
    });
    const undo = product.database.admin.query(
      'update app.occurrence set missed = false where tenant_id = $1 and missed',
      [company.tenantId],
    );
    await expect(undo).rejects.toThrow(/never taken back/);
    await regenerateSchedule(company.ctx, {});
    expect(await state()).toMatchObject({ daysLate: 5, missed: true });
  });

  it('is counted by the day of the filing, not of the closing', async () => {
    product.setNow('2026-12-10T10:00:00+08:00');
    const filed = await submitItem(company.ctx, { ...item, ...submitted, submittedOn: '2026-12-04' });
    expect(filed).toMatchObject({ daysLate: null, missed: false });
    await attachAll();
    await expect(closeItem(company.ctx, { ...item, version: 2, doneOn: '2026-12-10' })).rejects.toMatchObject({
      fields: [{ path: 'doneOn' }],
    });
    expect(await closeItem(company.ctx, { ...item, version: 2 })).toMatchObject({ missed: false });
  });

  it('is not said of a past item until somebody states it, once its limit has passed', async () => {
    const say = (version: number) => stateMissed(company.ctx, { ...item, version, reason: '漏报，已向省局说明' });
    await expect(say(1)).rejects.toMatchObject({ code: 'conflict' });
    product.setNow('2026-12-10T10:00:00+08:00');
    await regenerateSchedule(company.ctx, {});
    const before = await getOccurrence(company.ctx, { occurrenceId: item.occurrenceId });
    expect(before).toMatchObject({ status: 'past-no-evidence', missed: false, overdue: true });
    expect(await say(1)).toMatchObject({ missed: true, workState: 'open' });
    await expect(say(2)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is counted by minutes for a clock of hours', async () => {
    const attributes = { at: '2026-11-24T07:00:00+08:00' };
    await recordTriggerEvent(company.ctx, { type: 'network-security-incident', attributes });
    const { items } = await listOccurrences(company.ctx, { clause: '8', limit: 100 });
    const clock = items.find(({ dueAt }) => dueAt === '2026-11-25T07:00:00+08:00');
    expect(clock).toBeDefined();
    product.setNow('2026-11-25T08:00:00+08:00');
    const at = { submittedOn: '2026-11-25', submittedAt: '2026-11-25T07:30:00+08:00' };
    const filed = { occurrenceId: clock?.id, version: 1, receipt: { number: '1' }, ...at };
    expect(await submitItem(company.ctx, filed)).toMatchObject({ daysLate: 0, minutesLate: 30, missed: true });
  });
});
