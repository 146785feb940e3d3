import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { getWorkflow } from '../workflows/get-workflow.ts';
import { listWorkflows } from '../workflows/list-workflows.ts';
import { moveWorkflow } from '../workflows/move-workflow.ts';
import { startWorkflow } from '../workflows/start-workflow.ts';
import { askMany } from './ask-many.ts';
import { assignMany } from './assign-many.ts';
import type { Caller } from './over-companies.ts';
import { openMany } from './open-many.ts';
import type { Board } from './schemas.ts';
import { viewBoard } from './view-board.ts';

type Client = TestCompany & { licenceId: string };
let product: TestProduct;
let clients: Client[];
let stranger: Client;
let consultant: { userId: string; credentialHash: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  denied = [];
  clients = [await licensedCompany(product), await licensedCompany(product)];
  stranger = await licensedCompany(product);
  const make = arrange(product.database.admin);
  const firm = await make.organisation('consultancy', '咨询');
  const userId = await make.user('韩梅梅');
  await make.membership(userId, firm, 'member');
  for (const { tenantId } of clients) await make.engagement(firm, tenantId, 'write', [userId]);
  consultant = { userId, credentialHash: await make.session(userId) };
});

const contextOf = (tenantId: string): TenantContext => ({
  ...(clients[0] as Client).ctx,
  tenantId,
  entry: { kind: 'credential', credentialHash: consultant.credentialHash },
});
let denied: [string, string][] = [];
const caller: Caller = {
  contextOf,
  noteDenial: async (tenantId, code) => void denied.push([tenantId, code]),
};
const board = (more: object = {}): Promise<Board> => {
  const { clock, portfolioPool } = product.services;
  return viewBoard({ clock, portfolioPool, ...consultant }, { kind: 'annual-report', year: 2027, ...more });
};
const count = ({ columns }: Board, name: string) => columns.find(({ column }) => column === name)?.count;
const orgOf = ({ tenantId }: Client) => publicId('organisation', tenantId);
const openAll = async () => {
  const { items } = await board();
  return openMany(caller, {
    kind: 'annual-report',
    items: items.map(({ organisation, occurrenceId }) => ({ organisationId: organisation.id, occurrenceId })),
  });
};

