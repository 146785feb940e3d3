import { RULEBOOK } from '@zhengqi/obligations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { ownDutyOf } from '../../testing/own-duty.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { recordTriggerEvent } from '../events/record-trigger-event.ts';
import { withdrawEvent } from '../events/withdraw-event.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { correctLicence } from '../licences/correct-licence.ts';
import { getLicence } from '../licences/get-licence.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { changeOwnDuty, createOwnDuty } from '../own-duties/change-own-duty.ts';
import { prepareItem } from '../item-work/prepare-item.ts';
import { companyAsKnown, factsAsKnown, licencesAsKnown, occurrencesAsKnown, rulesAsKnown } from './read-as-known.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
const duty = ownDutyOf('recovery-drill');

beforeAll(async () => {
  product = await createTestProduct();
  // Three days on which something was recorded, each late in the evening in China: still the day before in UTC.
  product.setNow('2026-11-20T23:30:00+08:00');
  company = await licensedCompany(product);
  const { ctx } = company;
  await answerFacts(ctx, { licenceId: null, answers: [{ key: 'has_app', value: true, validFrom: '2026-01-01' }] });
  const { eventId } = await recordTriggerEvent(ctx, {
    type: 'illegal-content-disposed',
    attributes: { on: '2026-11-19' },
  });
  const { dutyId } = await createOwnDuty(ctx, { duty });
  product.setNow('2026-11-22T00:10:00+08:00');
  const { version } = await getLicence(ctx, { licenceId: company.licenceId });
  const { licence } = await getLicence(ctx, { licenceId: company.licenceId });
  await correctLicence(ctx, {
    licenceId: company.licenceId,
    version,
    reason: '更名',
    licence: { ...licence, holder: '新名称有限公司' },
  });
  await answerFacts(ctx, { licenceId: null, answers: [{ key: 'has_app', value: false, validFrom: '2026-01-01' }] });
  await withdrawEvent(ctx, { eventId, reason: '误登' });
  const due = [{ ...duty.due[0], timing: { ...duty.due[0]?.timing, closes: '05-31' } }];
  await changeOwnDuty(ctx, { dutyId, version: 1, duty: { ...duty, due, title: { zh: '改名演练', en: 'Renamed' } } });
  const [item] = (await listOccurrences(ctx, { dutyId: duty.id })).items;
  await prepareItem(ctx, { occurrenceId: item?.id, version: item?.version });
  product.setNow('2026-11-24T10:00:00+08:00');
});
afterAll(() => product.drop());

const drillsOn = async (on: string) =>
  (await occurrencesAsKnown(company.ctx, { on, limit: 100 })).items.filter(({ dutyId }) => dutyId === duty.id);

describe('as known on a day', () => {
  it('knows nothing before anything was recorded', async () => {
    expect(await companyAsKnown(company.ctx, { on: '2026-11-19' })).toMatchObject({
      counts: { licences: 0, facts: 0, events: 0, occurrences: 0, ownDuties: 0 },
      ruleVersion: null,
    });
  });

  it('reads licences, answers and events as they were recorded, to the end of the day in China', async () => {
    const holder = async (on: string) => (await licencesAsKnown(company.ctx, { on })).items[0]?.fields.holder;
    const hasApp = async (on: string) => (await factsAsKnown(company.ctx, { on })).items.map(({ value }) => value);
    const events = async (on: string) => (await companyAsKnown(company.ctx, { on })).counts.events;
    for (const on of ['2026-11-20', '2026-11-21']) {
      expect(await holder(on)).not.toBe('新名称有限公司');
      expect(await hasApp(on)).toEqual([true]);
      expect(await events(on)).toBe(1);
    }
    expect(await holder('2026-11-22')).toBe('新名称有限公司');
    expect(await hasApp('2026-11-22')).toEqual([false]);
    expect(await events('2026-11-22')).toBe(0);
  });

  it('reads what the answers of then said about another day', async () => {
    const on = '2026-11-24';
    expect((await factsAsKnown(company.ctx, { on, forDay: '2025-12-31' })).items).toEqual([]);
  });

  it('reads items with the dates, the rule version and the state of work of then', async () => {
    const [first] = await drillsOn('2026-11-21');
    expect(first).toMatchObject({
      dueOn: '2026-06-30',
      title: duty.title,
      workState: 'open',
      ruleVersion: `${RULEBOOK.version}+own.1`,
    });
    const [second] = await drillsOn('2026-11-22');
    expect(second).toMatchObject({
      id: first?.id,
      dueOn: '2026-05-31',
      title: { zh: '改名演练' },
      workState: 'prepared',
    });
    const disposals = async (on: string) =>
      (await occurrencesAsKnown(company.ctx, { on, limit: 100 })).items.filter(({ clause }) => clause === '9b').length;
    expect(await disposals('2026-11-21')).toBeGreaterThan(await disposals('2026-11-22'));
  });

  it('reads today as the lists do', async () => {
    const now = (await listOccurrences(company.ctx, { limit: 100 })).items;
    const known = await occurrencesAsKnown(company.ctx, { on: '2026-11-24', limit: 100 });
    const byId = (rows: typeof known.items | typeof now) =>
      new Map(rows.map(({ id, dueOn, workState }) => [id, [dueOn, workState]]));
    expect(byId(known.items)).toEqual(byId(now));
  });

  it('reads the rules of then', async () => {
    expect(await rulesAsKnown(company.ctx, { on: '2026-11-21' })).toMatchObject({
      version: RULEBOOK.version,
      ruleVersion: `${RULEBOOK.version}+own.1`,
      ownDuties: [{ slug: duty.id, version: 1, title: duty.title }],
    });
    expect((await rulesAsKnown(company.ctx, { on: '2026-11-22' })).ownDuties).toMatchObject([{ version: 2 }]);
  });

  it('goes through all items page by page, each once', async () => {
    const all = (await occurrencesAsKnown(company.ctx, { on: '2026-11-24', limit: 100 })).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await occurrencesAsKnown(company.ctx, { on: '2026-11-24', limit: 3, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  });

  it('has no answer for a day that has not come', async () => {
    await expect(companyAsKnown(company.ctx, { on: '2026-11-25' })).rejects.toMatchObject({ fields: [{ path: 'on' }] });
  });
});
