import { isDeepStrictEqual } from 'node:util';
import type { CivilDate, Finding } from '@zhengqi/obligations';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import { nowInstant, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { triggerEvent } from '../../db/schema/facts.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { conflict, invalidField, invalidInput } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { recordAudit } from '../record-audit.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { readScheduledLicences, readVerdicts } from '../schedule/queries.ts';
import { regenerateOrEnqueue } from '../schedule/regenerate-or-enqueue.ts';
import { checkEvent } from './check-event.ts';
import { eventDefinition } from './event-catalogue.ts';
import { findEventOfRequest, readLiveEvents } from './queries.ts';
import { RecordEventInput, type RecordEventOutput } from './schemas.ts';

/**
 * Records that something happened, and counts the dates it starts.
 * @throws AppError `invalid-input` with each place: unknown kind, missing or impossible value, a future that is no plan;
 * `conflict` when the same form has recorded something else
 */
export async function recordTriggerEvent(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof RecordEventOutput>> {
  const input = parseInput(RecordEventInput, raw);
  const definition = eventDefinition(input.type);
  if (!definition) throw invalidField('type', '没有这种事件。', 'There is no such kind of event.');
  const now = { today: today(ctx.clock), instant: nowInstant(ctx.clock) };
  const { attributes, happenedOn, errors } = checkEvent(definition, input.attributes, now);
  if (errors.length > 0 || happenedOn === null) throw invalidInput(errors);
  return withTenant(ctx, 'write', async (tx) => {
    requirePermission(tx.access, 'event:write');
    // Of two at once the second waits here, and then finds the first.
    await lockSchedule(tx);
    const known = input.requestId === undefined ? undefined : await findEventOfRequest(tx, input.requestId);
    if (known) {
      if (isDeepStrictEqual([known.type, known.attributes], [input.type, attributes]))
        return recordedEvent(tx, ctx, known.id, happenedOn);
      throw conflict(
        '该表单已登记过另一事件，请重新打开表单。',
        'This form has recorded another event already; open it anew.',
      );
    }
    const id = ctx.newId();
    await tx.db.insert(triggerEvent).values({
      tenantId: tx.tenantId,
      id,
      type: input.type,
      attributes,
      happenedOn,
      recordedBy: tx.access.userId,
      recordedAt: now.instant,
      requestId: input.requestId ?? null,
    });
    await recordAudit(tx, ctx, 'event.recorded', { type: 'event', id }, { type: input.type });
    return recordedEvent(tx, ctx, id, happenedOn);
  });
}

/** Counts the dates; for one that was recorded before, they stand already and nothing changes. */
async function recordedEvent(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  happenedOn: CivilDate,
): Promise<z.infer<typeof RecordEventOutput>> {
  const eventId = publicId('event', id);
  const warnings = await outsideEveryLicence(tx, happenedOn);
  const schedule = await regenerateOrEnqueue(tx, ctx, 'event');
  // The schedule of a company with many licences is counted later; what it finds then stands with each licence.
  if (!schedule.pending && warnings.length === 0) warnings.push(...(await saidOf(tx, eventId)));
  return { eventId, warnings, schedule };
}

/** What the schedules just counted say about one event, such as a clock that waits for a moment not given. */
async function saidOf(tx: TenantTransaction, eventId: string): Promise<Finding[]> {
  const index = (await readLiveEvents(tx)).findIndex(({ id }) => id === eventId);
  const place = `events[${index}]`;
  const { schedules } = await readVerdicts(tx);
  const said = new Map<string, Finding>();
  for (const finding of schedules.flatMap(({ findings }) => findings)) {
    if (finding.at === null || !('path' in finding.at)) continue;
    const { path } = finding.at;
    if (path !== place && !path.startsWith(`${place}.`)) continue;
    said.set(finding.message, { ...finding, at: { path: `attributes${path.slice(place.length)}` } });
  }
  return [...said.values()];
}

/** An event before the first licence starts no duty of a licence: recorded all the same, because other law may count it. */
async function outsideEveryLicence(tx: TenantTransaction, happenedOn: CivilDate): Promise<Finding[]> {
  const issued = (await readScheduledLicences(tx)).map(({ fields }) => fields.issuedOn);
  if (issued.length === 0 || issued.some((on) => on === null || on <= happenedOn)) return [];
  return [
    {
      code: 'event-before-every-licence',
      severity: 'warning',
      message: `${happenedOn} 早于全部许可证的发证日期，许可证的义务不由此起算；请核对日期。`,
      messageEn: `${happenedOn} lies before the issue of every licence, so it starts no duty of a licence; check the date.`,
      at: { path: 'attributes' },
    },
  ];
}
