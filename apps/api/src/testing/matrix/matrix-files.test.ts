import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { PDF } from '../files.ts';
import { ORIGIN } from '../product.ts';
import { actorsOf } from './actors.ts';
import { type Answer, answerOf, comparable } from './ask.ts';
import { changedTables, createDigest, type Digest } from './digest.ts';
import { newFile } from './fixtures/work.ts';
import { leaksIn, seenBy } from './run-procedure.ts';
import { createMatrixWorld, type MatrixWorld } from './world.ts';

let world: MatrixWorld;
let digest: Digest;
beforeAll(async () => {
  world = await createMatrixWorld();
  digest = await createDigest(world.product.database.admin);
}, 60_000);
afterAll(() => world.product.drop());

const ask = async (path: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> => {
  const init: RequestInit = { headers: { host: 'localhost:3000', ...headers } };
  if (body !== undefined) {
    init.method = 'POST';
    init.body = new Uint8Array(body);
    init.headers = { ...init.headers, origin: ORIGIN, 'content-type': 'application/octet-stream' };
  }
  return answerOf(await world.product.app.request(new Request(`${ORIGIN}${path}`, init)));
};
const upload = (as: Record<string, string>, organisationId = world.target.organisationId) =>
  ask(`/api/files?organisationId=${organisationId}&name=${encodeURIComponent('回执.pdf')}`, as, PDF);
const download = (as: Record<string, string>, fileId: string, organisationId = world.target.organisationId) =>
  ask(`/api/files/${fileId}?organisationId=${organisationId}`, as);

/** Runs a call as every actor; what is not as it must be comes back as a line. */
async function asEverybody(isRead: boolean, call: (as: Record<string, string>) => Promise<Answer>): Promise<string[]> {
  const problems: string[] = [];
  for (const actor of await actorsOf(world)) {
    const headers = await actor.headers();
    const during = actor.during ?? ((work) => work());
    await during(async () => {
      const before = await digest();
      const answer = await call(headers);
      const changed = changedTables(before, await digest());
      const expected =
        actor.by !== 'session' ? 'unauthenticated' : !actor.reads ? 'not-found' : isRead ? null : 'forbidden';
      const found = leaksIn(answer, seenBy(actor));
      if (answer.code !== expected) found.push(`must be ${expected ?? 'allowed'}, was ${answer.code ?? 'allowed'}`);
      if (changed.length > 0) found.push(`changed ${changed.join(', ')}`);
      problems.push(...found.map((problem) => `${actor.name}: ${problem}`));
    });
  }
  return problems;
}

describe('files of the screens', () => {
  it('go up for nobody but who may write, and leave nothing when refused', async () => {
    expect(await asEverybody(false, (as) => upload(as))).toEqual([]);
    expect(await upload(await world.signIn(world.people.owner))).toMatchObject({ status: 201, code: null });
    expect(await upload(await world.signIn(world.people.named))).toMatchObject({ status: 201, code: null });
  });

  it('come down for those who may see the company only', async () => {
    const fileId = await newFile(world);
    expect(await asEverybody(true, (as) => download(as, fileId))).toEqual([]);
    expect(await download(await world.signIn(world.people.owner), fileId)).toMatchObject({ status: 200 });
  });

  it('of others are as if they did not exist, and so are companies', async () => {
    const fileId = await newFile(world);
    const as = await world.signIn(world.people.otherOwner);
    const missing = publicId('file', randomUUID());
    const own = world.other.organisationId;
    const foreign = comparable(await download(as, fileId, own), [fileId]);
    expect(foreign).toMatch(/^404/);
    expect(comparable(await download(as, missing, own), [missing])).toBe(foreign);
    expect(comparable(await download(as, 'fil_1', own), ['fil_1'])).toBe(foreign);
    const nobody = publicId('organisation', randomUUID());
    expect(comparable(await download(as, fileId, nobody), [])).toBe(comparable(await download(as, fileId), []));
    expect(comparable(await upload(as, nobody), [])).toBe(comparable(await upload(as), []));
  });

  it('never leave their name in the log', () => {
    expect(world.product.log()).not.toMatch(/回执|CANARY/);
  });
});
