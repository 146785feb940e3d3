import { isDeepStrictEqual } from 'node:util';
import type { Licence } from '@zhengqi/obligations';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { licence as licenceTable, licenceRevision } from '../../db/schema/licences.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidInput, notFound, stale } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { checkLicenceFields } from './check-licence-fields.ts';
import { licenceColumns } from './licence-columns.ts';
import { readLicence } from './queries.ts';
import { CorrectLicenceInput, type CorrectLicenceOutput } from './schemas.ts';

/**
 * Corrects fields of a licence. What the register said before stays in its history; the schedule follows at once.
 * @throws AppError `invalid-input`, `not-found`, `conflict` when somebody else changed it since `version`
 */
export async function correctLicence(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof CorrectLicenceOutput>> {
  const input = parseInput(CorrectLicenceInput, raw);
  const { licence, errors, warnings } = checkLicenceFields(input.licence);
  if (errors.length > 0) throw invalidInput(errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'licence:write');
    await lockSchedule(tx);
    const old = await readLicence(tx, input.licenceId);
    if (!old) throw notFound();
    if (old.version !== input.version) {
      throw stale(
        '该许可证已被他人修改，请刷新后在新内容上更正。',
        'Somebody else changed this licence; reload it and correct the new state.',
      );
    }
    const changed = changedFields(old.fields, licence);
    const version = changed.length === 0 ? old.version : old.version + 1;
    if (changed.length > 0) {
      const at = nowInstant(ctx.clock);
      const columns = { ...licenceColumns(licence), version, updatedAt: at };
      await tx.db.update(licenceTable).set(columns).where(eq(licenceTable.id, old.id));
      await tx.db.insert(licenceRevision).values({
        tenantId: tx.tenantId,
        licenceId: old.id,
        version,
        fields: licence,
        source: 'correction',
        reason: input.reason ?? null,
        saidBy: tx.access.userId,
        recordedAt: at,
      });
      await recordAudit(tx, ctx, 'licence.corrected', { type: 'licence', id: old.id }, { changed, version });
    }
    const schedule = await regenerateOrEnqueue(tx, ctx, 'licence');
    return { licenceId: publicId('licence', old.id), version, changed, warnings, schedule };
  });
}

/** Names of the fields that differ. */
export function changedFields(before: Licence, after: Licence): (keyof Licence)[] {
  return (Object.keys(after) as (keyof Licence)[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
}