describe('the board', () => {
  it('shows the annual reports of a year of all clients, and of nobody else', async () => {
    const shown = await board();
    expect(shown.items.map(({ organisation }) => organisation.id).sort()).toEqual(clients.map(orgOf).sort());
    expect(shown.items[0]).toMatchObject({
      column: 'not-started',
      dueOn: '2027-03-31',
      workflow: null,
      waitsOn: { zh: '未指派' },
      overdue: false,
    });
    expect(count(shown, 'not-started')).toBe(2);
    expect((await board({ year: 2026 })).items).toHaveLength(2);
  });

  it('tells who waits on whom as the work goes on, and what is missing', async () => {
    await openAll();
    const [first] = clients as [Client];
    const { items } = await listWorkflows(first.ctx, {});
    const workflowId = items[0]?.id;
    await moveWorkflow(contextOf(first.tenantId), { workflowId, version: 1, move: 'begin' });
    await moveWorkflow(contextOf(first.tenantId), {
      workflowId,
      version: 2,
      move: 'ask-client',
      data: { asked: '营收' },
    });
    const shown = await board();
    expect([count(shown, 'not-started'), count(shown, 'with-client')]).toEqual([1, 1]);
    const row = shown.items.find(({ organisation }) => organisation.id === orgOf(first));
    expect(row).toMatchObject({ column: 'with-client', workflow: { id: workflowId, state: 'waiting-for-client' } });
    expect(row?.waitsOn?.zh).toBe(row?.organisation.name);
    expect(row?.missing?.count).toBeGreaterThan(10);
    expect((await board({ column: ['with-client'] })).items).toEqual([row]);
    expect((await board({ search: row?.organisation.name })).items).toContainEqual(row);
    expect((await board({ search: '没有这家' })).items).toEqual([]);
  });

  it('goes page by page', async () => {
    const whole = (await board()).items;
    const one = await board({ limit: 1 });
    const two = await board({ limit: 1, cursor: one.nextCursor });
    expect([...one.items, ...two.items]).toEqual(whole);
    expect(two.nextCursor).toBeNull();
    expect(count(two, 'not-started')).toBe(2);
  });

  it('shows work that no item belongs to, and a duty whatever work serves it', async () => {
    const [first] = clients as [Client];
    await startWorkflow(first.ctx, {
      kind: 'cancellation',
      subject: { type: 'licence', id: first.licenceId },
      data: { decidedOn: '2026-11-20', on: '2027-01-31' },
    });
    const cancelled = await board({ kind: 'cancellation', year: undefined });
    expect(cancelled.items).toMatchObject([{ occurrenceId: null, licence: { id: first.licenceId } }]);
    const renewals = await board({ kind: undefined, dutyId: 'apply-for-renewal', year: undefined });
    expect(renewals.items).toHaveLength(2);
    await expect(board({ dutyId: 'apply-for-renewal' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('ends with the engagement', async () => {
    await product.database.admin.query('update authz.engagement set revoked_at = now() where company_id = $1', [
      clients[0]?.tenantId,
    ]);
    expect((await board()).items.map(({ organisation }) => organisation.id)).toEqual([orgOf(clients[1] as Client)]);
  });
});

describe('in bulk', () => {
  it('starts the work of each client, once', async () => {
    const { items } = await board();
    const { results } = await openAll();
    expect(results).toMatchObject([
      { ok: true, version: 1 },
      { ok: true, version: 1 },
    ]);
    expect((await board()).items.every(({ workflow }) => workflow?.state === 'not-open')).toBe(true);
    const again = await openMany(caller, {
      kind: 'annual-report',
      items: items.map(({ organisation, occurrenceId }) => ({ organisationId: organisation.id, occurrenceId })),
    });
    expect(again.results).toMatchObject([{ error: { code: 'conflict' } }, { error: { code: 'conflict' } }]);
  });

  it('gives it to somebody who has access, and to nobody else', async () => {
    await openAll();
    const running = (await board()).items.map(({ organisation, workflow }) => ({
      organisationId: organisation.id,
      workflowId: workflow?.id,
      version: workflow?.version,
    }));
    const responsibleId = publicId('user', consultant.userId);
    const { results } = await assignMany(caller, { items: running, responsibleId });
    expect(results.every(({ ok }) => ok)).toBe(true);
    const mine = await board({ responsible: 'me' });
    expect(mine.items).toMatchObject([{ responsible: { name: '韩梅梅' } }, { responsible: { name: '韩梅梅' } }]);
    const again = running.map((item) => ({ ...item, version: 2 }));
    const wrong = await assignMany(caller, { items: again, responsibleId: publicId('user', stranger.userId) });
    expect(wrong.results).toMatchObject([{ error: { code: 'invalid-input' } }, { error: { code: 'invalid-input' } }]);
  });

  it('asks each client once for all that is missing, and the work waits for the client', async () => {
    const [first] = clients as [Client];
    const subject = { type: 'licence', id: first.licenceId };
    const renewal = await startWorkflow(first.ctx, { kind: 'renewal', subject, data: { validTo: '2029-03-01' } });
    const report = await startWorkflow(first.ctx, { kind: 'annual-report', subject, data: { filingYear: 2027 } });
    const begun = [renewal, report];
    for (const { workflowId } of begun) await moveWorkflow(first.ctx, { workflowId, version: 1, move: 'begin' });
    const items = begun.map(({ workflowId }) => ({ organisationId: orgOf(first), workflowId, version: 2 }));
    const request = { items, message: '请于12月5日前提供', requestId: randomUUID() };
    const { results, told } = await askMany(caller, request);
    expect(results).toMatchObject([
      { ok: true, version: 3 },
      { ok: true, version: 3 },
    ]);
    expect(told).toEqual([{ organisationId: orgOf(first), requestId: expect.stringMatching(/^req_/), people: 1 }]);
    const notices = await product.database.admin.query(
      `select recipient_id from app.notice where tenant_id = $1 and kind = 'request' and channel = 'in-app'`,
      [first.tenantId],
    );
    expect(notices.rows).toEqual([{ recipient_id: first.userId }]);
    const asked = await product.database.admin.query(
      `select r.title, r.message, r.due_on::text as due, array_agg(t.label order by t.position) as wanted
         from app.material_request r join app.material_request_thing t on t.tenant_id = r.tenant_id and t.request_id = r.id
        where r.tenant_id = $1 group by 1, 2, 3`,
      [first.tenantId],
    );
    expect(asked.rows).toMatchObject([
      { title: '请提供材料：许可证续期、年报', message: '请于12月5日前提供', due: '2026-12-01' },
    ]);
    expect(asked.rows[0].wanted.at(-1)).toBe('年报：所需数据和材料');
    const detail = await getWorkflow(first.ctx, { workflowId: renewal.workflowId });
    expect(detail.state).toBe('waiting-for-client');
    expect(detail.materials?.items.filter(({ status }) => status === 'asked').length).toBeGreaterThan(0);
    expect((await askMany(caller, request)).results).toMatchObject([
      { error: { code: 'conflict' } },
      { error: { code: 'conflict' } },
    ]);
  });

  it('reaches no company that is not open to the caller, and the others go on', async () => {
    const { items } = await board();
    const own = { organisationId: items[0]?.organisation.id, occurrenceId: items[0]?.occurrenceId };
    const subject = { type: 'licence', id: stranger.licenceId };
    const theirs = await startWorkflow(stranger.ctx, { kind: 'annual-report', subject, data: { filingYear: 2027 } });
    const foreign = { organisationId: orgOf(stranger), workflowId: theirs.workflowId, version: 1 };
    const smuggled = { ...foreign, organisationId: own.organisationId };
    const { results } = await openMany(caller, {
      kind: 'annual-report',
      items: [{ organisationId: orgOf(stranger), occurrenceId: own.occurrenceId }, own],
    });
    expect(results).toMatchObject([{ ok: false, error: { code: 'not-found' } }, { ok: true }]);
    const moves = [
      await assignMany(caller, { items: [foreign, smuggled], responsibleId: null }),
      await askMany(caller, { items: [foreign, smuggled], message: 'x', requestId: randomUUID() }),
    ];
    for (const { results: refused } of moves) {
      expect(refused).toMatchObject([{ error: { code: 'not-found' } }, { error: { code: 'not-found' } }]);
    }
    expect(denied).toEqual(Array(3).fill([stranger.tenantId, 'not-found']));
    expect((await getWorkflow(stranger.ctx, { workflowId: theirs.workflowId })).version).toBe(1);
  });
});
