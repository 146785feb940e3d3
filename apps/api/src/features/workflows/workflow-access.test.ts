import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { type Colleague, colleague } from '../../testing/colleague.ts';
import { PDF } from '../../testing/files.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { keyFor, send } from '../../testing/rest.ts';
import { uploadFile } from '../files/upload-file.ts';
import { getOccurrence } from '../occurrences/get-occurrence.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { getWorkflow } from './get-workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import { moveWorkflow } from './move-workflow.ts';
import { setMaterials } from './set-materials.ts';
import { startWorkflow } from './start-workflow.ts';
import { takeBackMove } from './take-back.ts';

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

const licenceSubject = () => ({ type: 'licence', id: company.licenceId });
const RENEWAL = { kind: 'renewal', data: { validTo: '2029-03-01' } };
const startRenewal = () => startWorkflow(company.ctx, { ...RENEWAL, subject: licenceSubject() });
const renewalItem = async () => {
  const { items } = await listOccurrences(company.ctx, { dutyId: 'apply-for-renewal', limit: 10 });
  return items.find(({ key }) => key.endsWith('/2029-03-01'));
};

describe('material', () => {
  it('is ticked line by line, by the list of the province, with history', async () => {
    const { workflowId } = await startRenewal();
    const { materials } = await getWorkflow(company.ctx, { workflowId });
    const [first, second] = materials?.items ?? [];
    expect(materials).toMatchObject({ act: 'renewal', missing: materials?.items.length });
    const tick = (materialId = '', version = 0, more: object = {}) =>
      setMaterials(company.ctx, { workflowId, items: [{ materialId, version, status: 'received', ...more }] });
    const fileId = (await uploadFile(company.ctx, { file: { name: '营业执照.pdf', bytes: PDF } })).fileId;
    await tick(first?.id, 0, { fileId });
    await tick(second?.id, 0, { status: 'not-needed', note: '无变化' });
    await expect(tick(first?.id, 0)).rejects.toMatchObject({ code: 'conflict', fields: [{ path: 'items.0.version' }] });
    await expect(tick('no-such-line')).rejects.toMatchObject({ fields: [{ path: 'items.0.materialId' }] });
    const after = (await getWorkflow(company.ctx, { workflowId })).materials;
    expect(after?.missing).toBe((materials?.missing ?? 0) - 2);
    expect(after?.items[0]).toMatchObject({ status: 'received', version: 1, file: { fileId, name: '营业执照.pdf' } });
  });
});

describe('two people at once', () => {
  it('make one move: the slower one is told who did what', async () => {
    const { workflowId } = await startRenewal();
    const both = await Promise.allSettled(
      [company.ctx, other.ctx].map((ctx) => moveWorkflow(ctx, { workflowId, version: 1, move: 'begin', data: {} })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', fields: [{ path: 'version' }] },
    });
    expect((await getWorkflow(company.ctx, { workflowId })).log).toHaveLength(2);
  });

  it('start one piece of work', async () => {
    const both = await Promise.allSettled(
      [company.ctx, other.ctx].map((ctx) => startWorkflow(ctx, { ...RENEWAL, subject: licenceSubject() })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what belongs to another company', () => {
  it('is not found, whether it exists or not', async () => {
    const stranger = await licensedCompany(product);
    const { workflowId } = await startRenewal();
    const missing = `wfl_${'1'.repeat(32)}`;
    for (const id of [workflowId, missing]) {
      const seen = { workflowId: id, version: 1 };
      for (const attempt of [
        () => getWorkflow(stranger.ctx, { workflowId: id }),
        () => moveWorkflow(stranger.ctx, { ...seen, move: 'begin' }),
        () => takeBackMove(stranger.ctx, { ...seen, reason: 'x' }),
        () => setMaterials(stranger.ctx, { workflowId: id, items: [{ materialId: 'x', version: 0, status: 'asked' }] }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
      }
    }
    await expect(startWorkflow(stranger.ctx, { ...RENEWAL, subject: licenceSubject() })).rejects.toMatchObject({
      code: 'not-found',
    });
    const occurrenceIds = [(await renewalItem())?.id];
    const own = { type: 'licence', id: stranger.licenceId };
    await expect(startWorkflow(stranger.ctx, { ...RENEWAL, subject: own, occurrenceIds })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await listWorkflows(stranger.ctx, {})).items).toEqual([]);
    expect(await getOccurrence(company.ctx, { occurrenceId: occurrenceIds[0] })).toMatchObject({ workState: 'open' });
  });
});

describe('a program', () => {
  const ask = async (method: string, path: string, body?: object) => {
    const options = { key: await keyFor(company.ctx), ...(body ? { body } : {}) };
    return send(product.app, method, `/companies/${publicId('organisation', company.tenantId)}${path}`, options);
  };

  it('starts work and makes moves in the name of a person, and takes them back', async () => {
    const start = { ...RENEWAL, subject: licenceSubject() };
    const nobody = await ask('POST', '/workflows', start);
    expect(nobody).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/by' }] } });
    const started = await ask('POST', '/workflows', { ...start, by: other.id });
    expect(started).toMatchObject({ status: 201, body: { version: 1, state: 'planned' } });
    const path = `/workflows/${String(started.body['workflowId'])}`;
    expect(started.headers.get('location')).toMatch(new RegExp(`${path}$`));
    const begun = await ask('POST', `${path}/moves`, { move: 'begin', version: 1, by: other.id });
    expect(begun).toMatchObject({ status: 200, body: { state: 'preparing' } });
    const stale = await ask('POST', `${path}/moves`, { move: 'submit', version: 1, by: other.id });
    expect(stale.status).toBe(409);
    const back = { move: 'take-back', version: 2, data: { reason: '误登' }, by: other.id };
    expect(await ask('POST', `${path}/moves`, back)).toMatchObject({ status: 200, body: { state: 'planned' } });
    const { body } = await ask('GET', path);
    expect(body).toMatchObject({ state: 'planned', log: [{ by: { id: other.id } }, { by: { id: other.id } }, {}] });
  });

  it('names nobody who has no access', async () => {
    const stranger = await licensedCompany(product);
    const by = publicId('user', stranger.userId);
    const answer = await ask('POST', '/workflows', { ...RENEWAL, subject: licenceSubject(), by });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/by' }] } });
  });
});

it('a person moves in nobody else’s name', async () => {
  const start = { ...RENEWAL, subject: licenceSubject(), by: other.id };
  await expect(startWorkflow(company.ctx, start)).rejects.toMatchObject({ fields: [{ path: 'by' }] });
});
