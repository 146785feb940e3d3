import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type CivilDate, civilDate, civilDateOf } from '@zhengqi/obligations';
import { type JobSender, openJobSender } from '../../apps/api/src/testing/job-sender.ts';
import { rowsOfTenant } from '../../apps/api/src/testing/rows-of-tenant.ts';
import { doSomething, type Ledger, newLedger } from './acts.ts';
import { findFaults } from './checks.ts';
import { compareDeliveries, type Deliveries, type InDoubt, noteInDoubt } from './deliveries.ts';

import { type Company, makeCompanies } from './people.ts';
import { type CrashProduct, startCrashProduct, type Victim } from './product.ts';
import { type Random, seeded } from './random.ts';
import { settle } from './settle.ts';
import { watchJobs } from './watch-jobs.ts';

/** What a crash run found. */
export interface CrashReport {
  seed: number;
  rounds: number;
  kills: Record<Victim, number>;
  calls: Ledger['counts'];
  refusals: Record<string, number>;
  acknowledged: number;
  messages: number;
  doubles: Deliveries['doubles'];
  erased: number;
  /** Jobs whose worker was killed, and the longest that one lay still, in seconds. */
  abandonedJobs: number;
  longestStillSeconds: number;
  faults: string[];
}

const COMPANIES = 3;
const WORK_MS = 2_500;
const STILL_LIMIT_SECONDS = 60;
const ROBOT = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-1111-2222-3333-444444444444';

interface World {
  product: CrashProduct;
  companies: Company[];
  hands: Random[];
  jobs: JobSender;
  /** Decides what is killed and when. */
  random: Random;
  ledger: Ledger;
  inDoubt: InDoubt;
  kills: Record<Victim, number>;
  doomed: string[];
  firstDay: CivilDate;
}

/** Works with the product for some rounds, killing its processes at random, and checks after each what must be so. */
export async function crashRun(options: {
  seed: number;
  rounds: number;
  /** Goes on until everything is done that killed workers left, and looks at that too. */
  isLong: boolean;
  say: (line: string) => void;
}): Promise<CrashReport> {
  const { seed, rounds, isLong, say } = options;
  const product = await startCrashProduct();
  const jobs = await openJobSender(product.jobsUrl);
  const watch = watchJobs(product.admin);
  const kills = { worker: 0, api: 0, postgres: 0 };
  // Days that have passed, so that the store of jobs takes them up: each round is one of them.
  const firstDay = addDays(civilDateOf(new Date().toISOString()), -rounds - 30);
  product.setNow(`${firstDay}T10:00:00+08:00`);
  const companies = await makeCompanies(product, COMPANIES);
  // Each has numbers of its own, so that none takes those of another.
  const hands = companies.map((_, i) => seeded(seed * 100 + i + 1));
  const world: World = {
    ...{ product, companies, hands, jobs, kills, firstDay },
    random: seeded(seed),
    ledger: newLedger(),
    inDoubt: new Set(),
    doomed: [],
  };
  const faults: string[] = [];
  try {
    await takeRobotsIntoUse(world);
    await beginOnFirstDay(world);
    for (let round = 1; round <= rounds && faults.length === 0; round += 1) {
      const began = performance.now();
      faults.push(...(await crashRound(world, round)).map((fault) => `round ${round}: ${fault}`));
      const { done, refused, unknown } = world.ledger.counts;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(
        `round ${round}: ${seconds} s, kills ${kills.worker}+${kills.api}+${kills.postgres}, calls ${done} done ${refused} refused ${unknown} unanswered`,
      );
    }
    if (isLong && faults.length === 0) faults.push(...(await lastRound(world, rounds)));
  } catch (error) {
    faults.push(`${error instanceof Error ? error.stack : String(error)}\n${product.output().slice(-4000)}`);
  } finally {
    await jobs.stop();
  }
  const abandoned = [...(await watch.stop()), ...watch.recoveries];
  for (const { queue, seconds } of abandoned)
    if (seconds > STILL_LIMIT_SECONDS) faults.push(`a job of ${queue} lay still for ${seconds.toFixed(0)} s`);
  const { messages, doubles } = await compareDeliveries(product, world.ledger, world.inDoubt).catch(() => ({
    messages: 0,
    doubles: { notices: 0, letters: 0, robots: 0 },
  }));
  await product.stop();
  return {
    ...{ seed, rounds, kills, messages, doubles, faults },
    calls: world.ledger.counts,
    refusals: Object.fromEntries(world.ledger.refusals),
    acknowledged: world.ledger.acknowledged.length,
    erased: world.doomed.length,
    abandonedJobs: abandoned.length,
    longestStillSeconds: Math.round(Math.max(0, ...abandoned.map(({ seconds }) => seconds))),
  };
}

async function takeRobotsIntoUse({ companies }: World): Promise<void> {
  for (const { change } of companies) {
    const made = await change('channels.create', { kind: 'wecom', name: '合规群', url: ROBOT, language: 'zh' });
    if (made.is !== 'done') throw new Error(`the robot was not taken: ${JSON.stringify(made)}`);
  }
}

/** A worker that starts rolls the real day, once: afterwards the companies are brought to the first day of the run. */
async function beginOnFirstDay({ product, jobs, companies, firstDay }: World): Promise<void> {
  await jobs.send('roll-schedules');
  await settle(product, jobs, true);
  for (const { change } of companies) {
    const input = { type: 'illegal-content-disposed', attributes: { on: firstDay } };
    const { is } = await change('events.record', input);
    if (is !== 'done') throw new Error(`the first event was ${is}`);
  }
}

