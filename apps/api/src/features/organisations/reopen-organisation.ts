import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TenantContext } from '../../context.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { AppError, conflict } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { outcomeOf } from '../ask-authority.ts';
import { Nothing, type ReopenOrganisationOutput } from './schemas.ts';

/**
 * Takes the closing of an organisation back, and with it the deletion of its data while that is not due yet.
 * @throws AppError `forbidden` for others than owners and for what the operator has closed; `conflict` when it is not
 * closing, or its deletion is due
 */
export async function reopenOrganisation(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof ReopenOrganisationOutput>> {
  parseInput(Nothing, raw);
  return withTenant(ctx, 'settle', async (tx) => {
    const outcome = await outcomeOf(tx, sql`select authz.reopen_organisation(${ctx.requestId}) as outcome`);
    if (outcome === 'unchanged') throw conflict('机构未在关闭中。', 'The organisation is not closing.');
    if (outcome === 'too-late') {
      throw conflict('删除期限已到，不能再撤回。', 'The deletion is due and cannot be taken back any more.');
    }
    if (outcome === 'by-operator') {
      throw new AppError('forbidden', {
        zh: '该机构由平台运营方关闭，请与运营方联系。',
        en: 'The operator of the platform has closed this organisation; ask there.',
      });
    }
    return { status: 'active' };
  });
}
