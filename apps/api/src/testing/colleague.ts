import type { TenantContext } from '../context.ts';
import { publicId } from '../db/ids.ts';
import { arrange } from './people.ts';
import type { TestCompany, TestProduct } from './product.ts';

/** Somebody of a company, as a use case sees them. */
export interface Colleague {
  ctx: TenantContext;
  userId: string;
  /** The same id as callers write it. */
  id: string;
}

/** One more person of a company, with a session. */
export async function colleague(
  product: TestProduct,
  { ctx, tenantId }: TestCompany,
  role: 'owner' | 'admin' | 'member' | 'viewer',
  name = '李雷',
): Promise<Colleague> {
  const make = arrange(product.database.admin);
  const userId = await make.user(name);
  await make.membership(userId, tenantId, role);
  return signedIn(product, ctx, userId);
}

/** A consultant who is named for a company. */
export async function consultantOf(
  product: TestProduct,
  { ctx, tenantId }: TestCompany,
  level: 'read' | 'write' = 'write',
): Promise<Colleague> {
  const make = arrange(product.database.admin);
  const firm = await make.organisation('consultancy', '咨询');
  const userId = await make.user('韩梅梅');
  await make.membership(userId, firm, 'member');
  await make.engagement(firm, tenantId, level, [userId]);
  return signedIn(product, ctx, userId);
}

async function signedIn(product: TestProduct, ctx: TenantContext, userId: string): Promise<Colleague> {
  const credentialHash = await arrange(product.database.admin).session(userId);
  return {
    ctx: { ...ctx, entry: { kind: 'credential', credentialHash } },
    userId,
    id: publicId('user', userId),
  };
}
