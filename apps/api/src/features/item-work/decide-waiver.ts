import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { AppError, forbidden, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { decide, pendingWaiver } from './request-waiver.ts';
import { DecideWaiverInput, type WorkResult } from './schemas.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * The second person of a waiver: approves it, or refuses it with a reason. A refusal is kept.
 * @throws AppError `forbidden` for who asked for it
 */
export async function decideWaiver(ctx: TenantContext, raw: unknown): Promise<WorkResult> {
  const { approve, reason, ...item } = parseInput(DecideWaiverInput, raw);
  if (!approve && reason === undefined) {
    throw invalidField('reason', '拒绝时请说明理由。', 'Say why it is refused.');
  }
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'item:waive');
    const { userId } = tx.access;
    if (userId === null) throw forbidden();
    return workOnItem(tx, ctx, item, approve ? 'approve-waiver' : 'refuse-waiver', async (row) => {
      const { id, requestedBy } = await pendingWaiver(tx, row.id);
      if (requestedBy === userId) throw samePerson();
      await decide(tx, ctx, id, approve ? 'approved' : 'refused', userId, reason ?? null);
      return { patch: { waiverPending: false }, data: { waiverId: id, requestedBy, reason: reason ?? null } };
    });
  });
}

function samePerson(): AppError {
  return new AppError(
    'forbidden',
    {
      zh: '豁免须由申请人以外的另一人决定。',
      en: 'A waiver is decided by another person than who asked for it.',
    },
    { isDenial: true },
  );
}
