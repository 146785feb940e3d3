import { and, eq } from 'drizzle-orm';
import { nowInstant } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { materialRequest, materialRequestThing } from '../../db/schema/requests.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type AppError, conflict, invalidField } from '../../errors.ts';
import { readPeople } from '../people.ts';
import { lockRequest, readRequestLog, readThings, type RequestTableRow, type ThingRow } from './queries.ts';
import { type Moved, RequestState, ThingState } from './schemas.ts';

/** A request with its things, locked and of the version that the caller saw. */
export interface OpenedRequest {
  request: RequestTableRow;
  things: ThingRow[];
}

/**
 * Locks a request for a move.
 * @throws AppError `not-found`; `conflict` when somebody else was faster, or it is over
 */
export async function openRequest(
  tx: TenantTransaction,
  { requestId, version }: { requestId: string; version: number },
): Promise<OpenedRequest> {
  const request = await lockRequest(tx, requestId);
  if (request.version !== version) throw await staleRequest(tx, request);
  if (request.state === 'withdrawn') throw conflict('请求已撤回。', 'The request was withdrawn.');
  return { request, things: await readThings(tx, [request.id]) };
}

/** Somebody else was faster: who and when, as far as the caller may know. */
async function staleRequest(tx: TenantTransaction, { id }: RequestTableRow): Promise<AppError> {
  const [last] = await readRequestLog(tx, id);
  const name = last?.actorKind === 'user' && !tx.access.link ? (await readPeople(tx))(last.actorId)?.name : undefined;
  const message = {
    zh: `${name ?? '他人'}已更新了该请求，您的操作没有执行；请刷新后再试。`,
    en: `${name ?? 'Somebody'} has changed the request meanwhile. Yours was not carried out: look at it again first.`,
  };
  return conflict(message.zh, message.en, [{ path: 'version', message }]);
}

/**
 * The thing that an input names, in one of these states.
 * @throws AppError `invalid-input` at `path`
 */
export function requireThing(
  things: readonly ThingRow[],
  id: string,
  states: readonly ThingState[],
  path: string,
): ThingRow {
  const thing = things.find((one) => one.id === id);
  if (!thing) throw invalidField(path, '该请求没有这一项。', 'The request asks for no such thing.');
  if (!states.includes(ThingState.parse(thing.state))) {
    throw invalidField(
      path,
      `“${thing.label}”目前不能这样处理，请刷新后再看。`,
      `This cannot be done with “${thing.label}” as it stands; look at it again.`,
    );
  }
  return thing;
}

/** Refuses a list that names a thing twice. @throws AppError `invalid-input` */
export function requireEachOnce(ids: readonly string[], pathOf: (i: number) => string): void {
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0) throw invalidField(pathOf(twice), '重复。', 'It is there twice.');
}

/** What a move does to a thing. */
export interface ThingChange {
  id: string;
  state: ThingState;
  reason?: string | null;
  batch?: number;
}

/** Stores what a move did to things, and where the request stands with them. */
export async function settleRequest(
  tx: TenantTransaction,
  ctx: TenantContext,
  { request, things }: OpenedRequest,
  changes: readonly ThingChange[],
): Promise<{ moved: Moved; request: RequestTableRow; things: ThingRow[] }> {
  for (const { id, ...change } of changes) {
    await tx.db
      .update(materialRequestThing)
      .set(change)
      .where(and(eq(materialRequestThing.tenantId, tx.tenantId), eq(materialRequestThing.id, id)));
  }
  const byId = new Map(changes.map((change) => [change.id, change]));
  const after = things.map((thing) => ({ ...thing, ...byId.get(thing.id) }));
  const state = stateOf(after);
  const now = nowInstant(ctx.clock);
  const isNewRound = changes.some((change) => change.state === 'answered' || change.state === 'refused');
  const patch = {
    version: request.version + 1,
    state,
    answeredAt: state === 'answered' && isNewRound ? now : request.answeredAt,
    answerRound: request.answerRound + (state === 'answered' && isNewRound ? 1 : 0),
    closedAt: state === 'done' ? now : null,
  };
  await tx.db
    .update(materialRequest)
    .set(patch)
    .where(and(eq(materialRequest.tenantId, tx.tenantId), eq(materialRequest.id, request.id)));
  const row = { ...request, ...patch };
  return { moved: movedOf(row, after), request: row, things: after };
}

/** Where a request stands, by its things. */
function stateOf(things: readonly ThingRow[]): RequestState {
  const has = (...states: ThingState[]) => things.some(({ state }) => states.includes(ThingState.parse(state)));
  if (has('wanted', 'sent-back')) return 'open';
  return has('answered', 'refused') ? 'answered' : 'done';
}

/** How a request stands, as moves answer. */
export function movedOf({ id, version, state }: RequestTableRow, things: readonly ThingRow[]): Moved {
  return {
    requestId: publicId('request', id),
    version,
    state: RequestState.parse(state),
    items: things.map((thing) => ({
      itemId: publicId('requestThing', thing.id),
      state: ThingState.parse(thing.state),
    })),
  };
}
