import type pg from 'pg';

/** Looks on from outside at jobs whose worker was killed. */
export interface JobWatch {
  /** For each, how many seconds it took until another worker had it. */
  recoveries: Recovery[];
  /** Stops, and gives the seconds that those have waited which nobody has taken up yet. */
  stop(): Promise<Recovery[]>;
}

export interface Recovery {
  queue: string;
  seconds: number;
}

interface ActiveJob {
  key: string;
  name: string;
  startedOn: string;
  state: string;
  still: number;
}

const EVERY_MS = 500;
/** A worker tells of its jobs every five seconds. */
const ALIVE_SECONDS = 8;

export function watchJobs(admin: pg.Pool): JobWatch {
  const recoveries: Recovery[] = [];
  /** Those that lie still, with the moment from which they do and the start they had then. */
  const abandoned = new Map<string, { from: number; startedOn: string; queue: string }>();
  let stopped = false;
  const look = async () => {
    const { rows } = await admin.query<ActiveJob>(
      `select id::text as key, name, started_on::text as "startedOn", state::text,
              extract(epoch from clock_timestamp() - coalesce(heartbeat_on, started_on))::float8 as still
         from jobs.job where state = 'active' or id = any ($1)`,
      [[...abandoned.keys()]],
    );
    for (const { key, name, startedOn, state, still } of rows) {
      const known = abandoned.get(key);
      if (known === undefined) {
        if (state === 'active' && still > ALIVE_SECONDS)
          abandoned.set(key, { from: performance.now() - still * 1000, startedOn, queue: name });
        continue;
      }
      // Of what runs every minute the next one takes over.
      const isOver = state === 'completed' || state === 'failed' || (name === 'send-notices' && state !== 'active');
      if (!isOver && startedOn === known.startedOn) continue;
      recoveries.push({ queue: name, seconds: (performance.now() - known.from) / 1000 });
      abandoned.delete(key);
    }
  };
  const watching = (async () => {
    while (!stopped) {
      await look().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    recoveries,
    async stop() {
      stopped = true;
      await watching;
      return [...abandoned.values()].map(({ from, queue }) => ({ queue, seconds: (performance.now() - from) / 1000 }));
    },
  };
}
