import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { complaintHandlers } from '../../testing/roster.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { keepList } from '../roster/keep-list.ts';
import { checkCompany } from './check-company.ts';
import { listGaps } from './list-gaps.ts';
import { listParameters, resetParameter, setParameter } from './parameters.ts';

let product: TestProduct;
let company: TestCompany & { licenceId: string };
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());
beforeEach(async () => {
  product.setNow('2026-11-24T10:00:00+08:00');
  company = await licensedCompany(product);
  await answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'provinces_operating', value: ['苏'] }] });
});

const resultOf = async (id: string) =>
  (await checkCompany(company.ctx, {})).licences[0]?.results.find(({ check }) => check === id);
const keepAll = async () => {
  for (const section of ['people', 'posts', 'bodies', 'certificates'])
    await keepList(company.ctx, { section, from: '2026-11-01' });
};

describe('a number of the checks', () => {
  const notice = {
    law: 'own-rule',
    article: null,
    mark: 'E',
    note: { zh: '苏通管〔2026〕1号', en: 'Notice 1 of 2026' },
  };
  const set = (more: object = {}) =>
    setParameter(company.ctx, { key: 'security-full-time-staff', province: '苏', value: 3, source: notice, ...more });

  it('set for a province with its source counts there, and the default again when it is taken back', async () => {
    await complaintHandlers(company);
    await keepAll();
    const before = (await resultOf('S2'))?.shortBy ?? 0;
    expect(await set()).toMatchObject({ changed: true });
    expect(await set()).toMatchObject({ changed: false });
    const result = await resultOf('S2');
    expect(result?.shortBy).toBe(before + 2);
    const own = (await listParameters(company.ctx, {})).items.find(({ key }) => key === 'security-full-time-staff');
    expect(own).toMatchObject({
      default: { value: 1 },
      set: [{ province: '苏', value: 3, source: notice, setBy: 'company', by: { name: '王小明' } }],
    });
    product.setNow('2026-11-24T10:01:00+08:00');
    await resetParameter(company.ctx, { key: 'security-full-time-staff', province: '苏' });
    expect((await resultOf('S2'))?.shortBy).toBe(before);
  });

  it('set by a consultant stands beside the company’s, which counts first', async () => {
    const make = arrange(product.database.admin);
    const [consultancy, user] = [await make.organisation('consultancy'), await make.user('顾问')];
    await make.membership(user, consultancy, 'member');
    await make.engagement(consultancy, company.tenantId, 'write', [user]);
    const entry = { kind: 'credential' as const, credentialHash: await make.session(user) };
    await setParameter({ ...company.ctx, entry }, { key: 'gap-days', province: null, value: 10, source: notice });
    await setParameter(company.ctx, { key: 'gap-days', province: null, value: 20, source: notice });
    const { set: both = [] } =
      (await listParameters(company.ctx, {})).items.find(({ key }) => key === 'gap-days') ?? {};
    expect(both.map(({ setBy, value }) => `${setBy} ${value}`).sort()).toEqual(['company 20', 'consultancy 10']);
    await complaintHandlers(company);
    await keepAll();
    const [gap] = (await listGaps(company.ctx, {})).items;
    const days = (Date.parse(gap?.dueOn ?? '') - Date.parse(gap?.from ?? '')) / 86_400_000;
    // Rolled to a working day where it ends on none.
    expect(days).toBeGreaterThanOrEqual(20);
    expect(days).toBeLessThan(30);
  });

  it.each<[string, object, string]>([
    ['a province that is none', { province: '粵' }, 'province'],
    ['a law that is not in the register', { source: { ...notice, law: 'moon-law' } }, 'source.law'],
    ['a source of its own without a name', { source: { law: 'own-rule', article: null, mark: 'P' } }, 'source.note'],
    ['the mark of a statute that was read', { source: { ...notice, mark: 'V' } }, 'source.mark'],
    ['less than nothing', { value: -1 }, 'value'],
    ['a part of a person', { value: 1.5 }, 'value'],
    ['an unknown key', { key: 'horses' }, 'key'],
  ])('with %s is refused', async (_name, more, path) => {
    await expect(set(more)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });
});
