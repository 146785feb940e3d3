import { randomUUID } from 'node:crypto';
import { RULEBOOK } from '@zhengqi/obligations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidIn } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { workRuleChange } from '../../jobs/work-rule-change.ts';
import { jobContext } from '../../jobs/worker-services.ts';
import { makePerson, trailOf } from '../../testing/actors.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import type { TestCompany } from '../../testing/product.ts';
import { createRuleChangeWorld, NEXT, type RuleChangeWorld } from '../../testing/rule-changes.ts';
import { getOccurrence } from '../occurrences/get-occurrence.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { adoptInCompany } from './company-step.ts';
import { getRuleChange, listChangeCompanies } from './list-rule-changes.ts';
import { adoptRuleChange } from './move-rule-change.ts';
import { previewChange } from './preview-change.ts';
import { startRuleChange } from './start-rule-change.ts';
import { listReleases, viewRules } from './view-rules.ts';

let world: RuleChangeWorld;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  world = await createRuleChangeWorld();
});
afterAll(() => world.product.drop());
beforeEach(async () => {
  world.later();
  company = await licensedCompany(world.product);
});

describe('a company', () => {
  it('begins with the release at hand and stays on it when a newer one is published', async () => {
    const before = await world.items(company);
    expect(await regenerateSchedule(company.ctx, {})).toMatchObject({ runId: null, ruleVersion: RULEBOOK.version });
    expect(await world.items(company)).toEqual(before);
    expect(await viewRules(company.ctx, {})).toMatchObject({
      base: { version: RULEBOOK.version },
      latest: { version: NEXT.version },
      behind: true,
      history: [{ seq: 1, version: RULEBOOK.version, by: null }],
    });
    expect((await listReleases(company.ctx, {})).items.map(({ version, current }) => [version, current])).toEqual([
      [NEXT.version, false],
      [RULEBOOK.version, true],
    ]);
  });

  it('sees what a release would do before it is adopted, and nothing is stored', async () => {
    const before = [await world.rowsOf(company.tenantId), await world.items(company)];
    const { counts, lines, state } = await previewChange(company.ctx, { change: NEXT });
    expect(state).toBe('previewed');
    expect(lines).toContainEqual(
      expect.objectContaining({ change: 'moved', dutyId: 'annual-report', before: '2027-03-31', after: '2027-02-28' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ change: 'added', dutyId: 'second-report' }));
    expect(lines.filter(({ change }) => change === 'added')).toHaveLength(counts.added);
    expect([await world.rowsOf(company.tenantId), await world.items(company)]).toEqual(before);
  });

  it('gets exactly what was previewed, goes on being counted by it, and goes back to what was', async () => {
    const before = await world.items(company);
    const preview = await previewChange(company.ctx, { change: NEXT });
    const change = await world.adopted(company.ctx, company.userId, { change: NEXT });
    expect(change).toMatchObject({ state: 'adopted', progress: { total: 1, left: 0, refused: 0 } });
    const { added, removed, moved } = preview.counts;
    expect(change.totals).toEqual({ added, removed, moved, changedCompanies: 1 });
    const after = await world.items(company);
    expect(after).not.toEqual(before);
    expect(after.find(({ key }) => /^annual-report\/.*2027/.test(key))?.dueOn).toBe('2027-02-28');
    expect(await regenerateSchedule(company.ctx, {})).toMatchObject({ runId: null, ruleVersion: NEXT.version });
    const item = before.find(({ key }) => /^annual-report\/.*2027/.test(key));
    const { history } = await getOccurrence(company.ctx, { occurrenceId: item?.id });
    expect(history.at(-1)).toMatchObject({
      before: { dueOn: '2027-03-31', ruleVersion: RULEBOOK.version },
      after: { dueOn: '2027-02-28', ruleVersion: NEXT.version },
    });
    expect(await world.takenBack(company.ctx, company.userId, change)).toMatchObject({
      state: 'taken-back',
      reason: '先撤回',
    });
    expect(await world.items(company)).toEqual(before);
    expect((await viewRules(company.ctx, {})).history.map(({ version, takenBack: back }) => [version, back])).toEqual([
      [RULEBOOK.version, true],
      [NEXT.version, false],
      [RULEBOOK.version, false],
    ]);
    expect(await trailOf(world.product, company.tenantId)).toEqual(
      expect.arrayContaining(['rule-change.started', 'rules.adopted', 'rule-change.adopted', 'rules.taken-back']),
    );
  });

  it('keeps what somebody has worked on through adopting and taking back', async () => {
    const [item] = (await world.items(company)).filter(({ key }) => key.startsWith('apply-for-renewal/'));
    const answered = item ?? (await world.items(company)).find(({ key }) => key.startsWith('annual-report/'));
    await world.product.database.admin.query(
      `update app.occurrence set worked_at = now(), work_state = 'prepared' where tenant_id = $1 and natural_key = $2`,
      [company.tenantId, answered?.key],
    );
    const change = await world.adopted(company.ctx, company.userId, { change: NEXT });
    const workState = async () => (await world.items(company)).find(({ id }) => id === answered?.id)?.workState;
    expect(await workState()).toBe('prepared');
    await world.takenBack(company.ctx, company.userId, change);
    expect(await workState()).toBe('prepared');
  });

  it('is adopted once, after the preview, by whoever saw the newest state', async () => {
    const { changeId } = await startRuleChange(company.ctx, { change: NEXT });
    await expect(adoptRuleChange(company.ctx, { changeId, version: 1 })).rejects.toMatchObject({ code: 'conflict' });
    await world.work(company.tenantId, company.userId, changeId);
    const { version } = await getRuleChange(company.ctx, { changeId });
    await expect(adoptRuleChange(company.ctx, { changeId, version: version - 1 })).rejects.toMatchObject({
      fields: [{ path: 'version' }],
    });
    await adoptRuleChange(company.ctx, { changeId, version });
    await expect(adoptRuleChange(company.ctx, { changeId, version: version + 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('stays on something newer when an older change is taken back', async () => {
    const first = await world.adopted(company.ctx, company.userId, { change: NEXT });
    await world.adopted(company.ctx, company.userId, { change: { type: 'rulebook', version: RULEBOOK.version } });
    await world.takenBack(company.ctx, company.userId, first);
    const { items: companies } = await listChangeCompanies(company.ctx, { changeId: first.id });
    expect(companies).toMatchObject([{ state: 'moved-on' }]);
    expect((await viewRules(company.ctx, {})).base.version).toBe(RULEBOOK.version);
  });

  it('looks at the dates under a notice of working days that nobody has entered yet', async () => {
    const off = ['2027-01-01', '2027-02-06', '2027-05-01', '2027-10-01', '2027-12-24'];
    const notice = {
      year: 2027,
      notice: { title: '关于2027年部分节假日安排的通知（测试）', source: 'https://www.gov.cn/test', mark: 'O' },
      coversFrom: '2026-12-29',
      coversTo: '2027-12-28',
      off: off.map((date) => ({ date, name: '测试假日', statutory: true })),
      work: [{ date: '2027-01-30', name: '春节' }],
    };
    const before = await world.rowsOf(company.tenantId);
    const { state, counts, lines } = await previewChange(company.ctx, { change: { type: 'calendar', notice } });
    expect({ state, added: counts.added, removed: counts.removed }).toEqual({
      state: 'previewed',
      added: 0,
      removed: 0,
    });
    expect(lines).toHaveLength(counts.moved);
    expect(await world.rowsOf(company.tenantId)).toEqual(before);
    const change = await world.previewed(company.ctx, company.userId, { change: { type: 'calendar', notice } });
    expect(change.totals.moved).toBe(counts.moved);
    await expect(adoptRuleChange(company.ctx, { changeId: change.id, version: change.version })).rejects.toMatchObject({
      code: 'conflict',
    });
    const wrong = previewChange(company.ctx, { change: { type: 'calendar', notice: { ...notice, off: [] } } });
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: 'change.notice' }] });
  });
});

describe('a job that was stopped', () => {
  it('goes on behind a company that it had done but not noted', async () => {
    const change = await world.previewed(company.ctx, company.userId, { change: NEXT });
    await adoptRuleChange(company.ctx, { changeId: change.id, version: change.version });
    const ctx = jobContext(world.worker, { id: 'killed', tenantId: company.tenantId, actorId: company.userId });
    await withTenant(ctx, 'write', (tx) => adoptInCompany(tx, ctx, { id: uuidIn(change.id), content: NEXT }));
    const between = await world.rowsOf(company.tenantId);
    expect(await getRuleChange(company.ctx, { changeId: change.id })).toMatchObject({
      state: 'adopting',
      progress: { left: 1 },
    });
    await world.work(company.tenantId, company.userId, change.id);
    expect(await getRuleChange(company.ctx, { changeId: change.id })).toMatchObject({
      state: 'adopted',
      totals: change.totals,
    });
    expect(await world.rowsOf(company.tenantId)).toEqual(between);
  });

  it('finds a company that had adopted, unnoted, when the change was taken back', async () => {
    const before = await world.items(company);
    const change = await world.previewed(company.ctx, company.userId, { change: NEXT });
    const moved = await adoptRuleChange(company.ctx, { changeId: change.id, version: change.version });
    const ctx = jobContext(world.worker, { id: 'killed', tenantId: company.tenantId, actorId: company.userId });
    await withTenant(ctx, 'write', (tx) => adoptInCompany(tx, ctx, { id: uuidIn(change.id), content: NEXT }));
    await world.takenBack(company.ctx, company.userId, { ...change, version: moved.version });
    expect(await world.items(company)).toEqual(before);
  });

  it('never acts without a person, or for one whose right has ended', async () => {
    const { changeId } = await startRuleChange(company.ctx, { change: NEXT });
    const data = { tenantId: company.tenantId, payload: { changeId: uuidIn(changeId) } };
    await workRuleChange(world.worker, randomUUID(), { ...data, actorId: null });
    await workRuleChange(world.worker, randomUUID(), { ...data, actorId: (await makePerson(world.product)).userId });
    expect(await getRuleChange(company.ctx, { changeId })).toMatchObject({
      state: 'previewing',
      progress: { left: 1 },
    });
  });
});
