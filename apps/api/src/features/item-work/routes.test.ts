import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { PDF, PNG } from '../../testing/files.ts';
import { createTestProduct, ORIGIN, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, keyFor, type Sample, send } from '../../testing/rest.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { fileRoutes } from '../files/routes.ts';
import { uploadFile } from '../files/upload-file.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { workRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
const items = new Map<string, string>();
const files = new Map<string, string>();
const pieces = new Map<string, string>();
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
  for (const { ctx, companyId } of [two.own, two.other]) {
    const occurrenceId = (await listOccurrences(ctx, { dutyId: 'annual-report', limit: 1 })).items[0]?.id ?? '';
    items.set(companyId, occurrenceId);
    files.set(companyId, (await uploadFile(ctx, { file: { name: 'a.pdf', bytes: PDF } })).fileId);
    const piece = { occurrenceId, form: 'note', kind: null, note: 'x' };
    pieces.set(companyId, (await attachEvidence(ctx, piece)).evidenceId);
  }
});
afterAll(() => product.drop());

const below = (what: string) => (company: KeyedCompany, id: string) =>
  `/companies/${company.companyId}/occurrences/${id}${what}`;
const nobody = (kind: string) => `${kind}_${'1'.repeat(32)}`;
const ofItem = (what: string, body?: unknown): Omit<Sample, 'operation'> => ({
  path: (company) => below(what)(company, items.get(company.companyId) ?? nobody('occ')),
  pathTo: below(what),
  idIn: ({ companyId }) => items.get(companyId) ?? '',
  ...(body === undefined ? {} : { body: () => body }),
});
const withdrawal = (company: KeyedCompany, id: string) => `/companies/${company.companyId}/evidence/${id}/withdrawal`;
const file = (company: KeyedCompany, id: string) => `/companies/${company.companyId}/files/${id}`;
const samples: Record<string, Omit<Sample, 'operation'>> = {
  getWork: ofItem('/work'),
  makeMove: ofItem('/moves', { move: 'prepare', version: 1 }),
  listEvidence: ofItem('/evidence'),
  attachEvidence: ofItem('/evidence', { form: 'note', kind: null, note: 'x' }),
  withdrawEvidence: {
    path: (company) => withdrawal(company, pieces.get(company.companyId) ?? nobody('evi')),
    pathTo: withdrawal,
    idIn: ({ companyId }) => pieces.get(companyId) ?? '',
    body: () => ({ reason: 'x' }),
  },
  downloadFile: {
    path: (company) => file(company, files.get(company.companyId) ?? nobody('fil')),
    pathTo: file,
    idIn: ({ companyId }) => files.get(companyId) ?? '',
  },
};
const operations = [...workRoutes, ...evidenceRoutes, ...fileRoutes].filter(({ id }) => id !== 'uploadFile');

describe.each(operations.map((operation) => ({ id: operation.id, operation })))('$id answers', ({ id, operation }) => {
  const sample = samples[id];
  if (!sample) throw new Error(`no sample for ${id}`);
  itRefuses(
    () => product,
    () => two,
    { operation, ...sample },
  );
});

const upload = async (
  bytes: Buffer,
  name: string,
  { key, companyId }: Pick<KeyedCompany, 'key' | 'companyId'> = two.own,
  idempotencyKey: string = randomUUID(),
) => {
  const address = `${ORIGIN}/api/v1/companies/${companyId}/files?name=${encodeURIComponent(name)}`;
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/octet-stream',
    'idempotency-key': idempotencyKey,
  };
  const response = await product.app.request(address, { method: 'POST', headers, body: new Uint8Array(bytes) });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
};

it('takes a repeated upload once, and another file under the same name of the request not at all', async () => {
  const name = randomUUID();
  const first = await upload(PDF, '回执.pdf', two.own, name);
  const again = await upload(PDF, '回执.pdf', two.own, name);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await upload(PNG, '回执.png', two.own, name)).status).toBe(422);
});

