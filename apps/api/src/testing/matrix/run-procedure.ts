import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { publicId } from '../../db/ids.ts';
import { type Actor, actorsOf } from './actors.ts';
import { type Answer, askProcedure, comparable, idsIn, withMissingIds } from './ask.ts';
import { changedTables, type Digest } from './digest.ts';
import type { Fixture } from './fixture.ts';
import { leaksInMails } from './mails.ts';
import type { Tally } from './tally.ts';
import { CANARY, type MatrixWorld } from './world.ts';

/** Where the matrix runs. */
export interface Matrix {
  world: MatrixWorld;
  /** The product, or one with a fault. */
  app: Hono;
  digest: Digest;
  tally: Tally;
}

export interface Procedure {
  name: string;
  type: string;
}

/** Runs one procedure as every actor, then as the rightful one. Whatever is not as it must be comes back as a line. */
export async function runProcedure(matrix: Matrix, procedure: Procedure, fixture: Fixture): Promise<string[]> {
  const { world, tally } = matrix;
  const rest = (await fixture.input?.(world)) as object | undefined;
  const input = fixture.openTo === 'members' ? { organisationId: world.target.organisationId, ...rest } : rest;
  const problems: string[] = [];
  // What the arrangement left is none of the actors' doing.
  await leaksInMails(matrix, [CANARY.target]);
  const rightful = fixture.openTo === 'operators' ? world.people.operator : world.people.owner;
  for (const actor of await actorsOf(world)) {
    if (fixture.openTo === 'operators' && actor.name === 'operator who has ended the look in') continue;
    const found = await runCell(matrix, procedure, fixture, input, actor);
    problems.push(...found.map((problem) => `${procedure.name} × ${actor.name}: ${problem}`));
  }
  if (fixture.openTo === 'members') problems.push(...(await sameForForeignAndMissing(matrix, procedure, input ?? {})));
  await world.forgetAttempts();
  const answer = await askProcedure(matrix.app, procedure, input, await world.signIn(rightful));
  problems.push(
    ...(await leaksInMails(matrix, [CANARY.target])).map((leak) => `${procedure.name} × rightful actor: ${leak}`),
  );
  await fixture.undo?.(world);
  const succeeds = ({ status, text }: Answer) => status === 200 && !text.includes(CANARY.other);
  if (fixture.refusedWith ? fixture.refusedWith.includes(answer.code as never) : succeeds(answer)) {
    if (fixture.refusedWith) tally.refused += 1;
    else tally.controls += 1;
  } else
    problems.push(`${procedure.name} × rightful actor: ${answer.status} ${answer.code} ${answer.text.slice(-300)}`);
  if (fixture.control) {
    const control = await fixture.control(world);
    const other = await askProcedure(matrix.app, procedure, control.input, await world.signIn(control.as));
    if (succeeds(other)) tally.controls += 1;
    else problems.push(`${procedure.name} × control: ${other.status} ${other.code} ${other.text.slice(-300)}`);
  }
  return problems;
}

async function runCell(
  matrix: Matrix,
  procedure: Procedure,
  fixture: Fixture,
  input: unknown,
  actor: Actor,
): Promise<string[]> {
  const { world, app, digest, tally } = matrix;
  await world.forgetAttempts();
  const headers = await actor.headers();
  const during = actor.during ?? ((work) => work());
  return during(async () => {
    const before = await digest();
    const answer = await askProcedure(app, procedure, input, headers);
    const changed = changedTables(before, await digest());
    const expected = expectation(procedure, fixture, actor);
    tally.run += 1;
    const problems = [];
    if (expected === 'allowed') {
      if (answer.status === 200) tally.allowed += 1;
      else problems.push(`must be allowed, was ${answer.code}`);
    } else if (expected.includes(answer.code ?? 'allowed')) tally.denied += 1;
    else problems.push(`must be ${expected.join(' or ')}, was ${answer.code ?? 'allowed'}`);
    if (changed.length > 0 && !(fixture.changesOwn && expected === 'allowed')) {
      problems.push(`changed ${changed.join(', ')}`);
    }
    if (answer.code === 'internal') problems.push('ended in an internal error');
    problems.push(...leaksIn(answer, seenBy(actor)), ...(await leaksInMails(matrix, seenBy(actor))));
    if (answer.code === 'not-found' && fixture.openTo === 'members') {
      const missing = { ...(input as object), organisationId: publicId('organisation', randomUUID()) };
      const other = await askProcedure(app, procedure, missing, headers);
      if (comparable(other, idsIn(missing)) !== comparable(answer, idsIn(input))) {
        problems.push('answers differently for an organisation that does not exist');
      }
    }
    return problems;
  });
}

/** What must come of a cell. */
function expectation({ type }: Procedure, fixture: Fixture, actor: Actor): 'allowed' | readonly string[] {
  if (fixture.openTo === 'everybody') return fixture.refusedWith ?? 'allowed';
  if (actor.by !== 'session') return ['unauthenticated'];
  if (fixture.openTo === 'operators') return ['forbidden'];
  if (fixture.refusedWith && fixture.openTo !== 'members') return fixture.refusedWith;
  if (fixture.openTo === 'signed-in') return 'allowed';
  const isOpen = fixture.alsoOpenTo ? fixture.alsoOpenTo.includes(actor.name) : actor.reads && type === 'query';
  if (isOpen) return 'allowed';
  // Whoever may see the company may be told that this is not theirs; the others must not learn that it exists.
  return actor.reads ? ['forbidden', 'not-found'] : ['not-found'];
}

/** Canaries that an actor may see. */
export function seenBy(actor: Actor): readonly string[] {
  if (actor.reads) return [CANARY.target];
  if (actor.name === 'member of another company') return [CANARY.other];
  return actor.name === 'owner of a suspended company' ? [CANARY.target] : [];
}

/** Canaries of others in an answer. */
export function leaksIn({ text }: Answer, seen: readonly string[]): string[] {
  return Object.values(CANARY).flatMap((canary) =>
    text.includes(canary) && !seen.includes(canary) ? [`shows ${canary}`] : [],
  );
}

/** A member of another company names rows of the target in that company's own call: as if they did not exist. */
async function sameForForeignAndMissing(
  { world, app, digest, tally }: Matrix,
  procedure: Procedure,
  input: object,
): Promise<string[]> {
  const { organisationId: _, ...rest } = input as { organisationId: string };
  if (idsIn(rest).length === 0) return [];
  const headers = await world.signIn(world.people.otherOwner);
  const own = { organisationId: world.other.organisationId };
  const before = await digest();
  const missing = { ...own, ...withMissingIds(rest) };
  const foreign = { ...own, ...rest };
  const [first, second] = [
    await askProcedure(app, procedure, foreign, headers),
    await askProcedure(app, procedure, missing, headers),
  ];
  const changed = changedTables(before, await digest());
  tally.run += 1;
  const problems = leaksIn(first, [CANARY.other]).map((leak) => `${leak} through an id of another company`);
  if (changed.length > 0) problems.push(`changed ${changed.join(', ')} by an id of another company`);
  if (comparable(first, idsIn(foreign)) !== comparable(second, idsIn(missing))) {
    problems.push(
      `answers differently for foreign and missing ids: ${first.text.slice(-200)} / ${second.text.slice(-200)}`,
    );
  }
  if (problems.length === 0) tally.denied += 1;
  return problems.map((problem) => `${procedure.name}: ${problem}`);
}
