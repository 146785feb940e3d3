import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { listEvents } from './list-events.ts';
import { previewEvent } from './preview-event.ts';
import { recordTriggerEvent } from './record-trigger-event.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  company = await licensedCompany(product);
});

const preview = (type: string, attributes: object) => previewEvent(company.ctx, { type, attributes });

describe('before a change of the company is recorded', () => {
  const change = { on: '2026-11-20', change: 'address' };

  it('all licences it concerns are shown with the clock and its derivation, as recording then counts them', async () => {
    const second = await addLicence(company, { number: '苏B2-20249999' });
    const shown = await preview('registered-data-changed', change);
    expect(shown).toMatchObject({ eventOk: true, fields: [] });
    expect(new Set(shown.licences.map(({ id }) => id))).toEqual(new Set([company.licenceId, second]));
    expect(shown.licences.every(({ affected }) => affected)).toBe(true);
    const clock = shown.clocks.find(({ dutyId }) => dutyId === 'update-registered-data');
    expect(clock?.derivation.length).toBeGreaterThan(0);
    expect(clock?.licenceIds).toHaveLength(2);
    expect(shown.workflows.map(({ kind }) => kind)).toContain('registered-data-change');
    const { eventId } = await recordTriggerEvent(company.ctx, { type: 'registered-data-changed', attributes: change });
    const { items } = await listOccurrences(company.ctx, { dutyId: 'update-registered-data', limit: 10 });
    const recorded = items.find(({ key }) => key.endsWith(eventId));
    expect(recorded).toMatchObject({ dueOn: clock?.dueOn, actBy: clock?.actBy, dueAt: clock?.dueAt });
  });

  it('nothing is stored', async () => {
    await preview('registered-data-changed', change);
    expect((await listEvents(company.ctx, {})).items).toEqual([]);
  });

  it('what is wrong with it comes as recording would say it, with no clocks', async () => {
    const future = await preview('registered-data-changed', { ...change, on: '2026-11-25' });
    expect(future).toMatchObject({ eventOk: false, fields: [{ path: 'attributes.on' }], clocks: [] });
    const empty = await preview('registered-data-changed', {});
    expect(empty.fields.map(({ path }) => path)).toEqual(['attributes.on', 'attributes.change']);
    await expect(preview('no-such', {})).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('a day before the issue of a licence is said of that licence', async () => {
    const { licences } = await preview('registered-data-changed', { ...change, on: '2024-02-29' });
    expect(licences).toMatchObject([{ id: company.licenceId, beforeIssue: true }]);
  });
});

describe('an incident', () => {
  it('shows all of its clocks, what is due at once first and then the earliest, and the level by each table', async () => {
    await answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'is_CII', value: true }] });
    const attributes = { at: '2026-11-24T08:00:00+08:00', personsAffected: 20_000_000 };
    const { clocks, levels } = await preview('network-security-incident', attributes);
    expect(levels).toMatchObject({ cyberspace: { level: 'large' }, ministry: { level: 'large' } });
    const due = clocks.filter(({ status }) => status !== 'at-once').map(({ dueAt, dueOn }) => dueAt ?? dueOn ?? '9999');
    expect(due).toEqual([...due].sort());
    expect(due).toContain('2026-11-24T09:00:00+08:00');
    const states = clocks.map(({ status }) => status === 'at-once');
    expect(states.lastIndexOf(true)).toBeLessThan(clocks.length - due.length);
  });

  it('below the table is never said to need no report', async () => {
    const attributes = { at: '2026-11-24T08:00:00+08:00', personsAffected: 10 };
    const { clocks, levels } = await preview('network-security-incident', attributes);
    expect(levels).toMatchObject({ cyberspace: { level: 'below-table' } });
    expect(levels?.notes.length).toBeGreaterThan(0);
    expect(clocks.length).toBeGreaterThan(0);
  });
});