describe('a program works on an item', () => {
  it('from upload to closing: a file is evidence only once it is attached', async () => {
    const { own } = two;
    const { items: found } = await listOccurrences(own.ctx, { dutyId: 'annual-report', limit: 100 });
    const id = found.at(-1)?.id ?? '';
    const sent = await upload(PDF, '年报回执.pdf');
    expect(sent).toMatchObject({ status: 201, body: { mediaType: 'application/pdf' } });
    expect(sent.headers.get('location')).toBe(`/api/v1/companies/${own.companyId}/files/${sent.body.fileId}`);
    const call = (what: string, body: unknown) =>
      send(product.app, 'POST', below(what)(own, id), { key: own.key, body });
    const move = (name: string, version: number, data: object = {}) => call('/moves', { move: name, version, data });
    expect(await move('close', 1)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/data/evidence' }, { pointer: '#/data/evidence' }] },
    });
    const filing = { submittedOn: '2026-11-20', receipt: { fileId: sent.body.fileId, evidenceKind: '报送回执' } };
    expect(await move('submit', 1, filing)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/data/submittedBy' }] },
    });
    const by = { submittedBy: publicId('user', own.userId) };
    expect(await move('submit', 1, { ...filing, ...by })).toMatchObject({
      status: 200,
      body: { version: 2, workState: 'submitted' },
    });
    expect(
      await call('/evidence', { form: 'note', kind: '年报文本与数据来源', note: 'ERP 报表 2026-11' }),
    ).toMatchObject({ status: 201 });
    expect(await move('close', 2)).toMatchObject({ status: 200, body: { workState: 'closed' } });
    const stale = await move('reopen', 2, { reason: 'x' });
    expect(stale).toMatchObject({ status: 409, body: { errors: [{ pointer: '#/version' }] } });
    expect(stale.body.detail).toContain('程序已于');
    const list = await send(product.app, 'GET', below('/evidence')(own, id), { key: own.key });
    expect(
      (list.body.items as { file: { sha256: string } | null }[]).some(
        ({ file: one }) => one?.sha256 === sent.body.sha256,
      ),
    ).toBe(true);
    const filtered = await send(
      product.app,
      'GET',
      `/companies/${own.companyId}/occurrences?workState=closed&hasEvidence=true`,
      { key: own.key },
    );
    expect((filtered.body.items as { id: string }[]).map((one) => one.id)).toEqual([id]);
  });

  it('a file that lies is 415, one that is too large 413; without scope, level or company nothing is read', async () => {
    expect(await upload(PNG, 'a.pdf')).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(await upload(Buffer.alloc(21 * 1024 * 1024, 'a'), 'a.txt')).toMatchObject({ status: 413 });
    expect(
      await upload(PDF, 'a.pdf', { ...two.own, key: await keyFor(two.own.ctx, ['occurrences.read']) }),
    ).toMatchObject({ status: 403 });
    const reader = await keyFor(two.own.ctx, ['occurrences.write'], 'read');
    expect(await upload(PDF, 'a.pdf', { ...two.own, key: reader })).toMatchObject({ status: 403 });
    expect(await upload(PDF, 'a.pdf', { ...two.own, key: two.other.key })).toMatchObject({ status: 404 });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(PDF)]), 'a.pdf');
    const address = `${ORIGIN}/api/v1/companies/${two.own.companyId}/files`;
    const headers = { authorization: `Bearer ${two.own.key}`, 'idempotency-key': randomUUID() };
    expect((await product.app.request(address, { method: 'POST', headers, body: form })).status).toBe(201);
  });

  it('may not sign, waive or state a miss', async () => {
    for (const name of ['sign', 'request-waiver', 'approve-waiver', 'state-missed', 'toString']) {
      const answer = await send(product.app, 'POST', below('/moves')(two.own, items.get(two.own.companyId) ?? ''), {
        key: two.own.key,
        body: { move: name, version: 1, data: { reason: 'x' } },
      });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/move' }] } });
    }
  });
});
