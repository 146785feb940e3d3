import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { type Colleague, colleague, consultantOf } from '../../testing/colleague.ts';
import { PDF } from '../../testing/files.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { withdrawEvent } from '../events/withdraw-event.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { withdrawEvidence } from '../evidence/withdraw-evidence.ts';
import { uploadFile } from '../files/upload-file.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { assignItem } from './assign-item.ts';
import { closeItem } from './close-item.ts';
import { itemHistory } from './item-history.ts';
import { prepareItem } from './prepare-item.ts';
import { recordReceipt } from './record-receipt.ts';
import { reopenItem } from './reopen-item.ts';
import { submitItem } from './submit-item.ts';
import { viewWork } from './view-work.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
let colleagueOf: Colleague;
let item: { occurrenceId: string; version: number };
let eventId: string;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  colleagueOf = await colleague(product, company, 'member');
  const event = { type: 'illegal-content-disposed', attributes: { on: '2026-11-20' } };
  ({ eventId } = await recordTriggerEvent(company.ctx, event));
  const { items } = await listOccurrences(company.ctx, { clause: '9b', limit: 100 });
  const found = items.find(({ dueOn }) => dueOn === '2026-12-04');
  item = { occurrenceId: found?.id ?? '', version: found?.version ?? 0 };
});

/** What the duty 9b names. */
const kinds = ['处置工单', '内容备份', '上报回执'];
const upload = async (name = '回执.pdf') => (await uploadFile(company.ctx, { file: { name, bytes: PDF } })).fileId;
const attach = (kind: string | null, more: object = {}) =>
  attachEvidence(company.ctx, { occurrenceId: item.occurrenceId, kind, form: 'note', note: '见档案柜3', ...more });
const attachAll = async () => {
  for (const kind of kinds) await attach(kind);
};
const receipt = { number: '苏通管〔2026〕18号' };
const submitted = { submittedOn: '2026-11-23', receipt };
const state = () => viewWork(company.ctx, { occurrenceId: item.occurrenceId });

describe('an item goes its way', () => {
  it('from assigning to closing, and its history says who did what', async () => {
    await assignItem(company.ctx, { ...item, assigneeId: colleagueOf.id });
    await prepareItem(colleagueOf.ctx, { ...item, version: 2 });
    const filed = { ...submitted, receipt: { fileId: await upload(), evidenceKind: '上报回执' } };
    await submitItem(colleagueOf.ctx, { ...item, version: 3, ...filed });
    await attach('处置工单');
    await attach('内容备份');
    const closed = await closeItem(company.ctx, { ...item, version: 4 });
    expect(closed).toMatchObject({ version: 5, workState: 'closed', daysLate: null, missed: false });
    expect(await state()).toMatchObject({
      assignee: { name: '李雷' },
      submitted: { on: '2026-11-23', by: { name: '李雷' } },
      doneOn: '2026-11-23',
      requiredEvidence: kinds.map((kind) => ({ kind, state: 'covered' })),
    });
    const { items } = await itemHistory(company.ctx, { occurrenceId: item.occurrenceId });
    expect(items.map(({ move }) => move).sort()).toEqual(
      ['assign', 'attach-evidence', 'attach-evidence', 'close', 'prepare', 'submit'].sort(),
    );
    expect(items.find(({ move }) => move === 'submit')).toMatchObject({
      by: { name: '李雷' },
      stateBefore: 'prepared',
      stateAfter: 'submitted',
      data: { by: colleagueOf.id, on: '2026-11-23' },
    });
    const audit = await product.database.admin.query(
      `select action from app.audit_event where tenant_id = $1 and action ~ '^(item|evidence|file)' order by action`,
      [company.tenantId],
    );
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'evidence.attached',
      'evidence.attached',
      'file.uploaded',
      'item.assigned',
      'item.closed',
      'item.filed',
      'item.prepared',
    ]);
  });

  it('tells what the caller may do next, and why not the rest', async () => {
    const viewer = await colleague(product, company, 'viewer');
    const own = await state();
    expect(own.moves.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual([
      'assign',
      'prepare',
      'submit',
      'close',
      'request-waiver',
    ]);
    for (const { allowed, why } of own.moves) expect(allowed).toBe(why === null);
    const theirs = await viewWork(viewer.ctx, { occurrenceId: item.occurrenceId });
    expect(theirs.moves.filter(({ allowed }) => allowed)).toEqual([]);
  });
});

