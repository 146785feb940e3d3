import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { PDF } from '../../testing/files.ts';
import { computeCompanyNotices } from '../../jobs/notices/compute-company-notices.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { listEvidence } from '../evidence/list-evidence.ts';
import { uploadFile } from '../files/upload-file.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { answerRequest } from './answer-request.ts';
import { askForMaterial } from './ask-for-material.ts';
import { changeRequest, withdrawRequest } from './change-request.ts';
import { countRequests, getRequest, listRequests, requestHistory } from './read-requests.ts';
import { acceptAnswers, dropThings, sendBackAnswers } from './review-answers.ts';

let product: TestProduct;
let worker: WorkerServices;
let company: TestCompany;
/** A consultant of a consultancy that works for the company. */
let consultant: TenantContext;
let consultantId: string;
let occurrenceId: string;
beforeAll(async () => {
  product = await createTestProduct();
  worker = testWorkerServices(product);
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  occurrenceId = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 1 })).items[0]?.id ?? '';
  const make = arrange(product.database.admin);
  const firm = await make.organisation('consultancy', '诚信咨询');
  consultantId = await make.user('李顾问');
  await make.membership(consultantId, firm, 'member');
  await make.engagement(firm, company.tenantId, 'write', [consultantId]);
  consultant = { ...company.ctx, entry: { kind: 'credential', credentialHash: await make.session(consultantId) } };
});

const WANTED = [
  { label: '报送回执', form: 'file', evidenceKind: '报送回执' },
  { label: '用户数', hint: '截至年末', form: 'text' },
];
const ask = (more: object = {}, ctx = consultant) =>
  askForMaterial(ctx, { title: '2025 年报材料', dueOn: '2026-12-01', occurrenceId, wanted: WANTED, ...more });
const upload = async (ctx = company.ctx) => (await uploadFile(ctx, { file: { name: '回执.pdf', bytes: PDF } })).fileId;
const get = (requestId: string) => getRequest(consultant, { requestId });
/** Both things as they stand, and what else a move wants. */
async function opened(requestId: string) {
  const { version, things } = await get(requestId);
  const [receipt, users] = things.map(({ itemId }) => itemId);
  return { requestId, version, receipt, users };
}
async function answerAll(requestId: string) {
  const { version, receipt, users } = await opened(requestId);
  const answers = [
    { itemId: receipt, fileIds: [await upload()] },
    { itemId: users, text: '1200 户' },
  ];
  return answerRequest(company.ctx, { requestId, version, answers });
}
const told = async (recipient: string) =>
  (
    await product.database.admin.query<{ stage: string }>(
      `select stage from app.notice where tenant_id = $1 and recipient_id = $2 and kind = 'request' and channel = 'in-app' order by created_at, stage`,
      [company.tenantId, recipient],
    )
  ).rows.map(({ stage }) => stage);
const night = () => computeCompanyNotices(worker, 'night', { tenantId: company.tenantId, actorId: null, payload: {} });

