import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { itRefuses, type KeyedCompany, keyedCompany, type Sample, send } from '../../testing/rest.ts';
import { factRoutes } from './routes.ts';

let product: TestProduct;
let two: { own: KeyedCompany; other: KeyedCompany };
beforeAll(async () => {
  product = await createTestProduct();
  two = { own: await keyedCompany(product), other: await keyedCompany(product) };
});
afterAll(() => product.drop());

const facts = ({ companyId }: KeyedCompany) => `/companies/${companyId}/facts`;
const questions = ({ companyId }: KeyedCompany) => `/companies/${companyId}/questions`;
const samples: Record<string, Omit<Sample, 'operation'>> = {
  listFactDefinitions: { path: () => '/fact-definitions' },
  listFacts: { path: facts },
  answerFacts: {
    path: facts,
    body: () => ({ licenceId: null, answers: [{ key: 'annual_report_confirmed_after_lapse', value: true }] }),
  },
  listQuestions: { path: questions },
};

describe.each(factRoutes.map((operation) => ({ id: operation.id, operation })))('$id answers', ({ id, operation }) => {
  const sample = samples[id];
  if (!sample) throw new Error(`no sample for ${id}`);
  itRefuses(
    () => product,
    () => two,
    { operation, ...sample },
  );
});

const get = (path: string) => send(product.app, 'GET', path, { key: two.own.key });
const post = (body: unknown) => send(product.app, 'POST', facts(two.own), { key: two.own.key, body });

describe('facts over REST', () => {
  it('are answered by the questions that are open, and are in force at once', async () => {
    const definitions = (await get('/fact-definitions')).body.items as { key: string; type: string; scope: string }[];
    const open = (await get(`${questions(two.own)}?licenceId=${two.own.licenceId}`)).body.items as { key: string }[];
    const asked = definitions.find(
      ({ key, type, scope }) => type === 'boolean' && scope === 'company' && open.some((q) => q.key === key),
    );
    const key = asked?.key ?? 'none';
    const answer = await post({ licenceId: null, answers: [{ key, value: true, validFrom: '2026-01-05' }] });
    expect(answer).toMatchObject({ status: 200, body: { recorded: 1 } });
    expect((await post({ licenceId: null, answers: [{ key, value: true }] })).body.recorded).toBe(0);
    const { body } = await get(facts(two.own));
    expect(body.items).toMatchObject([{ key, value: true, validFrom: '2026-01-05', licenceId: null, by: null }]);
    const left = (await get(questions(two.own))).body.items as { key: string }[];
    expect(left.map((question) => question.key)).not.toContain(key);
  });

  it('422 points at each answer that cannot be', async () => {
    const { status, body } = await post({
      licenceId: null,
      answers: [
        { key: 'noSuchFact', value: true },
        { key: 'noSuchFact', value: true, validFrom: '2027-01-01' },
      ],
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '#/answers/1/key',
      '#/answers/0/key',
      '#/answers/1/key',
      '#/answers/1/validFrom',
    ]);
    expect((await post({ licenceId: null, answers: [] })).body.errors?.[0]?.pointer).toBe('#/answers');
  });

  it('404 when the licence that they are about is another company’s, as for none', async () => {
    const answers = [{ key: 'annual_report_confirmed_after_lapse', value: true }];
    const about = (licenceId: string) => post({ licenceId, answers });
    expect((await about(two.other.licenceId)).status).toBe(404);
    expect((await about(`lic_${'0'.repeat(32)}`)).status).toBe(404);
    expect((await about('lic_1')).body.errors?.[0]?.pointer).toBe('#/licenceId');
  });
});
