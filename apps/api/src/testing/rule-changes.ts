import { randomUUID } from 'node:crypto';
import type { TenantContext } from '../context.ts';
import { uuidIn } from '../db/ids.ts';
import { listOccurrences } from '../features/occurrences/list-occurrences.ts';
import { getRuleChange } from '../features/rule-changes/list-rule-changes.ts';
import { adoptRuleChange, takeBackRuleChange } from '../features/rule-changes/move-rule-change.ts';
import type { RuleChangeRow } from '../features/rule-changes/schemas.ts';
import { startRuleChange } from '../features/rule-changes/start-rule-change.ts';
import { workRuleChange } from '../jobs/work-rule-change.ts';
import type { WorkerServices } from '../jobs/worker-services.ts';
import { createTestProduct, type TestProduct } from './product.ts';
import { publishNext } from './release.ts';
import { testWorkerServices } from './worker.ts';

/** The release that waits in a world of rule changes. */
export const NEXT = { type: 'rulebook', version: '2099.1.0' } as const;

/** A product with a second release of the rules, and the ways through a rule change. */
export interface RuleChangeWorld {
  product: TestProduct;
  worker: WorkerServices;
  /** What is recorded one after the other has moments one after the other. */
  later(): void;
  /** The worker's jobs of a change, until nothing is left. */
  work(tenantId: string, actorId: string, changeId: string): Promise<void>;
  previewed(ctx: TenantContext, actorId: string, input: object): Promise<RuleChangeRow>;
  adopted(ctx: TenantContext, actorId: string, input: object): Promise<RuleChangeRow>;
  takenBack(ctx: TenantContext, actorId: string, change: Pick<RuleChangeRow, 'id' | 'version'>): Promise<RuleChangeRow>;
  /** Items with their dates, as people see them. */
  items(of: { ctx: TenantContext }): Promise<{ id: string; key: string; dueOn: string | null; workState: string }[]>;
  /** How much is stored of a company. */
  rowsOf(tenantId: string): Promise<unknown>;
}

export async function createRuleChangeWorld(): Promise<RuleChangeWorld> {
  const product = await createTestProduct();
  const worker = testWorkerServices(product);
  await publishNext(product, NEXT.version);
  let minute = 0;
  const later = () => {
    minute += 1;
    product.setNow(new Date(Date.parse('2026-11-24T08:00:00+08:00') + minute * 60_000).toISOString());
  };
  const work: RuleChangeWorld['work'] = async (tenantId, actorId, changeId) => {
    later();
    const data = { tenantId, actorId, payload: { changeId: uuidIn(changeId) } };
    for (let i = 0; i < 3; i += 1) await workRuleChange(worker, randomUUID(), data);
  };
  const previewed: RuleChangeWorld['previewed'] = async (ctx, actorId, input) => {
    const { changeId } = await startRuleChange(ctx, input);
    await work(ctx.tenantId, actorId, changeId);
    return getRuleChange(ctx, { changeId });
  };
  return {
    product,
    worker,
    later,
    work,
    previewed,
    async adopted(ctx, actorId, input) {
      const { id: changeId, version } = await previewed(ctx, actorId, input);
      await adoptRuleChange(ctx, { changeId, version });
      await work(ctx.tenantId, actorId, changeId);
      return getRuleChange(ctx, { changeId });
    },
    async takenBack(ctx, actorId, { id: changeId, version }) {
      await takeBackRuleChange(ctx, { changeId, version, reason: '先撤回' });
      await work(ctx.tenantId, actorId, changeId);
      return getRuleChange(ctx, { changeId });
    },
    async items({ ctx }) {
      const { items } = await listOccurrences(ctx, { limit: 100 });
      return items.map(({ id, key, dueOn, workState }) => ({ id, key, dueOn, workState }));
    },
    async rowsOf(tenantId) {
      const { rows } = await product.database.admin.query<object>(
        `select (select count(*) from app.occurrence where tenant_id = $1)::int as items,
                (select count(*) from app.schedule_run where tenant_id = $1)::int as runs,
                (select count(*) from app.company_rules where tenant_id = $1)::int as rules`,
        [tenantId],
      );
      return rows[0];
    },
  };
}
