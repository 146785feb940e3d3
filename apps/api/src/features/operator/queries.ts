import type { z } from 'zod';
import { publicId } from '../../db/ids.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { type OperatorContext, requireOperator } from './operator-context.ts';
import {
  type BreakGlassList,
  ListBreakGlassInput,
  ListOrganisationsInput,
  type NoticeList,
  type OrganisationPage,
} from './schemas.ts';

type OrganisationRow = Omit<z.infer<typeof OrganisationPage>['items'][number], 'createdAt'> & { createdAt: string };

/** Every organisation by name and state, newest first; nothing of what is inside. */
export async function listOrganisations(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof OrganisationPage>> {
  const { search, status, cursor, limit } = parseInput(ListOrganisationsInput, raw);
  const before = decodeCursor(cursor);
  await requireOperator(ctx);
  const { rows } = await ctx.pool.query<OrganisationRow>(
    `select id, kind, name, uscc, status, created_at as "createdAt", members, engagements,
            is_sandbox as "isSandbox", ownerless
       from authz.operator_organisations($1, $2, $3, $4, $5, $6)`,
    [ctx.credential, search ?? null, status ?? null, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  return { items: items.map((row) => ({ ...row, id: publicId('organisation', row.id) })), nextCursor };
}

/** The working-day notices in force: shipped ones and those that were entered. */
export async function listNotices(ctx: OperatorContext): Promise<z.infer<typeof NoticeList>> {
  await requireOperator(ctx);
  await ctx.rules.refresh();
  const { calendar } = ctx.rules.now;
  const entered = new Map(ctx.rules.entered.map((notice) => [notice.year, notice]));
  return {
    coversFrom: calendar.coversFrom,
    coversTo: calendar.coversTo,
    revision: ctx.rules.revision,
    items: calendar.notices.map((notice) => {
      const { version = null, enteredAt = null } = entered.get(notice.year) ?? {};
      const copy = {
        ...notice,
        off: notice.off.map((day) => ({ ...day })),
        work: notice.work.map((day) => ({ ...day })),
      };
      return { year: notice.year, origin: version === null ? 'shipped' : 'entered', version, enteredAt, notice: copy };
    }),
  };
}

interface BreakGlassRow {
  id: string;
  orgId: string;
  orgName: string;
  operator: string;
  reason: string;
  openedAt: string;
  endsAt: string;
  endedAt: string | null;
  active: boolean;
}

/** Who has looked into which organisation, and who does now. */
export async function listBreakGlass(ctx: OperatorContext, raw: unknown): Promise<z.infer<typeof BreakGlassList>> {
  const { limit } = parseInput(ListBreakGlassInput, raw);
  await requireOperator(ctx);
  const { rows } = await ctx.pool.query<BreakGlassRow>(
    `select id, org_id as "orgId", org_name as "orgName", operator, reason, opened_at as "openedAt", ends_at as "endsAt",
            ended_at as "endedAt", active from authz.operator_break_glasses($1, $2)`,
    [ctx.credential, limit],
  );
  return {
    items: rows.map(({ id, orgId, orgName, openedAt, endsAt, endedAt, ...rest }) => ({
      ...rest,
      id: publicId('breakGlass', id),
      organisation: { id: publicId('organisation', orgId), name: orgName },
      openedAt: instantOf(openedAt),
      endsAt: instantOf(endsAt),
      endedAt: endedAt === null ? null : instantOf(endedAt),
    })),
  };
}

function instantOf(value: string): string {
  return new Date(value).toISOString();
}
