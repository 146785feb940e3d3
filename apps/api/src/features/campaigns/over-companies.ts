import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { AppError, type AppErrorCode } from '../../errors.ts';
import type { Result } from './schemas.ts';

/** A person who works on many companies at once. */
export interface Caller {
  /** The context of the call for one of them. Whether it is open, the database decides. */
  contextOf: (tenantId: string) => TenantContext;
  /** Notes that they reached for what is not theirs: the answer of the call as a whole is no refusal. */
  noteDenial: (tenantId: string, code: AppErrorCode) => Promise<void>;
}

/** What became of one item. */
export type Outcome = Pick<Result, 'workflowId' | 'version'>;

/**
 * Works through items of many companies, each company in a transaction of its own. A refusal of one item is the answer
 * for that item, and of a company the answer for all of its items; the others go on.
 */
export async function overCompanies<Item extends { organisationId: string }>(
  { contextOf, noteDenial }: Caller,
  items: readonly Item[],
  idOf: (item: Item) => string,
  one: (tx: TenantTransaction, ctx: TenantContext, item: Item) => Promise<Outcome>,
  after: (tx: TenantTransaction, ctx: TenantContext, done: Item[]) => Promise<void> = async () => {},
): Promise<Result[]> {
  const results = new Map<Item, Result>();
  for (const tenantId of new Set(items.map(({ organisationId }) => organisationId))) {
    const own = items.filter(({ organisationId }) => organisationId === tenantId);
    const ctx = contextOf(tenantId);
    const lineOf = (item: Item) => ({ organisationId: publicId('organisation', tenantId), id: idOf(item) });
    try {
      await withTenant(ctx, 'write', async (tx) => {
        const done: Item[] = [];
        for (const item of own) {
          try {
            results.set(item, { ...lineOf(item), ok: true, ...(await one(tx, ctx, item)), error: null });
            done.push(item);
          } catch (error) {
            // Refusals come before anything of the item is written; whatever else went wrong takes the company back.
            results.set(item, { ...lineOf(item), ...refused(error) });
          }
        }
        await after(tx, ctx, done);
      });
    } catch (error) {
      for (const item of own) results.set(item, { ...lineOf(item), ...refused(error) });
      if (error instanceof AppError && error.isDenial) await noteDenial(tenantId, error.code);
    }
  }
  return items.flatMap((item) => results.get(item) ?? []);
}

function refused(error: unknown): Pick<Result, 'ok' | 'workflowId' | 'version' | 'error'> {
  if (!(error instanceof AppError)) throw error;
  const { code, text, fields } = error;
  return { ok: false, workflowId: null, version: null, error: { code, message: text, fields: [...fields] } };
}