describe('a request', () => {
  it('is told to the company in one message, and says on whose behalf it is asked', async () => {
    const { requestId, told: people } = await ask();
    expect(people).toBe(1);
    expect(await told(company.userId)).toEqual(['asked']);
    expect(await get(requestId)).toMatchObject({
      state: 'open',
      askedFor: '诚信咨询',
      askedBy: { name: '李顾问' },
      dueOn: '2026-12-01',
      daysLeft: 7,
      counts: { total: 2, toGive: 2, toReview: 0, accepted: 0 },
      occurrence: { id: occurrenceId },
      link: null,
      things: [
        { label: '报送回执', state: 'wanted' },
        { label: '用户数', hint: '截至年末' },
      ],
    });
  });

  it('given in the product and accepted becomes evidence of the item, file and words each under its kind', async () => {
    const { requestId } = await ask();
    expect(await answerAll(requestId)).toMatchObject({ state: 'answered', version: 2 });
    expect(await told(consultantId)).toEqual(['answered:1']);
    const { version, receipt, users } = await opened(requestId);
    const done = await acceptAnswers(consultant, {
      requestId,
      version,
      items: [{ itemId: receipt }, { itemId: users }],
    });
    expect(done).toMatchObject({ state: 'done', version: 3 });
    expect(done.evidence).toHaveLength(2);
    const { items } = await listEvidence(company.ctx, { occurrenceId });
    expect(items.toSorted((x, y) => x.form.localeCompare(y.form))).toMatchObject([
      { form: 'file', kind: '报送回执', file: { name: '回执.pdf' } },
      { form: 'note', kind: null, note: '1200 户' },
    ]);
    expect((await get(requestId)).things[0]?.answers).toMatchObject([
      { current: true, by: { name: '王小明' }, byKind: 'user', evidenceId: done.evidence[0] },
    ]);
    const moves = (await requestHistory(consultant, { requestId })).items.map(({ move }) => move);
    expect(moves).toEqual(['accept', 'accept', 'answer', 'answer', 'ask']);
  });

  it('sent back is wanted again with the reason; the newest answer counts, the older one stays', async () => {
    const { requestId } = await ask();
    await answerAll(requestId);
    const { version, receipt } = await opened(requestId);
    const back = await sendBackAnswers(consultant, {
      requestId,
      version,
      items: [{ itemId: receipt, reason: '印章不清' }],
    });
    expect(back).toMatchObject({ state: 'open' });
    expect(await told(company.userId)).toEqual(['asked', 'sent-back:3']);
    expect((await get(requestId)).things[0]).toMatchObject({ state: 'sent-back', reason: '印章不清' });
    const fileIds = [await upload()];
    await answerRequest(company.ctx, { requestId, version: back.version, answers: [{ itemId: receipt, fileIds }] });
    expect((await get(requestId)).things[0]).toMatchObject({
      state: 'answered',
      reason: null,
      answers: [
        { batch: 1, current: false },
        { batch: 2, current: true, file: { fileId: fileIds[0] } },
      ],
    });
  });

  it('may be refused with a reason, which whoever asked takes as it is or not', async () => {
    const { requestId } = await ask();
    const { version, receipt, users } = await opened(requestId);
    const answers = [
      { itemId: receipt, refusal: '当年未报送' },
      { itemId: users, text: '0' },
    ];
    await answerRequest(company.ctx, { requestId, version, answers });
    const both = { requestId, version: 2, items: [{ itemId: receipt }, { itemId: users }] };
    await expect(acceptAnswers(consultant, both)).rejects.toMatchObject({ fields: [{ path: 'items.0.itemId' }] });
    await dropThings(consultant, { requestId, version: 2, items: [{ itemId: receipt, reason: '已知悉' }] });
    const end = await acceptAnswers(consultant, { requestId, version: 3, items: [{ itemId: users }] });
    expect(end.state).toBe('done');
    expect(end.evidence).toHaveLength(1);
  });

  it('of a version that somebody else changed is refused, and nothing is stored', async () => {
    const { requestId } = await ask();
    await changeRequest(consultant, { requestId, version: 1, dueOn: '2026-12-05' });
    const { receipt } = await opened(requestId);
    const late = { requestId, version: 1, answers: [{ itemId: receipt, fileIds: [await upload()] }] };
    await expect(answerRequest(company.ctx, late)).rejects.toMatchObject({
      code: 'conflict',
      fields: [{ path: 'version' }],
      text: { zh: expect.stringContaining('李顾问') },
    });
    expect(await get(requestId)).toMatchObject({ version: 2, dueOn: '2026-12-05', counts: { toGive: 2 } });
  });

  it('that is done or withdrawn takes nothing more', async () => {
    const { requestId } = await ask();
    const { receipt } = await opened(requestId);
    await withdrawRequest(consultant, { requestId, version: 1, reason: '重复' });
    const answers = [{ itemId: receipt, refusal: '无' }];
    await expect(answerRequest(company.ctx, { requestId, version: 2, answers })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await listRequests(consultant, { state: ['open'] })).items).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a day that has passed', { dueOn: '2026-11-23' }, 'dueOn'],
    ['an item that is not there', { occurrenceId: `occ_${'1'.repeat(32)}` }, 'occurrenceId'],
    [
      'a kind that the duty does not name',
      { wanted: [{ label: 'a', form: 'file', evidenceKind: '身份证' }] },
      'wanted.0.evidenceKind',
    ],
    ['a kind without an item', { occurrenceId: null }, 'wanted.0.evidenceKind'],
    ['nothing', { wanted: [] }, 'wanted'],
  ])('for %s is refused at its place', async (_name, more, path) => {
    await expect(ask(more)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });

  it.each<[string, (itemId: string) => object, string]>([
    ['nothing at all', () => ({}), 'answers.0.fileIds'],
    ['words in the place of a file', () => ({ text: '在路上' }), 'answers.0.fileIds'],
    ['a file and a refusal', () => ({ text: 'a', refusal: 'b' }), 'answers.0.refusal'],
    ['a file that is not there', () => ({ fileIds: [`fil_${'1'.repeat(32)}`] }), 'answers.0.fileIds.0'],
  ])('answered with %s is refused at its place', async (_name, more, path) => {
    const { requestId } = await ask();
    const { version, receipt } = await opened(requestId);
    const answers = [{ itemId: receipt, ...more(receipt ?? '') }];
    await expect(answerRequest(company.ctx, { requestId, version, answers })).rejects.toMatchObject({
      fields: [{ path }],
    });
  });

  it('of another company does not exist, with its things and files', async () => {
    const other = await licensedCompany(product);
    const { requestId } = await ask();
    const { version, receipt } = await opened(requestId);
    await expect(getRequest(other.ctx, { requestId })).rejects.toMatchObject({ code: 'not-found' });
    const items = [{ itemId: receipt, reason: 'x' }];
    await expect(dropThings(other.ctx, { requestId, version, items })).rejects.toMatchObject({ code: 'not-found' });
    const foreign = [{ itemId: receipt, fileIds: [await upload(other.ctx)] }];
    await expect(answerRequest(company.ctx, { requestId, version, answers: foreign })).rejects.toMatchObject({
      fields: [{ path: 'answers.0.fileIds.0' }],
    });
  });
});

describe('reminders of requests', () => {
  it('come once for each stage, also after nights that were missed, and go to whoever asked when it is late', async () => {
    await ask();
    await night();
    product.setNow('2026-11-30T10:00:00+08:00');
    await night();
    await night();
    expect(await told(company.userId)).toEqual(['asked', 'due7@2026-12-01', 'due1@2026-12-01']);
    product.setNow('2026-12-10T10:00:00+08:00');
    await night();
    expect(await told(company.userId)).toContain('late1@2026-12-01');
    expect(await told(consultantId)).toEqual(['late1@2026-12-01:asker']);
    expect(await countRequests(consultant, {})).toEqual({ open: 1, answered: 0, overdue: 1 });
    expect((await listRequests(consultant, { overdue: true })).items).toHaveLength(1);
  });

  it('stop with the answer; an answer that nobody looks at is brought up once', async () => {
    const { requestId } = await ask();
    await answerAll(requestId);
    product.setNow('2026-11-28T10:00:00+08:00');
    await night();
    product.setNow('2026-12-20T10:00:00+08:00');
    await night();
    expect(await told(company.userId)).toEqual(['asked']);
    expect(await told(consultantId)).toEqual(['answered:1', 'review:1']);
  });
});
