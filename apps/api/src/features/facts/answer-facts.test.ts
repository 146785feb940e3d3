import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { getLicence } from '../licences/get-licence.ts';
import { answerFacts } from './answer-facts.ts';
import { factCatalogue, factHistory, listFacts } from './list-facts.ts';
import { listQuestions } from './list-questions.ts';

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

const answer = (key: string, value: unknown, more = {}, licenceId: string | null = null) =>
  answerFacts(company.ctx, { licenceId, answers: [{ key, value, ...more }] });
const inForce = async () =>
  Object.fromEntries((await listFacts(company.ctx, {})).items.map((row) => [row.key, row.value]));
const openKeys = async () => (await listQuestions(company.ctx, {})).items.map((row) => row.key);

describe('an answer', () => {
  it('closes its question, decides duties, and says who gave it', async () => {
    const questions = (await listQuestions(company.ctx, {})).items;
    const boolean = questions.find((row) => row.type === 'boolean' && row.scope === 'company');
    expect(boolean?.decides.length).toBeGreaterThan(0);
    await answer(boolean?.key ?? '', false);
    expect(await openKeys()).not.toContain(boolean?.key);
    const { duties } = await getLicence(company.ctx, { licenceId: company.licenceId });
    for (const { dutyId } of boolean?.decides ?? []) {
      expect(duties.find((duty) => duty.id === dutyId)?.asks).not.toContain(boolean?.key);
    }
    expect((await listFacts(company.ctx, {})).items).toMatchObject([
      {
        key: boolean?.key,
        value: false,
        source: 'person',
        by: { name: '王小明' },
        validFrom: '2026-11-24',
        licenceId: null,
      },
    ]);
  });

  it('given again records nothing; another one stands beside it', async () => {
    expect((await answer('has_app', true)).recorded).toBe(1);
    expect((await answer('has_app', true)).recorded).toBe(0);
    product.setNow('2026-11-25T10:00:00+08:00');
    expect((await answer('has_app', false)).recorded).toBe(1);
    expect((await factHistory(company.ctx, { key: 'has_app' })).items.map((row) => row.value)).toEqual([false, true]);
    expect(await inForce()).toEqual({ has_app: false });
  });

  it('can be taken back to "not known", and is asked again', async () => {
    await answer('has_app', true);
    product.setNow('2026-11-24T11:00:00+08:00');
    await answer('has_app', null);
    expect(await inForce()).toEqual({ has_app: null });
  });

  it('about an earlier day does not change what holds since', async () => {
    await answer('has_app', true, { validFrom: '2026-11-01' });
    product.setNow('2026-11-24T11:00:00+08:00');
    await answer('has_app', false, { validFrom: '2026-01-01' });
    expect(await inForce()).toEqual({ has_app: true });
  });

  it('about one licence needs the licence and stays with it', async () => {
    await expect(answer('wants_to_continue', true)).rejects.toMatchObject({ fields: [{ path: 'answers.0.key' }] });
    await answer('wants_to_continue', true, {}, company.licenceId);
    expect((await listFacts(company.ctx, {})).items).toMatchObject([{ licenceId: company.licenceId }]);
  });

  it('keeps texts that look like numbers, lists and network units as they are', async () => {
    const units = [{ id: 'u1', name: '接入', grade: 3, gradeApprovedOn: '2025-01-10' }, { id: 'u2' }];
    await answerFacts(company.ctx, {
      licenceId: null,
      answers: [
        { key: 'mlps_level', value: '3' },
        { key: 'provinces_operating', value: ['苏', '浙'] },
        { key: 'employees_count', value: 0 },
        { key: 'network_units', value: units },
      ],
    });
    expect(await inForce()).toEqual({
      mlps_level: '3',
      provinces_operating: ['苏', '浙'],
      employees_count: 0,
      network_units: units,
    });
  });

  it.each<[string, string, unknown, string]>([
    ['an unknown key', 'no_such_fact', true, 'answers.0.key'],
    ['a key of every object', '__proto__', true, 'answers.0.key'],
    ['a key of every object', 'constructor', true, 'answers.0.key'],
    ['yes as text', 'has_app', 'true', 'answers.0.value'],
    ['a number as text', 'employees_count', '30', 'answers.0.value'],
    ['a negative number', 'employees_count', -1, 'answers.0.value'],
    ['a third of a person', 'employees_count', 30.3, 'answers.0.value'],
    ['more people than can be counted', 'pi_subjects_count', 1e300, 'answers.0.value'],
    ['an audit of tomorrow', 'last_pi_audit_on', '2026-11-25', 'answers.0.value'],
    [
      'a unit tested tomorrow',
      'network_units',
      [
        { id: 'u', lastTestOn: '2026-11-24' },
        { id: 'v', lastTestOn: '2026-11-25' },
      ],
      'answers.0.value.1.lastTestOn',
    ],
    ['30 February', 'last_pi_audit_on', '2026-02-30', 'answers.0.value'],
    ['a value that is no option', 'company_type', 'GmbH', 'answers.0.value'],
    ['a list for a choice', 'company_type', ['LLC'], 'answers.0.value'],
    ['two units of one id', 'network_units', [{ id: 'u' }, { id: 'u' }], 'answers.0.value.1.id'],
    [
      'a unit graded on 30 February',
      'network_units',
      [{ id: 'u' }, { id: 'v', gradeApprovedOn: '2026-02-30' }],
      'answers.0.value.1.gradeApprovedOn',
    ],
    [
      'a unit graded in the year 0',
      'network_units',
      [{ id: 'u', gradeApprovedOn: '0000-01-01' }],
      'answers.0.value.0.gradeApprovedOn',
    ],
    ['a unit of grade 9', 'network_units', [{ id: 'u', grade: 9 }], 'answers.0.value.0.grade'],
    ['a unit with more', 'network_units', [{ id: 'u', colour: 'red' }], 'answers.0.value.0'],
    ['an object', 'has_app', { value: true }, 'answers.0.value'],
  ])('that is %s (%s) is refused at its place', async (_name, key, value, path) => {
    await expect(answer(key, value)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    expect(await inForce()).toEqual({});
  });

  it('twice in one call, or from tomorrow on, is refused and nothing of the call is kept', async () => {
    const twice = {
      licenceId: null,
      answers: [
        { key: 'has_app', value: true },
        { key: 'has_app', value: false },
      ],
    };
    await expect(answerFacts(company.ctx, twice)).rejects.toMatchObject({ fields: [{ path: 'answers.1.key' }] });
    await expect(answer('has_app', true, { validFrom: '2026-11-25' })).rejects.toMatchObject({
      fields: [{ path: 'answers.0.validFrom' }],
    });
    const mixed = {
      licenceId: null,
      answers: [
        { key: 'has_app', value: true },
        { key: 'no_such', value: 1 },
      ],
    };
    await expect(answerFacts(company.ctx, mixed)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await inForce()).toEqual({});
  });

  it('about a licence of another company is not found', async () => {
    const other = await licensedCompany(product);
    await expect(answer('wants_to_continue', true, {}, other.licenceId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('the catalogue gives a form all it needs', () => {
  const { items } = factCatalogue();
  expect(items.length).toBeGreaterThan(40);
  expect(items.find((row) => row.key === 'renewal_status')).toMatchObject({ type: 'choice', scope: 'licence' });
  for (const row of items) expect(row.type === 'choice' ? row.values?.length : 1).toBeGreaterThan(0);
});