/** A day of work with kills, the night after it, and the messages of the next morning with one more kill. */
async function crashRound(world: World, round: number): Promise<string[]> {
  const { product, random, jobs } = world;
  const day = addDays(world.firstDay, round);
  product.setNow(`${day}T10:00:00+08:00`);
  const doomed = await makeDoomed(world);
  await jobs.send('roll-schedules', new Date(`${day}T00:05:00+08:00`));
  const until = performance.now() + WORK_MS;
  const work = async (company: Company, i: number): Promise<void> => {
    const hand = world.hands[i] ?? random;
    while (performance.now() < until) {
      await doSomething(company, hand, world.ledger, product.now());
      await sleep(hand.below(30));
    }
  };
  const [plan, eraseAfter] = [killPlan(random), random.below(1_000)];
  await Promise.all([...world.companies.map(work), killSome(world, plan), erase(world, doomed, eraseAfter)]);
  await product.untilReady();
  product.setNow(`${addDays(day, 1)}T10:05:00+08:00`);
  await jobs.send('roll-schedules', new Date(`${addDays(day, 1)}T00:05:00+08:00`)).catch(() => {});
  const taken = messagesTaken(product);
  await jobs.send('send-notices').catch(() => {});
  // Half of the times right after a message has left, before the worker can have noted it.
  const [isAimed, after] = [random.chance(50), random.below(900)];
  if (isAimed) await untilMore(() => messagesTaken(product) > taken);
  else await sleep(after);
  await kill(world, 'worker');
  await settle(product, jobs, false);
  const tenants = world.companies.map(({ tenantId }) => tenantId);
  const { faults, doubles } = await compareDeliveries(product, world.ledger, world.inDoubt);
  // A robot's message has no id: at most the one of each kill that could hit it.
  if (doubles.robots > world.kills.worker + world.kills.postgres)
    faults.push(`${doubles.robots} robot messages too many`);
  return [...(await findFaults(product, world.ledger, tenants)), ...faults];
}

/** What dead workers left is done too: the companies stand on the last day, and what was to be erased is gone. */
async function lastRound({ product, jobs, companies, doomed, firstDay }: World, rounds: number): Promise<string[]> {
  await jobs.send('erase-organisations');
  await settle(product, jobs, true);
  const faults: string[] = [];
  const today = addDays(civilDate(firstDay), rounds + 1);
  for (const { tenantId } of companies) {
    const { rows } = await product.admin.query<{ day: string }>(
      'select distinct as_of::text as day from app.licence_schedule where tenant_id = $1',
      [tenantId],
    );
    if (rows.length !== 1 || rows[0]?.day !== today)
      faults.push(`${tenantId} stands on ${rows.map(({ day }) => day).join(', ')} instead of ${today}`);
  }
  for (const tenantId of doomed) {
    const left = Object.entries(await rowsOfTenant(product.admin, tenantId));
    if (left.length > 0) faults.push(`erased, but not ${left.map(([table, n]) => `${n} of ${table}`).join(', ')}`);
  }
  const { rows: failed } = await product.admin.query<{ name: string; n: number }>(
    `select name, count(*)::int as n from jobs.job where state = 'failed' and name <> 'send-notices' group by 1`,
  );
  for (const { name, n } of failed) faults.push(`${n} jobs of ${name} were given up`);
  return faults;
}

function messagesTaken({ mails, robots }: CrashProduct): number {
  return mails.received.length + robots.taken.length;
}

async function untilMore(isThere: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !isThere(); i += 1) await sleep(5);
}

interface PlannedKill {
  afterMs: number;
  victim: Victim;
}

function killPlan(random: Random): PlannedKill[] {
  return Array.from({ length: 1 + random.below(2) }, () => ({
    afterMs: 200 + random.below(900),
    victim: random.pick(['worker', 'worker', 'api', 'api', 'postgres'] as const),
  }));
}

async function killSome(world: World, plan: readonly PlannedKill[]): Promise<void> {
  for (const { afterMs, victim } of plan) {
    await sleep(afterMs);
    await kill(world, victim);
  }
}

async function kill({ product, kills, inDoubt }: World, victim: Victim): Promise<void> {
  if (victim === 'postgres') await noteInDoubt(product.admin, inDoubt).catch(() => {});
  if (!product.kill(victim)) return;
  kills[victim] += 1;
  // The server may answer once more while it goes down.
  for (let tries = 0; ; tries += 1) {
    await product.untilReady();
    const isNoted = await noteInDoubt(product.admin, inDoubt).then(
      () => true,
      () => false,
    );
    if (isNoted) return;
    if (tries > 20) throw new Error('the database does not come back');
    await sleep(200);
  }
}

/** A company whose thirty days are over. */
async function makeDoomed({ product, doomed }: World): Promise<string> {
  const [company] = await makeCompanies(product, 1);
  if (company === undefined) throw new Error('no company was made');
  await company.change('facts.answer', { licenceId: null, answers: [{ key: 'employees_count', value: 7 }] });
  doomed.push(company.tenantId);
  return company.tenantId;
}

async function erase({ product, jobs }: World, tenantId: string, afterMs: number): Promise<void> {
  await sleep(afterMs);
  for (let tries = 0; ; tries += 1) {
    try {
      await product.admin.query(
        `with closed as (update authz.org set status = 'closing' where id = $1 returning id)
         insert into authz.erasure (org_id, requested_by, requested_at, erase_after)
         select id, gen_random_uuid(), now() - interval '31 days', now() - interval '1 day' from closed on conflict do nothing`,
        [tenantId],
      );
      await jobs.send('erase-organisations');
      return;
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(200);
    }
  }
}
