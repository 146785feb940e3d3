import { requirePermission } from '../../auth/permissions.ts';
import { publicId } from '../../db/ids.ts';
import { conflict, invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { lockSchedule } from '../schedule/lock-schedule.ts';
import { listOffers } from '../workflows/offers.ts';
import { StartInput } from '../workflows/schemas.ts';
import { startInTransaction } from '../workflows/start-workflow.ts';
import { type Caller, overCompanies } from './over-companies.ts';
import { type ManyResult, OpenManyInput } from './schemas.ts';

/** Starts the same kind of work for items of many companies, on each licence that an item follows from. */
export async function openMany(caller: Caller, raw: unknown): Promise<ManyResult> {
  const { kind, items } = parseInput(OpenManyInput, raw);
  const results = await overCompanies(
    caller,
    items,
    ({ occurrenceId }) => publicId('occurrence', occurrenceId),
    async (tx, ctx, { occurrenceId }) => {
      requirePermission(tx.access, 'workflow:work');
      await lockSchedule(tx);
      const id = publicId('occurrence', occurrenceId);
      const offers = (await listOffers(ctx, { occurrenceId: id })).items.filter((offer) => offer.kind === kind);
      if (offers.length === 0) throw invalidField('kind', '此事项没有这种流程。', 'No such work serves this item.');
      const fresh = offers.filter(({ running }) => running === null);
      if (fresh.length === 0) throw conflict('已在办理。', 'It is running already.');
      const started = [];
      for (const { subject, eventId, data } of fresh) {
        const input = { kind, subject: { type: subject.type, id: subject.id }, occurrenceIds: [id], data };
        const event = eventId === null || subject.type === 'event' ? {} : { eventId };
        started.push(await startInTransaction(tx, ctx, parseInput(StartInput, { ...input, ...event })));
      }
      const [first] = started;
      return { workflowId: first?.workflowId ?? null, version: first?.version ?? null };
    },
  );
  return { results };
}
