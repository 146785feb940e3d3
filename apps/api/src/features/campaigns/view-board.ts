import {
  type Bilingual,
  type CivilDate,
  civilDate,
  daysBetween,
  type Licence,
  type WorkflowKind,
  WORKFLOWS,
  workflowOf,
} from '@zhengqi/obligations';
import type { z } from 'zod';
import { type Clock, today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { type PortfolioAccess, type PortfolioDatabase, withPortfolio } from '../../db/portfolio-transaction.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readOrganisation } from '../organisations/queries.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import { rulesOfKind } from '../workflows/rules-of-kind.ts';
import { missingOnPage } from './missing-on-page.ts';
import { type BoardOf, type BoardTableRow, readBoard, readLicences, readNames, readResponsible } from './queries.ts';
import { type Board, BoardInput, type BoardRow, Column, type Kinds } from './schemas.ts';

/** The work that everybody has in the first quarter. */
const CAMPAIGN: WorkflowKind = 'annual-report';

/** A person's call over all of their companies. */
export interface BoardContext extends PortfolioAccess {
  clock: Clock;
  userId: string;
}

/** Kinds of work that a board can show. */
export function campaignKinds(): z.infer<typeof Kinds> {
  return {
    items: WORKFLOWS.map(({ kind, name }) => ({ kind: kind as z.infer<typeof Kinds>['items'][number]['kind'], name })),
  };
}

/** One kind of work over all companies open to the person: where each stands, who waits on whom, what is missing. */
export async function viewBoard(ctx: BoardContext, raw: unknown): Promise<Board> {
  const input = readInput(raw);
  return withPortfolio(ctx, (db) =>
    boardOf(db, input, { userId: ctx.userId, today: today(ctx.clock) }, async (tenants, users) => {
      const people = await readResponsible(db, tenants, users);
      return { names: await readNames(db, tenants), person: (id) => people.get(id) ?? null };
    }),
  );
}

/** The same for one company, as a program sees it: its annual reports, when nothing else is asked for. */
export async function viewCompanyBoard(ctx: TenantContext, raw: unknown): Promise<Board> {
  const given = parseInput(BoardInput, raw);
  const input = readInput(
    given.kind === undefined && given.dutyId === undefined ? { ...given, kind: CAMPAIGN } : given,
  );
  return withTenant(ctx, 'read', async (tx) => {
    const { tenantId, access } = tx;
    const person = await readPeople(tx);
    const { name } = await readOrganisation(tx);
    const whose = { userId: access.userId, today: today(ctx.clock), tenantId };
    const names = new Map([[tenantId, name]]);
    return boardOf(tx.db, input, whose, async () => ({ names, person: (id) => person(id)?.name ?? null }));
  });
}

function readInput(raw: unknown): z.output<typeof BoardInput> {
  const input = parseInput(BoardInput, raw);
  if ((input.kind === undefined) === (input.dutyId === undefined)) {
    throw invalidField('kind', '请给出流程种类或义务之一。', 'Give either a kind of work or a duty.');
  }
  return input;
}

interface Names {
  names: ReadonlyMap<string, string>;
  person: (userId: string) => string | null;
}

async function boardOf(
  db: PortfolioDatabase,
  input: z.output<typeof BoardInput>,
  whose: Pick<BoardOf, 'userId' | 'today' | 'tenantId'>,
  namesOf: (tenants: string[], users: string[]) => Promise<Names>,
): Promise<Board> {
  const { kind, dutyId } = input;
  const of = { ...whose, kind, dutyId, rules: kind === undefined ? [] : rulesOfKind(kind) };
  const { counts, rows } = await readBoard(db, of, input, decodeCursor(input.cursor));
  const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.sortOn, row.rowId]);
  const tenants = [...new Set(items.map(({ tenantId }) => tenantId))];
  const licences = await readLicences(db, ids(items, 'licenceId'), tenants);
  const around = {
    ...(await namesOf(tenants, ids(items, 'responsibleId'))),
    day: civilDate(whose.today),
    licences,
    missing: await missingOnPage(db, items, licences),
  };
  return {
    columns: Column.options.map((column) => ({ column, count: counts[column] ?? 0 })),
    items: items.map((row) => rowView(row, around)),
    nextCursor,
  };
}

function ids(rows: readonly BoardTableRow[], name: 'licenceId' | 'responsibleId'): string[] {
  return [...new Set(rows.flatMap((row) => row[name] ?? []))];
}

interface Around extends Names {
  day: CivilDate;
  licences: ReadonlyMap<string, Licence>;
  missing: (row: BoardTableRow) => BoardRow['missing'];
}

function rowView(row: BoardTableRow, { day, names, person, licences, missing }: Around): BoardRow {
  const licence = row.licenceId === null ? undefined : licences.get(row.licenceId);
  const organisation = { id: publicId('organisation', row.tenantId), name: names.get(row.tenantId) ?? '' };
  const responsible =
    row.responsibleId === null ? null : { id: publicId('user', row.responsibleId), name: person(row.responsibleId) };
  const column = Column.parse(row.column);
  const toDo = row.workState === 'open' || row.workState === 'prepared';
  return {
    organisation,
    licence:
      row.licenceId === null ? null : { id: publicId('licence', row.licenceId), number: licence?.number ?? null },
    occurrenceId: publicIdOrNull('occurrence', row.occurrenceId),
    clause: row.clause,
    workflow: workView(row),
    column,
    waitsOn: waitsOn(column, organisation.name, responsible?.name ?? null, licence),
    since: row.stateSince,
    dueOn: row.dueOn,
    daysLeft: row.dueOn === null ? null : daysBetween(day, civilDate(row.dueOn)),
    overdue: toDo && row.dueOn !== null && row.dueOn < day,
    responsible,
    missing: missing(row),
    asksNewLicence: row.asksNewLicence ?? false,
  };
}

function workView({ workflowId, version, kind, state }: BoardTableRow): BoardRow['workflow'] {
  if (workflowId === null || version === null || kind === null || state === null) return null;
  const stateName = workflowOf(kind).states[state]?.name ?? { zh: state, en: state };
  return { id: publicId('workflow', workflowId), version, kind, state, stateName };
}

/** Who has the next step, by name. */
function waitsOn(
  column: Column,
  client: string,
  responsible: string | null,
  licence: Licence | undefined,
): Bilingual | null {
  switch (column) {
    case 'done':
    case 'ended':
      return null;
    case 'with-client':
      return { zh: client, en: client };
    case 'with-authority': {
      const authority = licence?.authorityEffective ?? licence?.authorityPrinted;
      return authority ? { zh: authority, en: authority } : { zh: '主管部门', en: 'The authority' };
    }
    default:
      return responsible === null ? { zh: '未指派', en: 'Nobody yet' } : { zh: responsible, en: responsible };
  }
}