describe('a filing', () => {
  it.each<[string, object, string]>([
    ['without receipt and without a reason', { receipt: {} }, 'receipt.number'],
    [
      'with a receipt and a reason why there is none',
      { receipt: { number: '1', noneReason: 'x' } },
      'receipt.noneReason',
    ],
    ['on a day to come', { submittedOn: '2026-11-25' }, 'submittedOn'],
    ['at a moment to come', { submittedOn: '2026-11-24', submittedAt: '2026-11-24T10:00:01+08:00' }, 'submittedAt'],
    ['at a moment of another day', { submittedAt: '2026-11-24T09:00:00+08:00' }, 'submittedAt'],
    ['by a stranger', { submittedBy: `usr_${'1'.repeat(32)}` }, 'submittedBy'],
    ['with a file that is not there', { receipt: { fileId: `fil_${'1'.repeat(32)}` } }, 'receipt.fileId'],
  ])('%s is refused and leaves nothing', async (_name, change, path) => {
    await expect(submitItem(company.ctx, { ...item, ...submitted, ...change })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path }],
    });
    expect(await state()).toMatchObject({ workState: 'open', version: 1, receipts: [] });
  });

  it('with a file of another company, as with none', async () => {
    const other = await product.company();
    const { fileId } = await uploadFile(other.ctx, { file: { name: 'a.pdf', bytes: PDF } });
    await expect(submitItem(company.ctx, { ...item, ...submitted, receipt: { fileId } })).rejects.toMatchObject({
      fields: [{ path: 'receipt.fileId' }],
    });
  });

  it('takes its receipt later when none was issued at first, and keeps what was said', async () => {
    await submitItem(company.ctx, { ...item, ...submitted, receipt: { noneReason: '窗口称三日后邮寄' } });
    product.setNow('2026-11-24T11:00:00+08:00');
    await recordReceipt(company.ctx, { ...item, version: 2, number: '18', receivedOn: '2026-11-24' });
    const { receipts } = await state();
    expect(receipts).toMatchObject([{ noneReason: '窗口称三日后邮寄' }, { number: '18', noneReason: null }]);
    const changed = product.database.poolFor('zq_app', 1).query('update app.receipt set number = $1', ['19']);
    await expect(changed).rejects.toThrow(/permission denied/);
  });
});

describe('closing', () => {
  it('names every kind of evidence that is missing, and does nothing', async () => {
    await attach('内容备份');
    await attach(null);
    await expect(closeItem(company.ctx, item)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        { path: 'evidence', message: { zh: '缺少证据：处置工单。' } },
        { path: 'evidence', message: { zh: '缺少证据：上报回执。' } },
      ],
    });
    expect((await state()).workState).toBe('open');
  });

  it('does not count evidence that is withdrawn, or not valid on the day it was done', async () => {
    await attachAll();
    const piece = (await state()).evidence.find(({ kind }) => kind === '处置工单');
    await withdrawEvidence(company.ctx, { evidenceId: piece?.id, reason: '传错' });
    await expect(closeItem(company.ctx, item)).rejects.toMatchObject({ fields: [{ path: 'evidence' }] });
    await attach('处置工单', { validUntil: '2026-11-10' });
    await expect(closeItem(company.ctx, item)).rejects.toMatchObject({
      fields: [{ message: { zh: '证据在办理之日无效：处置工单。' } }],
    });
    expect(await closeItem(company.ctx, { ...item, doneOn: '2026-11-09' })).toMatchObject({ workState: 'closed' });
  });

  it('stands on its evidence: withdrawing it wants the item reopened first', async () => {
    await attachAll();
    await closeItem(company.ctx, item);
    const [piece] = (await state()).evidence;
    const withdraw = () => withdrawEvidence(company.ctx, { evidenceId: piece?.id, reason: '传错' });
    await expect(withdraw()).rejects.toMatchObject({ code: 'conflict' });
    await reopenItem(company.ctx, { ...item, version: 2, reason: '补正' });
    await withdraw();
    await expect(withdraw()).rejects.toMatchObject({ code: 'conflict' });
    expect((await state()).evidence.find(({ id }) => id === piece?.id)?.withdrawn).toMatchObject({ reason: '传错' });
  });
});

