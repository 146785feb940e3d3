import { PgBoss } from 'pg-boss';

/** Puts jobs into the store as the product's own timetable does, without looking after any. */
export interface JobSender {
  send(queue: string, startAfter?: Date): Promise<void>;
  stop(): Promise<void>;
}

export async function openJobSender(jobsUrl: string): Promise<JobSender> {
  const boss = new PgBoss({
    connectionString: jobsUrl,
    schema: 'jobs',
    createSchema: false,
    migrate: false,
    supervise: false,
    schedule: false,
    max: 1,
  });
  boss.on('error', () => {});
  await boss.start();
  return {
    async send(queue, startAfter) {
      await boss.send(queue, {}, startAfter === undefined ? {} : { startAfter });
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
