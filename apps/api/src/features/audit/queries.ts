import { and, desc, eq, gte, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { auditEvent } from '../../db/schema/audit.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { parseInput } from '../../parse-input.ts';
import { decodeCursor, pageOf } from '../pagination.ts';
import { readPeople } from '../people.ts';
import type { ChainHead, ChainLink, ChainProblem } from './chain.ts';
import { problemText } from './problem-text.ts';
import {
  type AuditEntryView,
  type AuditPage,
  type AuditStatus,
  AuditStatusInput,
  type DenialList,
  ListAuditInput,
  ListDenialsInput,
  OperatorAccessInput,
  type OperatorAccessList,
} from './schemas.ts';
import { subjectId } from './subject-id.ts';

type AuditRow = typeof auditEvent.$inferSelect;

/** What was changed in the organisation, newest first, with the place of each entry in the chain. */
export async function listAudit(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AuditPage>> {
  const input = parseInput(ListAuditInput, raw);
  const after = decodeCursor(input.cursor);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    const rows = await tx.db
      .select()
      .from(auditEvent)
      .where(and(...filtersOf(input), after && sql`(${auditEvent.at}, ${auditEvent.id}) < (${after[0]}, ${after[1]})`))
      .orderBy(desc(auditEvent.at), desc(auditEvent.id))
      .limit(input.limit + 1);
    const { items, nextCursor } = pageOf(rows, input.limit, (row) => [row.at, row.id]);
    return { items: await viewsOf(tx, items), nextCursor };
  });
}

function filtersOf({ action, actorId, from, to }: z.output<typeof ListAuditInput>): (SQL | undefined)[] {
  return [
    action === undefined
      ? undefined
      : or(
          eq(auditEvent.action, action),
          like(auditEvent.action, `${action.replaceAll(/[\\%_]/g, String.raw`\$&`)}.%`),
        ),
    actorId === undefined ? undefined : eq(auditEvent.actorId, actorId),
    from === undefined ? undefined : gte(auditEvent.at, `${from}T00:00:00+08:00`),
    to === undefined ? undefined : lt(auditEvent.at, sql`${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`),
  ];
}

async function viewsOf(tx: TenantTransaction, rows: readonly AuditRow[]): Promise<AuditEntryView[]> {
  const person = await readPeople(tx);
  const ids = `{${rows.map((row) => row.id).join(',')}}`;
  const { rows: links } = await tx.db.execute<{ id: string; seq: string; hash: string }>(
    sql`select event_id as id, seq, encode(hash, 'hex') as hash from authz.audit_links_of(${ids}::uuid[])`,
  );
  const places = new Map(links.map((link) => [link.id, link]));
  return rows.map((row) => {
    const place = places.get(row.id);
    return {
      id: publicId('audit', row.id),
      seq: place ? Number(place.seq) : null,
      at: row.at,
      by: row.actorKind === 'user' ? person(row.actorId) : null,
      byKind: row.actorKind as AuditEntryView['byKind'],
      action: row.action,
      subject: { type: row.subjectType, id: subjectId(row.subjectType, row.subjectId) },
      detail: row.detail,
      requestId: row.requestId,
      hash: place?.hash ?? null,
    };
  });
}

/** Where the chain ends and what the last nightly check found. */
export async function auditStatus(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof AuditStatus>> {
  parseInput(AuditStatusInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    const { rows } = await tx.db.execute<StatusRow>(
      sql`select seq, encode(hash, 'hex') as hash, checked_at as "checkedAt", entries, problem,
            problem_seq as "problemSeq", anchored from authz.audit_status()`,
    );
    const row = rows[0];
    if (!row) return { head: null, lastCheck: null };
    const { checkedAt, entries, problem, problemSeq, anchored } = row;
    return {
      head: row.seq === '0' ? null : { seq: Number(row.seq), hash: row.hash },
      lastCheck:
        checkedAt === null
          ? null
          : {
              at: new Date(checkedAt).toISOString(),
              intact: problem === null,
              entries: Number(entries),
              problem: problem === null ? null : problemText(problem, Number(problemSeq)),
              anchored: anchored ?? false,
            },
    };
  });
}

interface StatusRow extends Record<string, unknown> {
  seq: string;
  hash: string;
  checkedAt: string | null;
  entries: string | null;
  problem: ChainProblem | null;
  problemSeq: string | null;
  anchored: boolean | null;
}

/** Calls that were refused at the organisation, newest first. */
export async function listDenials(ctx: TenantContext, raw: unknown): Promise<z.infer<typeof DenialList>> {
  const { limit } = parseInput(ListDenialsInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    const person = await readPeople(tx);
    const { rows } = await tx.db.execute<{
      at: string;
      userId: string | null;
      requestId: string | null;
      detail: Record<string, unknown>;
    }>(sql`select at, user_id as "userId", request_id as "requestId", detail from authz.denials(${limit})`);
    return {
      items: rows.map(({ at, userId, requestId, detail }) => ({
        at: new Date(at).toISOString(),
        by: person(userId),
        requestId,
        detail,
      })),
    };
  });
}

/** When operators of the platform looked into the organisation, why, and who does now. */
export async function listOperatorAccess(
  ctx: TenantContext,
  raw: unknown,
): Promise<z.infer<typeof OperatorAccessList>> {
  parseInput(OperatorAccessInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    requirePermission(tx.access, 'audit:read');
    const { rows } = await tx.db.execute<z.infer<typeof OperatorAccessList>['items'][number]>(
      sql`select id, operator, reason, opened_at as "openedAt", ends_at as "endsAt", ended_at as "endedAt", active
            from authz.operator_access(100)`,
    );
    return {
      items: rows.map((row) => ({
        ...row,
        id: publicId('breakGlass', row.id),
        openedAt: new Date(row.openedAt).toISOString(),
        endsAt: new Date(row.endsAt).toISOString(),
        endedAt: row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
      })),
    };
  });
}

/** A stretch of the chain with the text of each entry. */
export async function readChain(tx: TenantTransaction, after: number, limit: number): Promise<ChainLink[]> {
  const { rows } = await tx.db.execute<{ seq: string; hash: string; entry: string | null }>(
    sql`select l.seq, encode(l.hash, 'hex') as hash, case when e.id is not null then authz.audit_entry(e) end as entry
          from authz.audit_links(${after}, ${limit}) l
          left join app.audit_event e on e.tenant_id = ${tx.tenantId} and e.id = l.event_id
         order by l.seq`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Where the chain ends and how many audit rows there are, at one moment. */
export async function readChainEnd(tx: TenantTransaction): Promise<{ head: ChainHead; rows: number }> {
  const { rows } = await tx.db.execute<{ seq: string; hash: string; count: string }>(
    sql`select s.seq, encode(s.hash, 'hex') as hash, (select count(*) from app.audit_event) as count
          from authz.audit_status() s`,
  );
  const row = rows[0];
  if (!row) throw new Error('no tenant in the context');
  return { head: { seq: Number(row.seq), hash: row.hash }, rows: Number(row.count) };
}
