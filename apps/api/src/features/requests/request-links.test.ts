import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { PDF, PNG } from '../../testing/files.ts';
import { computeCompanyNotices } from '../../jobs/notices/compute-company-notices.ts';
import type { WorkerServices } from '../../jobs/worker-services.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { call, createTestProduct, ORIGIN, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { testWorkerServices } from '../../testing/worker.ts';
import { listAudit } from '../audit/queries.ts';
import { listEvidence } from '../evidence/list-evidence.ts';
import { uploadFile } from '../files/upload-file.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { askForMaterial } from './ask-for-material.ts';
import { withdrawRequest } from './change-request.ts';
import { makeLink, revokeLink, sendLink } from './make-link.ts';
import { getRequest } from './read-requests.ts';
import { acceptAnswers } from './review-answers.ts';

let product: TestProduct;
let worker: WorkerServices;
let company: TestCompany;
let consultant: TenantContext;
let consultantId: string;
let engagement: string;
let occurrenceId: string;
let requestId: string;
beforeAll(async () => {
  product = await createTestProduct();
  worker = testWorkerServices(product);
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  await product.database.admin.query('delete from authz.attempt');
  company = await licensedCompany(product);
  occurrenceId = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 1 })).items[0]?.id ?? '';
  const make = arrange(product.database.admin);
  const firm = await make.organisation('consultancy', '诚信咨询');
  consultantId = await make.user('李顾问');
  await make.membership(consultantId, firm, 'member');
  engagement = await make.engagement(firm, company.tenantId, 'write', [consultantId]);
  consultant = { ...company.ctx, entry: { kind: 'credential', credentialHash: await make.session(consultantId) } };
  requestId = (
    await askForMaterial(consultant, {
      title: '年报材料',
      message: '请拍照上传',
      dueOn: '2026-12-01',
      occurrenceId,
      wanted: [{ label: '报送回执', form: 'file', evidenceKind: '报送回执' }],
    })
  ).requestId;
});

const link = async (days = 7) => (await makeLink(consultant, { requestId, days })).token;
const post = (name: string, input: unknown) => call(product.app, `requestLink.${name}`, input, { mutation: true });
const show = (token: string) => post('show', { token });
async function uploadTo(token: string, name = '回执.pdf', bytes = PDF, headers: Record<string, string> = {}) {
  const url = `${ORIGIN}/api/request-link/files?name=${encodeURIComponent(name)}`;
  const all = {
    host: 'localhost:3000',
    origin: ORIGIN,
    'x-request-link': token,
    'content-type': 'application/octet-stream',
    ...headers,
  };
  const response = await product.app.request(
    new Request(url, { method: 'POST', headers: all, body: new Uint8Array(bytes) }),
  );
  const body = (await response.json()) as {
    fileId?: string;
    error?: { data: { app: { code: string; fields: { path: string }[] } } };
  };
  return { status: response.status, fileId: body.fileId, error: body.error?.data.app };
}
interface Page {
  version: number;
  things: { itemId: string; given: unknown[] }[];
}
async function answer(token: string, more: object, version?: number) {
  const page = (await show(token)).data as Page;
  const answers = [{ itemId: page.things[0]?.itemId, ...more }];
  return post('answer', { token, version: version ?? page.version, answers, signedAs: '张会计' });
}

