import { type FieldDefinition, type FieldValue, WORKFLOWS, workflowOf, workflowStandingOf } from '@zhengqi/obligations';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { WorkflowId } from '../../db/ids.ts';
import { AppError } from '../../errors.ts';
import { licensedCompany } from '../../testing/licensed-company.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { answerFacts } from '../facts/answer-facts.ts';
import { getWorkflow } from './get-workflow.ts';
import { loadInstance } from './instance.ts';
import { moveWorkflow } from './move-workflow.ts';
import { readWorkflow } from './queries.ts';
import { startWorkflow } from './start-workflow.ts';
import { takeBackMove } from './take-back.ts';

const TODAY = '2027-02-10';
let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
  product.setNow(`${TODAY}T10:00:00+08:00`);
});
afterAll(() => product.drop());

const KINDS = WORKFLOWS.filter(({ subject }) => subject === 'licence' || subject === 'network-unit').map(
  ({ kind }) => kind,
);

let made = 0;

it('after any moves and takings-back the columns and the items say what the log says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      fc.array(fc.nat({ max: 99 }), { minLength: 4, maxLength: 14 }),
      async (kind, picks) => {
        const company = await licensedCompany(product, { validTo: '2027-12-31' });
        const workflowId = await start(company, kind, picks[0] ?? 0);
        for (const pick of picks) {
          await step(company, workflowId, pick);
          await holds(company, workflowId);
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(12);
});

async function start(company: TestCompany & { licenceId: string }, kind: string, pick: number): Promise<string> {
  const table = workflowOf(kind);
  const unit = { id: '单元一', name: '核心节点', grade: 2, gradeApprovedOn: '2027-01-20' };
  await answerFacts(company.ctx, { licenceId: null, answers: [{ key: 'network_units', value: [unit] }] });
  const subject =
    table.subject === 'licence' ? { type: 'licence', id: company.licenceId } : { type: 'network-unit', id: unit.id };
  const known = { validTo: '2027-12-31', unit: unit.id };
  const data = { ...sampleData(table.opening.fields, pick), ...only(known, table.opening.fields) };
  return (await startWorkflow(company.ctx, { kind, subject, data })).workflowId;
}

/** One move that is open, or a taking-back. What is refused must leave everything as it was. */
async function step({ ctx }: TestCompany, workflowId: string, pick: number): Promise<void> {
  const { version, moves, log } = await getWorkflow(ctx, { workflowId });
  const open = moves.filter(({ by, blockedBy }) => by !== 'system' && blockedBy.length === 0);
  try {
    // Filings come more often than chance would have them: they are what matters.
    const filings = open.filter((one) => 'receipt' in one.fields);
    const options = [...open, ...filings, ...filings];
    const move = options[pick % (options.length + 1)];
    if (move === undefined) await takeBackMove(ctx, { workflowId, version, reason: '误登' });
    else {
      const data = sampleData(move.fields as unknown as Readonly<Record<string, FieldDefinition>>, pick);
      await moveWorkflow(ctx, { workflowId, version, move: move.id, data });
      made += 1;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(['invalid-input', 'conflict']).toContain(error.code);
    expect(await getWorkflow(ctx, { workflowId })).toMatchObject({ version, log });
  }
}

async function holds({ ctx }: TestCompany, workflowId: string): Promise<void> {
  await withTenant(ctx, 'read', async (tx) => {
    const row = await readWorkflow(tx, WorkflowId.parse(workflowId));
    if (!row) throw new Error('the workflow is gone');
    const { instance, linked } = await loadInstance(tx, row);
    const { state, stateKind, asksNewLicence, closesOccurrences, effective, receipts } = workflowStandingOf(instance);
    expect(row).toMatchObject({ state, stateKind, asksNewLicence, version: instance.log.length });
    expect(row.endedAt !== null).toBe(stateKind.startsWith('ended'));
    if (workflowOf(row.kind).states[state]?.filed) {
      expect(receipts.length).toBeGreaterThan(0);
      expect(effective.every(({ by }) => by.kind === 'person')).toBe(true);
    }
    // What comes round again for a unit is another item each time.
    if (row.subjectType === 'network-unit') return;
    for (const { item, done } of linked) {
      const closes = closesOccurrences.some(({ duty, rule }) => duty === item.dutyId && rule === item.dueRuleId);
      expect([item.naturalKey, done]).toEqual([item.naturalKey, closes]);
      if (!done) expect(item.workState).toBe('open');
    }
  });
}

function sampleData(fields: Readonly<Record<string, FieldDefinition>>, pick: number): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = sampleValue(field, pick);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A value as it could be given today; null for a file, which no step demands here. */
function sampleValue(field: FieldDefinition, pick: number): FieldValue | null {
  switch (field.type) {
    case 'date':
      return field.mayBeFuture ? '2027-12-31' : TODAY;
    case 'instant':
      return `${TODAY}T09:00:00+08:00`;
    case 'receipt':
      return { number: `R-${pick}`, on: TODAY };
    case 'document':
      return null;
    case 'number':
      return field.min === undefined ? pick : Number(TODAY.slice(0, 4));
    case 'boolean':
      return pick % 2 === 0;
    case 'choice':
      return field.values?.[pick % field.values.length]?.value ?? null;
    case 'reason':
    case 'text':
      return '说明';
  }
}

function only(known: Readonly<Record<string, string>>, fields: object) {
  return Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(fields, name)));
}
