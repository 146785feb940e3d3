import type { FactValue, MoveData, NetworkUnit, Workflow } from '@zhengqi/obligations';
import { eq } from 'drizzle-orm';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { EventId, LicenceId, publicId } from '../../db/ids.ts';
import { triggerEvent } from '../../db/schema/facts.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notFound } from '../../errors.ts';
import { readFactsInForce } from '../facts/queries.ts';
import { readLicence } from '../licences/queries.ts';

/** Columns that say what a piece of work hangs on. */
export interface SubjectColumns {
  subjectType: 'licence' | 'event' | 'network-unit';
  subjectId: string;
  licenceId: string | null;
  eventId: string | null;
}

/**
 * Looks up what a piece of work is to hang on, and the event it follows from.
 * @throws AppError `not-found` when there is no such thing in this company
 */
export async function subjectColumns(
  tx: TenantTransaction,
  ctx: TenantContext,
  { type, id }: { type: SubjectColumns['subjectType']; id: string },
  causedBy: string | undefined,
): Promise<SubjectColumns> {
  const eventId = causedBy === undefined ? null : await requireEvent(tx, causedBy);
  if (type === 'licence') {
    const licenceId = LicenceId.safeParse(id);
    if (!licenceId.success || !(await readLicence(tx, licenceId.data))) throw notFound();
    return { subjectType: type, subjectId: id, licenceId: licenceId.data, eventId };
  }
  if (type === 'event') {
    const own = EventId.safeParse(id);
    if (!own.success) throw notFound();
    return { subjectType: type, subjectId: id, licenceId: null, eventId: await requireEvent(tx, own.data) };
  }
  if (!(await readUnits(tx, ctx)).some((unit) => unit.id === id)) throw notFound();
  return { subjectType: type, subjectId: id, licenceId: null, eventId };
}

async function requireEvent(tx: TenantTransaction, id: string): Promise<string> {
  const rows = await tx.db
    .select({ id: triggerEvent.id, withdrawnAt: triggerEvent.withdrawnAt })
    .from(triggerEvent)
    .where(eq(triggerEvent.id, id));
  const event = rows[0];
  if (event === undefined || event.withdrawnAt !== null) throw notFound();
  return event.id;
}

/** Network units of the company, as it has answered. */
export async function readUnits(tx: TenantTransaction, ctx: TenantContext): Promise<NetworkUnit[]> {
  const rows = await readFactsInForce(tx, today(ctx.clock));
  const value: FactValue | undefined = rows.find(({ key }) => key === 'network_units')?.value;
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isUnit) : [];
}

function isUnit(value: unknown): value is NetworkUnit {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/**
 * What tells a piece of work from others of its kind on the same subject: day, year and matter, as its opening demands
 * them. An event and a unit have one of a kind.
 */
export function aboutOf(workflow: Workflow, data: MoveData): string {
  if (workflow.subject !== 'licence') return '';
  return Object.entries(workflow.opening.fields)
    .filter(([, { required }]) => required)
    .map(([name]) => String(data[name]))
    .join('/');
}

/** The year of a yearly kind: that of the filing. */
export function yearOfWork(data: MoveData): number | null {
  const year = data['filingYear'];
  return typeof year === 'number' ? year : null;
}

/** What people call the subject. */
export async function subjectLabels(tx: TenantTransaction, ctx: TenantContext, rows: readonly SubjectRow[]) {
  const labels = new Map<string, string>();
  const units = rows.some(({ subjectType }) => subjectType === 'network-unit') ? await readUnits(tx, ctx) : [];
  for (const { id, name } of units) labels.set(id, name ?? id);
  const licenceIds = new Set(rows.flatMap(({ licenceId }) => licenceId ?? []));
  for (const id of licenceIds) {
    const licence = await readLicence(tx, id);
    if (licence) labels.set(publicId('licence', id), licence.number ?? licence.holder ?? publicId('licence', id));
  }
  return (subjectId: string) => labels.get(subjectId) ?? subjectId;
}

type SubjectRow = Pick<SubjectColumns, 'licenceId'> & { subjectType: string };