describe('a link', () => {
  it('shows what is asked, takes a file, and what is accepted becomes evidence; all of it by the link in the audit', async () => {
    const token = await link();
    expect((await show(token)).data).toMatchObject({
      company: '测试科技有限公司',
      askedFor: '诚信咨询',
      title: '年报材料',
      message: '请拍照上传',
      dueOn: '2026-12-01',
      state: 'open',
      things: [{ label: '报送回执', form: 'file', state: 'wanted', given: [] }],
      limits: { leftFiles: 60 },
    });
    const { status, fileId } = await uploadTo(token);
    expect(status).toBe(201);
    expect(await answer(token, { fileIds: [fileId] })).toMatchObject({
      status: 200,
      data: { state: 'answered', version: 2 },
    });
    expect((await show(token)).data).toMatchObject({ things: [{ given: [{ form: 'file', name: '回执.pdf' }] }] });
    const { version, things } = await getRequest(consultant, { requestId });
    expect(things[0]?.answers).toMatchObject([{ byKind: 'link', by: null, file: { fileId } }]);
    await acceptAnswers(consultant, { requestId, version, items: [{ itemId: things[0]?.itemId }] });
    expect((await listEvidence(company.ctx, { occurrenceId })).items).toMatchObject([
      { kind: '报送回执', file: { fileId } },
    ]);
    const audit = (await listAudit(company.ctx, {})).items.filter(({ byKind }) => byKind === 'link');
    expect(audit.map(({ action }) => action).sort()).toEqual(['file.uploaded', 'request.answered']);
  });

  it('tells whoever asked, through the worker', async () => {
    const token = await link();
    const { fileId } = await uploadTo(token);
    await answer(token, { fileIds: [fileId] });
    await computeCompanyNotices(worker, 'outbox', { tenantId: company.tenantId, actorId: null, payload: {} });
    const { rows } = await product.database.admin.query(
      `select stage from app.notice where tenant_id = $1 and recipient_id = $2 and channel = 'in-app' and kind = 'request'`,
      [company.tenantId, consultantId],
    );
    expect(rows).toEqual([{ stage: 'answered:1' }]);
    const asked = await product.database.admin.query(
      `select answered_at from app.notice where tenant_id = $1 and recipient_id = $2 and stage = 'asked' and channel = 'in-app'`,
      [company.tenantId, company.userId],
    );
    expect(asked.rows[0]?.answered_at).not.toBeNull();
  });

  it('may be used to refuse with a reason', async () => {
    const token = await link();
    expect(await answer(token, { refusal: '没有这份文件' })).toMatchObject({ data: { state: 'answered' } });
    expect((await getRequest(consultant, { requestId })).things[0]).toMatchObject({
      state: 'refused',
      reason: '没有这份文件',
    });
  });

  it('is good for thirty days at most and ends with its day', async () => {
    await expect(link(31)).rejects.toMatchObject({ fields: [{ path: 'days' }] });
    const token = await link(1);
    const { admin } = product.database;
    await admin.query(
      `update authz.request_link set created_at = created_at - interval '2 days', expires_at = now() - interval '1 second'`,
    );
    expect(await show(token)).toMatchObject({ status: 404, error: { code: 'not-found' } });
    await expect(
      admin.query(`update authz.request_link set expires_at = created_at + interval '31 days'`),
    ).rejects.toThrow(/check/);
  });

  it('is stored only as a hash and stands in no log', async () => {
    const token = await link();
    await uploadTo(token);
    await show(token);
    expect(product.log()).not.toContain(token);
    const { rows } = await product.database.admin.query('select l::text as row from authz.request_link l');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each<[string, (token: string) => Promise<unknown>]>([
    ['it was revoked', () => revokeLink(consultant, { requestId })],
    ['a newer one was made', () => link()],
    ['the request was withdrawn', () => withdrawRequest(consultant, { requestId, version: 1, reason: '重复' })],
    [
      'the engagement ended',
      () => product.database.admin.query('update authz.engagement set revoked_at = now() where id = $1', [engagement]),
    ],
    [
      'the company was suspended',
      () => product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [company.tenantId]),
    ],
    [
      'the company is closing',
      () => product.database.admin.query(`update authz.org set status = 'closing' where id = $1`, [company.tenantId]),
    ],
  ])('opens nothing any more when %s, in the same words as one that never was', async (_name, end) => {
    const token = await link();
    const page = (await show(token)).data as Page;
    const { fileId } = await uploadTo(token);
    await end(token);
    const words = async (name: string, input: object) => {
      const { status, error } = await post(name, input);
      return { status, code: error?.code };
    };
    const answers = [{ itemId: page.things[0]?.itemId, fileIds: [fileId] }];
    for (const secret of [token, 'x'.repeat(43)]) {
      expect(await words('show', { token: secret })).toEqual({ status: 404, code: 'not-found' });
      expect(await words('answer', { token: secret, version: 1, answers })).toEqual({ status: 404, code: 'not-found' });
      expect(await uploadTo(secret)).toMatchObject({ status: 404, error: { code: 'not-found' } });
    }
  });

  it('is limited: guessing ends in waiting', async () => {
    let last = 200;
    for (let i = 0; i < 301; i += 1) last = (await show(`${'g'.repeat(40)}${i}`)).status;
    expect(last).toBe(429);
  });
});

describe('what comes through a link', () => {
  it('is looked at like any file, and only from the own page', async () => {
    const token = await link();
    expect(await uploadTo(token, 'a.pdf', PNG)).toMatchObject({
      status: 415,
      error: { code: 'unsupported-media-type' },
    });
    expect(await uploadTo(token, 'a.pdf', PDF, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  });

  it('cannot be a file of the company, nor one of another request', async () => {
    const { fileId: own } = await uploadFile(company.ctx, { file: { name: '内部.pdf', bytes: PDF } });
    const token = await link();
    expect(await answer(token, { fileIds: [own] })).toMatchObject({
      error: { fields: [{ path: 'answers.0.fileIds.0' }] },
    });
    const second = await askForMaterial(consultant, {
      title: '另一份',
      dueOn: '2026-12-01',
      wanted: [{ label: 'a', form: 'either' }],
    });
    const { token: other } = await makeLink(consultant, { requestId: second.requestId, days: 7 });
    const { fileId } = await uploadTo(other);
    expect(await answer(token, { fileIds: [fileId] })).toMatchObject({
      error: { fields: [{ path: 'answers.0.fileIds.0' }] },
    });
  });

  it('stops at the limit of files', async () => {
    const token = await link();
    await product.database.admin.query(
      `insert into app.material_upload (tenant_id, request_id, file_id, link_id, name, size_bytes, at)
       select tenant_id, id, gen_random_uuid(), gen_random_uuid(), 'a.pdf', 10, now() from app.material_request, generate_series(1, 60)
        where tenant_id = $1`,
      [company.tenantId],
    );
    expect(await uploadTo(token)).toMatchObject({ status: 400, error: { fields: [{ path: 'file' }] } });
  });
});

describe('a link by mail', () => {
  it('goes to the reader alone, and so many a day', async () => {
    const send = () => sendLink(consultant, { requestId, days: 7, email: 'kuaiji@example.cn', language: 'zh' });
    const sent = await send();
    expect(Object.keys(sent)).toEqual(['linkId', 'expiresAt']);
    const { rows } = await product.database.admin.query(
      `select data from authz.mail where template = 'material-request'`,
    );
    expect(rows).toHaveLength(1);
    const { token, company: name } = rows[0].data as { token: string; company: string };
    expect(name).toBe('测试科技有限公司');
    expect((await show(token)).status).toBe(200);
    for (let i = 0; i < 4; i += 1) await send();
    await expect(send()).rejects.toMatchObject({ code: 'too-many-attempts' });
  });
});
