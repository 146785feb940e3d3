import { randomUUID } from 'node:crypto';
import { fullPath, type Operation } from '../../rest/operation.ts';
import { REST_PATH } from '../../rest/rest-app.ts';
import { ORIGIN } from '../product.ts';
import { type Actor, actorsOf } from './actors.ts';
import { type Answer, answerOf, comparable, withMissingIds } from './ask.ts';
import { changedTables } from './digest.ts';
import type { RestFixture } from './fixtures/rest.ts';
import { leaksIn, type Matrix } from './run-procedure.ts';
import { CANARY } from './world.ts';

/** Values of all parameters in a path. */
type Path = Record<string, string>;

/** Runs one operation of the REST interface as every actor, then with the rightful key. */
export async function runOperation(matrix: Matrix, operation: Operation, fixture: RestFixture): Promise<string[]> {
  const { world, tally, digest } = matrix;
  const path: Path = { companyId: world.target.organisationId, ...(await fixture.path?.(world)) };
  const body = fixture.file ?? fixture.body?.(world);
  const ask = (as: Record<string, string>, to: Path = path) => send(matrix, operation, to, body, as);
  const problems: string[] = [];
  for (const actor of await actorsOf(world, operation.scope)) {
    const headers = await actor.headers();
    const during = actor.during ?? ((work) => work());
    await during(async () => {
      const before = await digest();
      const answer = await ask(headers);
      const changed = changedTables(before, await digest());
      const expected = expectation(operation, actor);
      const found: string[] = [];
      tally.run += 1;
      if ((answer.code ?? 'allowed') !== expected) found.push(`must be ${expected}, was ${answer.code ?? 'allowed'}`);
      if (changed.length > 0) found.push(`changed ${changed.join(', ')}`);
      found.push(...leaksIn(answer, actor.name === 'key of another company' ? [CANARY.other] : []));
      if (expected === 'not-found') found.push(...(await sameForMissing(ask, headers, path, answer)));
      if (found.length === 0) tally[expected === 'allowed' ? 'allowed' : 'denied'] += 1;
      problems.push(...found.map((problem) => `${operation.id} × ${actor.name}: ${problem}`));
    });
  }
  const { rightful, ofOther } = world.keys;
  if (Object.keys(path).length > 1 && fullPath(operation).includes('{companyId}')) {
    const own = { ...path, companyId: world.other.organisationId };
    const headers = { authorization: `Bearer ${ofOther.secret}` };
    const before = await digest();
    const answer = await ask(headers, own);
    tally.run += 1;
    const found = [...leaksIn(answer, [CANARY.other]), ...(await sameForMissing(ask, headers, own, answer))];
    if (answer.code !== 'not-found') found.push(`must be not-found, was ${answer.code ?? 'allowed'}`);
    if (changedTables(before, await digest()).length > 0) found.push('changed something');
    if (found.length === 0) tally.denied += 1;
    problems.push(...found.map((problem) => `${operation.id} × id of another company: ${problem}`));
  }
  const once = { authorization: `Bearer ${rightful.secret}`, 'idempotency-key': randomUUID() };
  const control = await ask(once);
  if (operation.method !== 'get' && control.code === null) problems.push(...(await answeredAgain(ask, once, control)));
  if (fixture.refusedWith !== undefined && control.code === fixture.refusedWith) tally.refused += 1;
  else if (fixture.refusedWith === undefined && control.code === null && !control.text.includes(CANARY.other))
    tally.controls += 1;
  else problems.push(`${operation.id} × rightful key: ${control.status} ${control.text.slice(-400)}`);
  return problems;
}

/** The same request once more changes nothing and gets the answer of the first. */
async function answeredAgain(
  ask: (as: Record<string, string>) => Promise<Answer>,
  headers: Record<string, string>,
  first: Answer,
): Promise<string[]> {
  const again = await ask(headers);
  const body = ({ text }: Answer) => text.slice(text.indexOf('\n\n'));
  if (again.status === first.status && body(again) === body(first) && /^idempotency-replayed: true$/m.test(again.text))
    return [];
  return [`the repeated request was answered with ${again.status} ${again.text.slice(-200)}`];
}

/** What must come of a cell. A session is no key, and a key does not open what another key opens. */
function expectation({ on, path }: Operation, actor: Actor): string {
  if (actor.by !== 'key') return 'unauthenticated';
  if (actor.name === 'key without scope') return 'forbidden';
  return on === 'company' || path.includes('{companyId}') ? 'not-found' : 'allowed';
}

async function sameForMissing(
  ask: (as: Record<string, string>, to: Path) => Promise<Answer>,
  headers: Record<string, string>,
  path: Path,
  foreign: Answer,
): Promise<string[]> {
  const missing = withMissingIds(path);
  // The caller's own company stays.
  if (Object.keys(path).length > 1) missing['companyId'] = path['companyId'] ?? '';
  const other = await ask(headers, missing);
  const isSame = comparable(foreign, Object.values(path)) === comparable(other, Object.values(missing));
  return isSame ? [] : ['answers differently for foreign and missing ids'];
}

async function send(
  { app }: Matrix,
  operation: Operation,
  path: Path,
  body: unknown,
  more: Record<string, string>,
): Promise<Answer> {
  const address = fullPath(operation).replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const headers = new Headers({ host: 'localhost:3000', ...more });
  const init: RequestInit = { method: operation.method.toUpperCase(), headers };
  let query = '';
  if (isFile(body)) {
    headers.set('content-type', 'application/octet-stream');
    if (!headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    query = `?name=${encodeURIComponent(body.name)}`;
    init.body = new Uint8Array(body.bytes);
  } else if (operation.method !== 'get') {
    headers.set('content-type', 'application/json');
    if (!headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    if (operation.ifMatch !== undefined) headers.set('if-match', '"v1"');
    init.body = JSON.stringify(body ?? {});
  }
  return answerOf(await app.request(new Request(`${ORIGIN}${REST_PATH}${address}${query}`, init)));
}

function isFile(body: unknown): body is { name: string; bytes: Buffer } {
  return typeof body === 'object' && body !== null && 'bytes' in body;
}
