import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { makePerson, type TestPerson } from '../../testing/actors.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { ownDutyOf } from '../../testing/own-duty.ts';
import { arrange } from '../../testing/people.ts';
import type { TestCompany } from '../../testing/product.ts';
import { createRuleChangeWorld, NEXT, type RuleChangeWorld } from '../../testing/rule-changes.ts';
import { changeOwnDuty, createOwnDuty, retireOwnDuty } from '../own-duties/change-own-duty.ts';
import { listOwnDuties } from '../own-duties/list-own-duties.ts';
import { listChangeCompanies, listRuleChanges } from './list-rule-changes.ts';
import { adoptRuleChange } from './move-rule-change.ts';
import { startRuleChange } from './start-rule-change.ts';
import { viewRules } from './view-rules.ts';

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

describe('a consultancy', () => {
  let firm: string;
  let consultant: TestPerson;
  let reading: TestCompany;
  let foreign: TestCompany;
  let engagement: string;
  const firmCtx = () => consultant.in(firm);

  beforeEach(async () => {
    const make = arrange(world.product.database.admin);
    firm = await make.organisation('consultancy', '合规咨询');
    consultant = await makePerson(world.product);
    await make.membership(consultant.userId, firm, 'admin');
    reading = await licensedCompany(world.product);
    foreign = await licensedCompany(world.product);
    engagement = await make.engagement(firm, company.tenantId, 'write', [consultant.userId]);
    await make.engagement(firm, reading.tenantId, 'read', [consultant.userId]);
  });

  it('previews over all of its clients, adopts where it may write, and leaves the others', async () => {
    const change = await world.previewed(firmCtx(), consultant.userId, { change: NEXT });
    expect(change).toMatchObject({ state: 'previewed', progress: { total: 2, refused: 0 } });
    const ids = [company.tenantId, reading.tenantId].map((id) => publicId('organisation', id));
    const { items: rows } = await listChangeCompanies(firmCtx(), { changeId: change.id, changed: true });
    expect(rows.map(({ organisation }) => organisation.id).sort()).toEqual([...ids].sort());
    const untouched = [await world.rowsOf(reading.tenantId), await world.rowsOf(foreign.tenantId)];
    await adoptRuleChange(firmCtx(), { changeId: change.id, version: change.version });
    await world.work(firm, consultant.userId, change.id);
    const states = (await listChangeCompanies(firmCtx(), { changeId: change.id })).items;
    expect(Object.fromEntries(states.map(({ organisation, state }) => [organisation.id, state]))).toEqual({
      [ids[0] ?? '']: 'adopted',
      [ids[1] ?? '']: 'refused',
    });
    expect([await world.rowsOf(reading.tenantId), await world.rowsOf(foreign.tenantId)]).toEqual(untouched);
    expect((await viewRules(company.ctx, {})).history[0]?.by?.id).toBe(publicId('user', consultant.userId));
  });

  it('cannot name a company that has not engaged it, and sees no name of one that has ended it', async () => {
    const organisationIds = [publicId('organisation', foreign.tenantId)];
    await expect(startRuleChange(firmCtx(), { change: NEXT, organisationIds })).rejects.toMatchObject({
      code: 'not-found',
    });
    const change = await world.previewed(firmCtx(), consultant.userId, { change: NEXT });
    await world.product.database.admin.query('update authz.engagement set revoked_at = now() where id = $1', [
      engagement,
    ]);
    const { items: rows } = await listChangeCompanies(firmCtx(), { changeId: change.id });
    expect(rows.map(({ organisation }) => organisation.id)).toEqual([publicId('organisation', reading.tenantId)]);
    const before = await world.rowsOf(company.tenantId);
    await adoptRuleChange(firmCtx(), { changeId: change.id, version: change.version });
    await world.work(firm, consultant.userId, change.id);
    expect(await world.rowsOf(company.tenantId)).toEqual(before);
  });

  it('gives a duty of its own to clients as copies that name it, renews them and takes them back', async () => {
    const duty = ownDutyOf('recovery-drill');
    const { dutyId } = await createOwnDuty(firmCtx(), { duty });
    const organisationIds = [publicId('organisation', company.tenantId)];
    const given = { change: { type: 'own-duty', dutyId }, organisationIds };
    const first = await world.adopted(firmCtx(), consultant.userId, given);
    expect(first).toMatchObject({ label: duty.title, totals: { removed: 0, moved: 0 } });
    expect((await listOwnDuties(company.ctx, {})).items).toMatchObject([
      { slug: duty.id, state: 'in-force', origin: { name: '合规咨询', dutyId, version: 1 } },
    ]);
    expect((await world.items(company)).some(({ key }) => key.startsWith(`${duty.id}/`))).toBe(true);
    world.later();
    const due = [{ ...duty.due[0], timing: { ...duty.due[0]?.timing, closes: '05-31' } }];
    await changeOwnDuty(firmCtx(), { dutyId, version: 1, duty: { ...duty, due } });
    const second = await world.adopted(firmCtx(), consultant.userId, given);
    expect(second.totals.moved).toBe(first.totals.added);
    await world.takenBack(firmCtx(), consultant.userId, second);
    const dates = (await world.items(company))
      .filter(({ key }) => key.startsWith(`${duty.id}/`))
      .map(({ dueOn }) => dueOn);
    expect(new Set(dates.map((day) => day?.slice(5)))).toEqual(new Set(['06-30']));
    world.later();
    await retireOwnDuty(firmCtx(), { dutyId, version: 2, reason: '不再需要' });
    await world.adopted(firmCtx(), consultant.userId, given);
    expect((await world.items(company)).filter(({ key }) => key.startsWith(`${duty.id}/`))).toEqual([]);
    expect((await listRuleChanges(firmCtx(), {})).items).toHaveLength(3);
  });

  it('does not overwrite a duty that the company has set under the same id', async () => {
    const duty = ownDutyOf('recovery-drill');
    await createOwnDuty(company.ctx, { duty: { ...duty, title: { zh: '本公司演练', en: 'Ours' } } });
    const { dutyId } = await createOwnDuty(firmCtx(), { duty });
    const organisationIds = [publicId('organisation', company.tenantId)];
    const change = await world.previewed(firmCtx(), consultant.userId, {
      change: { type: 'own-duty', dutyId },
      organisationIds,
    });
    expect(change.progress.refused).toBe(1);
    expect((await listOwnDuties(company.ctx, {})).items).toMatchObject([{ version: 1, origin: null }]);
  });
});
