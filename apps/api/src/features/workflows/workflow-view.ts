import { type CivilDate, daysBetween, type StateKind as DomainStateKind, workflowOf } from '@zhengqi/obligations';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type PersonView, readPeople } from '../people.ts';
import { type LinkedItem, readLinkedItems, type WorkflowTableRow } from './queries.ts';
import { StateKind, Subject, type WorkflowRow, type WaitsOn } from './schemas.ts';
import { subjectLabels } from './subject-of-work.ts';
import type { z } from 'zod';

const WAITS: Readonly<Record<DomainStateKind, z.infer<typeof WaitsOn>>> = {
  start: 'us',
  ongoing: 'us',
  'waiting-for-us': 'us',
  'waiting-for-client': 'client',
  'waiting-for-authority': 'authority',
  'ended-good': 'nobody',
  'ended-bad': 'nobody',
};

/** Who has the next step in a state. */
export function waitsOn(kind: DomainStateKind): z.infer<typeof WaitsOn> {
  return WAITS[kind];
}

/** Pieces of work as lists show them. */
export async function workflowViews(
  tx: TenantTransaction,
  ctx: TenantContext,
  rows: readonly WorkflowTableRow[],
): Promise<WorkflowRow[]> {
  const people = await readPeople(tx);
  const labelOf = await subjectLabels(tx, ctx, rows);
  const items = await readLinkedItems(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = items.filter(({ workflowId }) => workflowId === row.id);
    return workflowView(row, { people, labelOf, items: own, day: today(ctx.clock) });
  });
}

interface Around {
  people: (id: string | null) => PersonView;
  labelOf: (subjectId: string) => string;
  items: readonly LinkedItem[];
  day: CivilDate;
}

function workflowView(row: WorkflowTableRow, { people, labelOf, items, day }: Around): WorkflowRow {
  const table = workflowOf(row.kind);
  const stateKind = StateKind.parse(row.stateKind);
  const dueOn = row.endedAt === null ? earliestDue(items) : null;
  const subject = Subject.parse({ type: row.subjectType, id: row.subjectId });
  return {
    id: publicId('workflow', row.id),
    version: row.version,
    kind: row.kind,
    name: table.name,
    subject: { ...subject, label: labelOf(row.subjectId) },
    licenceId: publicIdOrNull('licence', row.licenceId),
    eventId: publicIdOrNull('event', row.eventId),
    year: row.year,
    state: row.state,
    stateName: table.states[row.state]?.name ?? { zh: row.state, en: row.state },
    stateKind,
    waitsOn: waitsOn(stateKind),
    since: row.stateSince,
    responsible: people(row.responsibleId),
    startedAt: row.startedAt,
    startedBy: people(row.startedBy),
    endedAt: row.endedAt,
    asksNewLicence: row.asksNewLicence,
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(day, dueOn),
  };
}

/** The date of the first item that is still to do; items come earliest first. */
function earliestDue(items: readonly LinkedItem[]): CivilDate | null {
  const next = items.find(
    ({ done, item }) => !done && item.dueOn !== null && (item.workState === 'open' || item.workState === 'prepared'),
  );
  return next?.item.dueOn ?? null;
}
