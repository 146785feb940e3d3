import type { MoveData, WorkflowKind } from '@zhengqi/obligations';
import { WORKFLOWS, workflowOf } from '@zhengqi/obligations';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull, uuidIn } from '../../db/ids.ts';
import { triggerEvent } from '../../db/schema/facts.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { invalidField, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readLicence } from '../licences/queries.ts';
import { readScheduledLicences } from '../schedule/queries.ts';
import { readItem } from '../item-work/queries.ts';
import { findItems, licencesOfItems } from './link-items.ts';
import { readRunning } from './queries.ts';
import { kindsOfEvent, kindsOfRule } from './rules-of-kind.ts';
import { type Offers, OffersInput } from './schemas.ts';
import { aboutOf, readUnits, type SubjectColumns, subjectLabels, yearOfWork } from './subject-of-work.ts';

type Offer = z.infer<typeof Offers>['items'][number];
type EventRow = typeof triggerEvent.$inferSelect;
/** A kind of work on a subject, and what is known of its opening. */
interface Candidate {
  kind: WorkflowKind;
  subject: SubjectColumns;
  known: MoveData;
}

/**
 * What can be started from an item, a licence or an event: the kinds of work that serve it, on each subject, with what
 * is known of the opening already.
 */
export async function listOffers(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof Offers>> {
  const { occurrenceId, licenceId, eventId } = parseInput(OffersInput, raw);
  if ([occurrenceId, licenceId, eventId].filter((id) => id !== undefined).length !== 1) {
    throw invalidField('', '请给出事项、许可证、事件三者之一。', 'Give one of item, licence and event.');
  }
  return withTenant(ctx, 'read', async (tx) => {
    const candidates =
      occurrenceId !== undefined
        ? await fromItem(tx, ctx, occurrenceId)
        : licenceId !== undefined
          ? await fromLicence(tx, ctx, licenceId)
          : await fromEvent(tx, ctx, eventId ?? '');
    return { items: await offersOf(tx, ctx, candidates) };
  });
}

async function fromItem(tx: TenantTransaction, ctx: TenantContext, occurrenceId: string): Promise<Candidate[]> {
  const item = await readItem(tx, occurrenceId);
  if (!item) throw notFound();
  const rest = item.naturalKey.slice(`${item.dutyId}/${item.dueRuleId}/`.length);
  const event = rest.startsWith('evt_') ? await readEvent(tx, uuidIn(rest)) : undefined;
  const licenceIds = (await licencesOfItems(tx, [occurrenceId])).get(occurrenceId) ?? [];
  const year = item.dueOn === null ? {} : { filingYear: Number(item.dueOn.slice(0, 4)) };
  const unit = (await readUnits(tx, ctx)).find(({ id }) => rest.startsWith(`${id}/`))?.id;
  return kindsOfRule(item.dutyId, item.dueRuleId).flatMap((kind) =>
    subjectsOf(kind, { licenceIds, event, unit }).map((subject) => ({ kind, subject, known: { ...year } })),
  );
}

async function fromLicence(tx: TenantTransaction, ctx: TenantContext, licenceId: string): Promise<Candidate[]> {
  if (!(await readLicence(tx, licenceId))) throw notFound();
  const filingYear = Number(today(ctx.clock).slice(0, 4));
  return WORKFLOWS.filter(({ subject }) => subject === 'licence').map(({ kind }) => ({
    kind: kind as WorkflowKind,
    subject: ofLicence(licenceId, null),
    known: { filingYear },
  }));
}

async function fromEvent(tx: TenantTransaction, ctx: TenantContext, eventId: string): Promise<Candidate[]> {
  const event = await readEvent(tx, eventId);
  if (event === undefined) throw notFound();
  const licenceIds = (await readScheduledLicences(tx)).map(({ id }) => id);
  const named = event.attributes['unit'];
  const unit = (await readUnits(tx, ctx)).find(({ id, name }) => named === id || named === name)?.id;
  return kindsOfEvent(event.type, tx.rules.rulebook).flatMap((kind) =>
    subjectsOf(kind, { licenceIds, event, unit }).map((subject) => ({ kind, subject, known: {} })),
  );
}

function subjectsOf(
  kind: WorkflowKind,
  found: { licenceIds: readonly string[]; event: EventRow | undefined; unit: string | undefined },
): SubjectColumns[] {
  const eventId = found.event?.id ?? null;
  const { subject } = workflowOf(kind);
  if (subject === 'licence') return found.licenceIds.map((id) => ofLicence(id, eventId));
  if (subject === 'event' && eventId !== null) {
    return [{ subjectType: 'event', subjectId: publicId('event', eventId), licenceId: null, eventId }];
  }
  if (subject === 'network-unit' && found.unit !== undefined) {
    return [{ subjectType: 'network-unit', subjectId: found.unit, licenceId: null, eventId }];
  }
  return [];
}

function ofLicence(licenceId: string, eventId: string | null): SubjectColumns {
  return { subjectType: 'licence', subjectId: publicId('licence', licenceId), licenceId, eventId };
}

async function offersOf(tx: TenantTransaction, ctx: TenantContext, candidates: readonly Candidate[]): Promise<Offer[]> {
  const labelOf = await subjectLabels(
    tx,
    ctx,
    candidates.map(({ subject }) => subject),
  );
  const offers: Offer[] = [];
  for (const { kind, subject, known } of candidates) {
    const table = workflowOf(kind);
    const data = await openingData(tx, kind, subject, known);
    const items = await findItems(tx, { kind, ...subject, year: yearOfWork(data) }, data);
    const running = await readRunning(tx, { kind, subjectId: subject.subjectId, about: aboutOf(table, data) });
    offers.push({
      kind,
      name: table.name,
      subject: { type: subject.subjectType, id: subject.subjectId, label: labelOf(subject.subjectId) },
      eventId: publicIdOrNull('event', subject.eventId),
      occurrenceIds: items.map((id) => publicId('occurrence', id)),
      data,
      fields: { ...table.opening.fields } as Offer['fields'],
      running: publicIdOrNull('workflow', running?.id ?? null),
    });
  }
  return offers;
}

/** Fields of the opening that the licence, the event or the unit answers. */
async function openingData(
  tx: TenantTransaction,
  kind: WorkflowKind,
  { licenceId, eventId, subjectType, subjectId }: SubjectColumns,
  known: MoveData,
): Promise<MoveData> {
  const licence = licenceId === null ? undefined : await readLicence(tx, licenceId);
  const event = eventId === null ? undefined : await readEvent(tx, eventId);
  const all: Record<string, unknown> = {
    ...known,
    ...(licence?.fields.validTo ? { validTo: licence.fields.validTo } : {}),
    ...event?.attributes,
    ...(subjectType === 'network-unit' ? { unit: subjectId } : {}),
  };
  const fields = workflowOf(kind).opening.fields;
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => Object.hasOwn(fields, name) && value !== null),
  ) as MoveData;
}

async function readEvent(tx: TenantTransaction, id: string): Promise<EventRow | undefined> {
  const rows = await tx.db
    .select()
    .from(triggerEvent)
    .where(and(eq(triggerEvent.id, id), isNull(triggerEvent.withdrawnAt)));
  return rows[0];
}
