import { REVIEW_RULE_ID } from '@zhengqi/obligations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { colleague } from '../../testing/colleague.ts';
import { addLicence, licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { countOccurrences, listOccurrences } from '../occurrences/list-occurrences.ts';
import { regenerateSchedule } from '../schedule/regenerate-schedule.ts';
import { closeItem } from '../item-work/close-item.ts';
import { signStatement } from '../item-work/sign-statement.ts';
import { stateMissed } from '../item-work/state-missed.ts';
import { viewWork } from '../item-work/view-work.ts';
import { listRhythms } from './list-rhythms.ts';
import { setReviewRhythm } from './set-review-rhythm.ts';

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

const DUTY = 'keep-user-logs';
const reviews = async (filter: object = {}) =>
  (await listOccurrences(company.ctx, { limit: 100, review: true, ...filter })).items;
const reviewOf = async (dutyId = DUTY) => (await reviews({ dutyId }))[0];
const roll = async (day: string) => {
  product.setNow(`${day}T10:00:00+08:00`);
  await regenerateSchedule(company.ctx, {});
};
const set = (dutyId: string | null, version: number, rhythm: object | null) =>
  setReviewRhythm(company.ctx, { dutyId, version, rhythm });

describe('reviews of standing duties', () => {
  it('come once a year by default, as our own rule, once for a company with two licences', async () => {
    await addLicence(company, { number: '苏B2-20209909' });
    const all = await reviews();
    expect(all.length).toBeGreaterThan(15);
    for (const review of all)
      expect(review).toMatchObject({ mark: 'O', dueRuleId: REVIEW_RULE_ID, dueOn: '2026-12-31', isReview: true });
    expect(await reviews({ dutyId: DUTY })).toHaveLength(1);
    expect(await reviews({ dutyId: 'stay-within-licensed-scope' })).toHaveLength(2);
    expect(
      (await listOccurrences(company.ctx, { limit: 100, review: false })).items.some(({ isReview }) => isReview),
    ).toBe(false);
  });

  it('follow the intended day, whenever the last one was done', async () => {
    await roll('2027-01-20');
    const review = await reviewOf();
    await signStatement(company.ctx, {
      occurrenceId: review?.id,
      version: review?.version,
      verdict: 'partly',
      text: '日志留存不足六个月，整改中。',
      post: '合规负责人',
    });
    expect((await reviews({ dutyId: DUTY })).map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-12-31']);
  });

  it('are never missed in a legal sense', async () => {
    await roll('2027-02-01');
    const review = await reviewOf();
    expect(review).toMatchObject({ status: 'past-no-evidence', overdue: true, missed: false });
    const stated = stateMissed(company.ctx, { occurrenceId: review?.id, version: 1, reason: 'x' });
    await expect(stated).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a statement of compliance', () => {
  const sign = (review: { id: string; version: number } | undefined, more: object = {}) =>
    signStatement(company.ctx, {
      occurrenceId: review?.id,
      version: review?.version,
      verdict: 'complies',
      text: '日志留存六个月以上，抽查无缺。',
      post: '网络安全负责人',
      ...more,
    });

  it('“we comply” needs the evidence that the duty names, and keeps what lay there', async () => {
    const review = await reviewOf();
    await expect(sign(review)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'evidence' }, { path: 'evidence' }],
    });
    for (const kind of ['留存配置', '最早日志抽查记录'])
      await attachEvidence(company.ctx, { occurrenceId: review?.id, kind, form: 'note', note: '2026年11月抽查' });
    expect(await sign(review)).toMatchObject({ workState: 'closed' });
    const work = await viewWork(company.ctx, { occurrenceId: review?.id });
    expect(work.statements).toMatchObject([
      {
        verdict: 'complies',
        post: '网络安全负责人',
        signedBy: { name: '王小明' },
        signedAs: 'owner',
        signedOn: '2026-11-24',
        evidence: [{ note: '2026年11月抽查' }, { note: '2026年11月抽查' }],
      },
    ]);
    const changed = product.database
      .poolFor('zq_app', 1)
      .query(`update app.compliance_statement set verdict = 'partly'`);
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  it('“we do not” needs no evidence, but words, a post and a person who may write', async () => {
    const review = await reviewOf();
    await expect(sign(review, { verdict: 'does-not-comply', text: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'text' }],
    });
    const viewer = await colleague(product, company, 'viewer');
    const theirs = signStatement(viewer.ctx, {
      occurrenceId: review?.id,
      version: 1,
      verdict: 'partly',
      text: 'x',
      post: 'x',
    });
    await expect(theirs).rejects.toMatchObject({ code: 'forbidden' });
    expect(await sign(review, { verdict: 'does-not-comply' })).toMatchObject({ workState: 'closed' });
  });

  it('is the only way to close a review, and is for reviews only', async () => {
    const review = await reviewOf();
    await expect(closeItem(company.ctx, { occurrenceId: review?.id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    const [report] = (await listOccurrences(company.ctx, { dutyId: 'annual-report', limit: 1 })).items;
    await expect(sign(report)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the rhythm', () => {
  it('is set for the company or for one duty, from today on; the past stays', async () => {
    await roll('2027-03-01');
    await set(null, 0, { everyMonths: 6, firstOn: null, off: false });
    expect((await reviews({ dutyId: DUTY })).map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-06-30']);
    await set(DUTY, 0, { everyMonths: 1, firstOn: '2027-03-31', off: false });
    expect((await reviews({ dutyId: DUTY })).map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-03-31']);
    const { duties, company: all } = await listRhythms(company.ctx, {});
    expect(all).toMatchObject({ everyMonths: 6, version: 1 });
    expect(duties.find(({ dutyId }) => dutyId === DUTY)).toMatchObject({
      own: { everyMonths: 1 },
      nextOn: '2027-03-31',
      version: 1,
    });
    await set(DUTY, 1, null);
    expect((await reviews({ dutyId: DUTY })).map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-06-30']);
  });

  it('off takes what is to come and leaves what somebody has worked on', async () => {
    const review = await reviewOf();
    await attachEvidence(company.ctx, { occurrenceId: review?.id, kind: null, form: 'note', note: '抽查' });
    const before = (await countOccurrences(company.ctx, { review: true })).total;
    await set(null, 0, { everyMonths: 12, firstOn: null, off: true });
    expect(await reviews()).toMatchObject([{ id: review?.id, removedAt: expect.any(String) }]);
    await set(null, 1, { everyMonths: 12, firstOn: null, off: false });
    expect((await countOccurrences(company.ctx, { review: true })).total).toBe(before);
  });

  it.each<[string, string | null, object | null, string]>([
    ['of an unknown duty', 'nothing', { everyMonths: 12, firstOn: null, off: false }, 'dutyId'],
    ['of a duty with dates of its own', 'annual-report', { everyMonths: 12, firstOn: null, off: false }, 'dutyId'],
    ['of nothing for the company', null, null, 'rhythm'],
    ['from the past', DUTY, { everyMonths: 12, firstOn: '2026-11-23', off: false }, 'rhythm.firstOn'],
    ['of no months', DUTY, { everyMonths: 0, firstOn: null, off: false }, 'rhythm.everyMonths'],
  ])('%s is refused', async (_name, dutyId, rhythm, path) => {
    await expect(set(dutyId, 0, rhythm)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });

  it('set by two at once is set once', async () => {
    const rhythm = { everyMonths: 3, firstOn: null, off: false };
    const both = await Promise.allSettled([set(DUTY, 0, rhythm), set(DUTY, 0, rhythm)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const member = await colleague(product, company, 'member');
    const theirs = setReviewRhythm(member.ctx, { dutyId: DUTY, version: 1, rhythm });
    await expect(theirs).rejects.toMatchObject({ code: 'forbidden' });
  });
});