describe('two people on one item', () => {
  it('at once: one wins, the other is told who did what and when, and nothing of theirs is half done', async () => {
    const both = await Promise.allSettled([
      assignItem(company.ctx, { ...item, assigneeId: publicId('user', company.userId) }),
      submitItem(colleagueOf.ctx, { ...item, ...submitted }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((result) => result.status === 'rejected')?.reason;
    expect(lost).toMatchObject({ code: 'conflict', fields: [{ path: 'version' }] });
    expect(lost.text.zh).toMatch(/^(王小明|李雷)已于 2026-11-24 10:00（北京时间）对该事项做了“(指派|登记申报)”/);
    const { version, workState, assignee, receipts } = await state();
    const filed = both[1]?.status === 'fulfilled';
    expect([version, workState, assignee === null, receipts.length]).toEqual(
      filed ? [2, 'submitted', true, 1] : [2, 'open', false, 0],
    );
  });

  it('twenty at once leave one move', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => prepareItem(company.ctx, item)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
    expect((await itemHistory(company.ctx, { occurrenceId: item.occurrenceId })).items).toHaveLength(1);
  });

  it('closing and withdrawing what it is closed on: never both', async () => {
    await attachAll();
    const [piece] = (await state()).evidence;
    const [closed, withdrawn] = await Promise.allSettled([
      closeItem(company.ctx, item),
      withdrawEvidence(colleagueOf.ctx, { evidenceId: piece?.id, reason: '传错' }),
    ]);
    expect([closed.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('regenerating', () => {
  it('keeps an item that somebody only assigned, commented on or gave evidence for, with everything on it', async () => {
    await attach('内容备份');
    await assignItem(company.ctx, { ...item, assigneeId: colleagueOf.id });
    const before = await state();
    await withdrawEvent(company.ctx, { eventId, reason: '重复登记' });
    const kept = (await listOccurrences(company.ctx, { limit: 100, clause: '9b' })).items.find(
      ({ id }) => id === item.occurrenceId,
    );
    expect(kept).toMatchObject({ removedAt: expect.any(String), assignee: { name: '李雷' }, evidenceCount: 1 });
    expect(await state()).toEqual(before);
  });

  it('at once with work on the items loses neither', async () => {
    const moves = await Promise.allSettled([
      assignItem(company.ctx, { ...item, assigneeId: colleagueOf.id }),
      regenerateSchedule(company.ctx, {}),
      recordTriggerEvent(company.ctx, { type: 'illegal-content-disposed', attributes: { on: '2026-11-19' } }),
      attach('处置工单'),
    ]);
    expect(moves.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await state()).toMatchObject({ version: 2, assignee: { name: '李雷' }, evidence: [{ kind: '处置工单' }] });
  });
});

describe('people of an item', () => {
  it('are members and named consultants, and nobody else', async () => {
    const consultant = await consultantOf(product, company, 'read');
    expect(await assignItem(company.ctx, { ...item, assigneeId: consultant.id })).toMatchObject({ version: 2 });
    const other = await product.company();
    for (const assigneeId of [publicId('user', other.userId), `usr_${'0'.repeat(32)}`]) {
      await expect(assignItem(company.ctx, { ...item, version: 2, assigneeId })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'assigneeId' }],
      });
    }
    await product.database.admin.query('update authz.engagement set revoked_at = now()');
    await expect(assignItem(company.ctx, { ...item, version: 2, assigneeId: consultant.id })).rejects.toMatchObject({
      fields: [{ path: 'assigneeId' }],
    });
  });

  it('of another company find nothing', async () => {
    const other = await licensedCompany(product);
    await expect(prepareItem(other.ctx, item)).rejects.toMatchObject({ code: 'not-found' });
    await expect(viewWork(other.ctx, { occurrenceId: item.occurrenceId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
