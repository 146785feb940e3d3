import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../app.ts';
import { createDigest } from './digest.ts';
import { PROCEDURE_FIXTURES } from './fixtures/index.ts';
import { type Matrix, runProcedure } from './run-procedure.ts';
import { Tally } from './tally.ts';
import { CANARY, createMatrixWorld } from './world.ts';

/**
 * The matrix itself is tested: each of these faults, planted into the decision of the database, must be found. The
 * first text is what the function says, the second what the fault makes of it.
 */
const FAULTS: readonly [name: string, good: string, bad: string][] = [
  ['everybody is a member', 'm.user_id = p_user and m.org_id = p_tenant', 'm.org_id = p_tenant'],
  [
    'a viewer writes',
    `case when m.role = 'viewer' then 'read' else 'write' end, m.role`,
    `'write', case when m.role = 'viewer' then 'member' else m.role end`,
  ],
  ['an ended engagement goes on', 'e.revoked_at is null and e.starts_at', 'e.starts_at'],
  ['an expired engagement goes on', ' and e.ends_at > p_at', ''],
  [
    'colleagues are as good as those named',
    'em.user_id = p_user and e.company_id',
    'e.consultancy_id in (select x.org_id from authz.membership x where x.user_id = p_user) and e.company_id',
  ],
  [
    'an engagement to read is one to write',
    `then 'read' else e.level end, 'consultant'`,
    `then 'read' else 'write' end, 'consultant'`,
  ],
  ['an operator looks in for ever', 'b.ended_at is null and b.ends_at > p_at', 'true'],
  ['a suspended company stays open', ` and o.status <> 'suspended'`, ''],
  [
    'the level is not looked at',
    'if a.level is null then return null; end if;',
    `a.level := 'write'; a.role := coalesce(a.role, 'owner');`,
  ],
  [
    'a session reads any tenant',
    'from authz.way_in(c.user_id, p_tenant, p_at) w',
    `from (select 'read' as level, 'owner' as role, 'membership' as via) w`,
  ],
];

const CELLS = ['licences.list', 'facts.answer'];
let matrix: Matrix;
let found = 0;
beforeAll(async () => {
  const world = await createMatrixWorld();
  const { admin } = world.product.database;
  matrix = { world, app: world.product.app, digest: await createDigest(admin), tally: new Tally() };
}, 60_000);
afterAll(async () => {
  process.stdout.write(`planted faults found by the matrix: ${found} of ${FAULTS.length + 2}\n`);
  await matrix.world.product.drop();
});

async function problems(): Promise<string[]> {
  const lines: string[] = [];
  for (const name of CELLS) {
    const type = name === 'licences.list' ? 'query' : 'mutation';
    const fixture = PROCEDURE_FIXTURES[name];
    if (fixture) lines.push(...(await runProcedure(matrix, { name, type }, fixture)));
  }
  return lines;
}

it('finds nothing where nothing is wrong', async () => {
  expect(await problems()).toEqual([]);
});

it.each(FAULTS)('finds that %s', async (_name, good, bad) => {
  const { admin } = matrix.world.product.database;
  const { rows } = await admin.query<{ text: string }>(
    `select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'authz' and p.prokind = 'f' and strpos(p.prosrc, $1) > 0 and p.proname ~ '^(way_in|decide)'`,
    [good],
  );
  expect(rows).toHaveLength(1);
  const text = rows[0]?.text ?? '';
  await admin.query(text.replace(good, bad));
  try {
    expect((await problems()).length).toBeGreaterThan(0);
    found += 1;
  } finally {
    await admin.query(text);
  }
});

it('finds a use case that goes past the tenant transaction', async () => {
  const { world } = matrix;
  const { services, database } = world.product;
  // The superuser's pool in the place of the restricted one: row security is off for all.
  const app = createApp({
    services: { ...services, tenantPool: database.admin },
    readiness: { stopping: false },
    adminDist: null,
    addressOf: () => '127.0.0.1',
  });
  const name = 'licences.get';
  const fixture = PROCEDURE_FIXTURES[name];
  if (!fixture) throw new Error('no fixture');
  expect((await runProcedure({ ...matrix, app }, { name, type: 'query' }, fixture)).length).toBeGreaterThan(0);
  found += 1;
});

it('finds mails that name a company in the place of another', async () => {
  const { admin } = matrix.world.product.database;
  const { rows } = await admin.query<{ text: string }>(
    `select pg_get_functiondef('authz.enqueue_mail(text, text, text, jsonb)'::regprocedure) as text`,
  );
  const text = rows[0]?.text ?? '';
  const wrong = `p_data || jsonb_build_object('organisation', '${CANARY.other}')`;
  const faulty = text.replaceAll(/\bp_data\b(?! jsonb)/g, wrong);
  expect(faulty).toContain(wrong);
  await admin.query(faulty);
  try {
    const fixture = PROCEDURE_FIXTURES['invitations.create'];
    if (!fixture) throw new Error('no fixture');
    const lines = await runProcedure(matrix, { name: 'invitations.create', type: 'mutation' }, fixture);
    expect(lines.join()).toContain('mail invitation shows CANARY-OTHER in its subject');
    found += 1;
  } finally {
    await admin.query(text);
  }
});
