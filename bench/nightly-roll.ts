import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type CivilDate, civilDateOf, PRC_CALENDAR, RULEBOOK } from '@zhengqi/obligations';
import pg from 'pg';
import { CurrentRules } from '../apps/api/src/db/current-rules.ts';
import { openPool } from '../apps/api/src/db/pool.ts';
import { startBoss } from '../apps/api/src/jobs/boss.ts';
import { regenerateCompany } from '../apps/api/src/jobs/regenerate-company.ts';
import type { WorkerServices } from '../apps/api/src/jobs/worker-services.ts';
import { createLogger } from '../apps/api/src/logger.ts';
import { openOutbound } from '../apps/api/src/outbound/post-json.ts';
import { type DurableDatabase, startDurableDatabase } from '../infra/testing/durable-database.ts';
import { type Figure, rounded } from './measure.ts';
import { fillLicensedCompanies } from './licensed-companies.ts';

const COMPANIES = Number(process.env['BENCH_COMPANIES'] ?? 2000);
const LICENCES = 5;
const LIMIT_SECONDS = 60;
const GIVE_UP_MS = 600_000;
const AT_A_TIME = 4;
const NO_ROBOTS = openOutbound({ scheme: 'https:', ports: [443], hosts: [], isAllowedAddress: () => false });

/**
 * The night of 2,000 companies with five licences each, by one worker process on a server that writes to the disk: from
 * the start of the process until every company stands on today and all its people are told. The days before were
 * counted by the same jobs.
 */
export async function nightlyRollBench(): Promise<Figure[]> {
  const database = await startDurableDatabase('roll');
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on('error', () => {});
  try {
    const today = civilDateOf(new Date().toISOString());
    const tenants = await fillLicensedCompanies(admin, COMPANIES, LICENCES, today);
    const before = performance.now();
    await countYesterday(database, tenants, addDays(today, -1));
    const first = (performance.now() - before) / 1000;
    await admin.query('vacuum analyze');
    const { seconds, processorSeconds } = await timedNight(database, admin, tenants.length);
    const { rows } = await admin.query<{ items: number }>('select count(*)::int as items from app.occurrence');
    return [
      {
        name: 'nightly-roll-s',
        value: rounded(seconds),
        unit: 's',
        target: `< ${LIMIT_SECONDS}`,
        holds: seconds < LIMIT_SECONDS,
      },
      { name: 'nightly-roll-worker-cpu-s', value: rounded(processorSeconds), unit: 's', target: '—', holds: null },
      { name: 'first-count-s', value: rounded(first), unit: 's', target: '—', holds: null },
      { name: 'nightly-roll-items', value: rows[0]?.items ?? 0, unit: 'items', target: '—', holds: null },
    ];
  } finally {
    await admin.end();
    await database.stop();
  }
}

/** Everything is new: thousands of items of each company are written and told. */
async function countYesterday(database: DurableDatabase, tenants: readonly string[], day: CivilDate): Promise<void> {
  const logger = createLogger({ name: 'bench', level: 'silent' });
  const pool = openPool({ url: database.workerUrl, name: 'bench', max: AT_A_TIME, onError: () => {} });
  const boss = await startBoss({ url: database.jobsUrl, logger });
  const currentRules = new CurrentRules({ rulebook: RULEBOOK, calendar: PRC_CALENDAR }, pool);
  const services: WorkerServices = {
    clock: () => new Date(`${day}T00:05:00+08:00`),
    newId: randomUUID,
    logger,
    pool,
    databaseUrl: database.workerUrl,
    rules: currentRules.now,
    currentRules,
    dataFolder: null,
    sealingKey: null,
    outgoing: { carrier: null, robots: NO_ROBOTS, publicUrl: 'http://localhost:3000' },
  };
  const waiting = [...tenants];
  const work = async () => {
    for (let tenantId = waiting.pop(); tenantId; tenantId = waiting.pop()) {
      const payload = { reason: 'nightly', asOf: day };
      await regenerateCompany(boss, services, randomUUID(), { tenantId, actorId: null, payload });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } finally {
    await boss.stop({ graceful: false });
    await pool.end();
  }
}

interface Night {
  seconds: number;
  /** Of the worker alone: what it takes on a machine that others use too. */
  processorSeconds: number;
}

/** The worker as it is started in earnest; it rolls the day at once. */
async function timedNight(database: DurableDatabase, admin: pg.Pool, companies: number): Promise<Night> {
  const begin = performance.now();
  const worker = fork(path.join(import.meta.dirname, '../apps/api/src/worker.ts'), {
    env: {
      ...process.env,
      DATABASE_URL: database.workerUrl,
      JOBS_DATABASE_URL: database.jobsUrl,
      LOG_LEVEL: 'warn',
    },
    execArgv: process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(worker, 'exit');
  try {
    while (!(await isOver(admin, companies))) {
      if (worker.exitCode !== null) throw new Error('the worker ended before the night was over');
      if (performance.now() - begin > GIVE_UP_MS) throw new Error('the night was not over within ten minutes');
      await sleep(250);
    }
    return { seconds: (performance.now() - begin) / 1000, processorSeconds: processorSecondsOf(worker.pid ?? 0) };
  } finally {
    worker.kill('SIGTERM');
    await gone;
  }
}

/** Every company has its job of the night, and none is left to do or has failed. */
async function isOver(admin: pg.Pool, companies: number): Promise<boolean> {
  const { rows } = await admin.query<{ state: string; n: number }>(
    `select state, count(*)::int as n from jobs.job where name = 'regenerate-schedule' group by 1`,
  );
  const countOf = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  if (countOf('failed') + countOf('retry') > 0) throw new Error('a company could not be counted');
  return countOf('completed') === companies && rows.length === 1;
}

/** Time in the program and in the system, which Linux counts in hundredths of a second. */
function processorSecondsOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
