import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { ownDutyOf } from '../../testing/own-duty.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { trailOf } from '../../testing/actors.ts';
import { getOccurrence } from '../occurrences/get-occurrence.ts';
import { countOccurrences, listOccurrences } from '../occurrences/list-occurrences.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { viewWork } from '../item-work/view-work.ts';
import { changeOwnDuty, createOwnDuty, restoreOwnDuty, retireOwnDuty } from './change-own-duty.ts';
import { getOwnDuty, listOwnDuties, ownDutySchema } from './list-own-duties.ts';
import { checkDuty } from './read-own-duty.ts';
import { testOwnDuty } from './test-own-duty.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
});

const itemsOf = async (dutyId: string, removed: 'exclude' | 'only' = 'exclude') =>
  (await listOccurrences(company.ctx, { dutyId, limit: 100, ...(removed === 'only' ? { removed } : {}) })).items;
const duty = ownDutyOf('recovery-drill');

describe('a duty of one’s own', () => {
  it('opens items like a duty of the base rules, with title, explanation, evidence and search', async () => {
    const { schedule } = await createOwnDuty(company.ctx, { duty });
    expect(schedule).toMatchObject({ ruleVersion: expect.stringMatching(/\+own\.1$/) });
    expect(schedule.added).toBeGreaterThan(0);
    const [item] = await itemsOf(duty.id);
    expect(item).toMatchObject({ clause: 'own', title: duty.title, mark: 'O', dueOn: '2026-06-30' });
    const detail = await getOccurrence(company.ctx, { occurrenceId: item?.id });
    expect(detail).toMatchObject({ duty: { id: duty.id }, dueRule: { id: 'drill' }, laws: [{ id: 'own-rule' }] });
    const work = await viewWork(company.ctx, { occurrenceId: item?.id });
    expect(work.requiredEvidence).toMatchObject([{ label: duty.evidence[0] }]);
    expect((await listOccurrences(company.ctx, { search: '灾备' })).items.map(({ id }) => id)).toContain(item?.id);
    expect((await countOccurrences(company.ctx, { dutyId: duty.id })).total).toBe(schedule.added);
  });

  it('leaves the items of the base rules as they were', async () => {
    const before = (await listOccurrences(company.ctx, { limit: 100 })).items.map(({ key, dueOn }) => [key, dueOn]);
    const { schedule } = await createOwnDuty(company.ctx, { duty });
    expect(schedule).toMatchObject({ removed: 0, moved: 0 });
    const after = (await listOccurrences(company.ctx, { limit: 100 })).items.filter(({ dutyId }) => dutyId !== duty.id);
    for (const row of before) expect(after.map(({ key, dueOn }) => [key, dueOn])).toContainEqual(row);
    expect(await regenerateSchedule(company.ctx, {})).toMatchObject({ runId: null });
  });

  it('has versions: the newest counts, the older ones stay and explain the dates they gave', async () => {
    const { dutyId, version } = await createOwnDuty(company.ctx, { duty });
    const [item] = await itemsOf(duty.id);
    product.setNow('2026-11-24T11:00:00+08:00');
    const due = [{ ...duty.due[0], timing: { ...duty.due[0]?.timing, closes: '05-31' } }];
    const { schedule } = await changeOwnDuty(company.ctx, { dutyId, version, duty: { ...duty, due } });
    expect(schedule.moved).toBeGreaterThan(0);
    const after = await getOccurrence(company.ctx, { occurrenceId: item?.id });
    expect(after).toMatchObject({ dueOn: '2026-05-31' });
    expect(after.history.at(-1)).toMatchObject({
      change: 'moved',
      before: { dueOn: '2026-06-30', ruleVersion: expect.stringMatching(/\+own\.1$/) },
      after: { dueOn: '2026-05-31', ruleVersion: expect.stringMatching(/\+own\.2$/) },
    });
    const { versions } = await getOwnDuty(company.ctx, { dutyId });
    expect(versions.map((each) => [each.version, each.duty.due[0]?.timing])).toMatchObject([
      [2, { closes: '05-31' }],
      [1, { closes: '06-30' }],
    ]);
  });

  it('is retired with its items, keeps those somebody has worked on, and comes back under the same ids', async () => {
    const { dutyId } = await createOwnDuty(company.ctx, { duty });
    const items = await itemsOf(duty.id);
    await product.database.admin.query(
      `update app.occurrence set worked_at = now(), work_state = 'prepared' where tenant_id = $1 and natural_key = $2`,
      [company.tenantId, items[0]?.key],
    );
    product.setNow('2026-11-24T11:00:00+08:00');
    const retired = await retireOwnDuty(company.ctx, { dutyId, version: 1, reason: '并入年度审计' });
    expect(retired.schedule.removed).toBe(items.length);
    expect((await itemsOf(duty.id)).map(({ id }) => id)).toEqual([items[0]?.id]);
    expect((await listOwnDuties(company.ctx, { state: 'retired' })).items).toMatchObject([{ id: dutyId, version: 2 }]);
    product.setNow('2026-11-24T12:00:00+08:00');
    await restoreOwnDuty(company.ctx, { dutyId, version: 2 });
    expect((await itemsOf(duty.id)).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(await trailOf(product, company.tenantId)).toEqual(
      expect.arrayContaining(['own-duty.created', 'own-duty.retired', 'own-duty.restored']),
    );
  });

  it('is refused with every wrong place, and nothing is stored', async () => {
    const wrong = {
      ...duty,
      condition: { fact: 'has_spaceship', is: true },
      sources: [{ law: 'own-rule', article: null, mark: 'V' }],
      due: [
        {
          ...duty.due[0],
          timing: { type: 'after-event', event: 'full-moon', from: 'on', period: { n: 1, unit: 'month' } },
        },
      ],
    };
    const places = ['condition.fact', 'sources.0.note', 'sources.0.mark', 'due.0.timing.event'];
    expect((await checkDuty(company.ctx, { duty: wrong })).errors.map(({ path }) => path)).toEqual(places);
    await expect(createOwnDuty(company.ctx, { duty: wrong })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: places.map((path) => ({ path: `duty.${path}` })),
    });
    await expect(createOwnDuty(company.ctx, { duty: { ...duty, id: 'annual-report' } })).rejects.toMatchObject({
      fields: [{ path: 'duty.id' }],
    });
    expect((await listOwnDuties(company.ctx, {})).items).toEqual([]);
  });

  it('has an id once, and a version that nobody overtook', async () => {
    const { dutyId } = await createOwnDuty(company.ctx, { duty });
    await expect(createOwnDuty(company.ctx, { duty })).rejects.toMatchObject({ fields: [{ path: 'duty.id' }] });
    const both = await Promise.allSettled(
      ['甲', '乙'].map((zh) =>
        changeOwnDuty(company.ctx, { dutyId, version: 1, duty: { ...duty, title: { ...duty.title, zh } } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getOwnDuty(company.ctx, { dutyId })).versions).toHaveLength(2);
  });
});

describe('trying a duty', () => {
  it('shows what it would give for each licence and stores nothing', async () => {
    const revision = () =>
      product.database.admin.query('select count(*)::int as n from app.own_duty where tenant_id = $1', [
        company.tenantId,
      ]);
    const { errors, licences } = await testOwnDuty(company.ctx, { duty });
    expect(errors).toEqual([]);
    expect(licences).toMatchObject([{ licenceId: company.licenceId, applies: 'yes', asks: [], removed: [], kept: 0 }]);
    expect(licences[0]?.added[0]).toMatchObject({ title: duty.title, before: null });
    expect((await revision()).rows).toEqual([{ n: 0 }]);
    const { schedule } = await createOwnDuty(company.ctx, { duty });
    expect(licences[0]?.added).toHaveLength(schedule.added);
    expect((await testOwnDuty(company.ctx, { duty })).licences[0]).toMatchObject({
      added: [],
      kept: schedule.added,
    });
  });

  it('asks what it depends on instead of guessing, also for a licence that is in no register', async () => {
    const condition = { fact: 'has_app', is: true };
    const unknown = await testOwnDuty(company.ctx, { duty: { ...duty, condition } });
    expect(unknown.licences).toMatchObject([{ applies: 'unknown', asks: [{ key: 'has_app' }], added: [] }]);
    const { rows } = await product.database.admin.query('select fields from app.licence where tenant_id = $1', [
      company.tenantId,
    ]);
    const typed = { duty: { ...duty, condition }, licence: rows[0].fields, facts: { has_app: true } };
    expect((await testOwnDuty(company.ctx, typed)).licences).toMatchObject([{ licenceId: null, applies: 'yes' }]);
  });
});

it('has a schema for editors', () => {
  expect(ownDutySchema().schema).toMatchObject({ type: 'object', properties: { clause: { const: 'own' } } });
});
