import type pg from 'pg';
import type { Pool } from '../db/pool.ts';
import type { WorkerServices } from '../jobs/worker-services.ts';

/** How a worker died. */
class Killed extends Error {}

/**
 * A worker that dies at the given step, as by kill -9: from then on nothing it does reaches the database or the world,
 * not even a rollback. A step is a statement or a mail, and the mail counts twice: before it leaves and after.
 */
export function mortalWorker(
  services: WorkerServices,
  steps: number,
): { worker: WorkerServices; isDead: () => boolean } {
  let left = steps;
  const step = (): void => {
    left -= 1;
    if (left < 0) throw new Killed('killed');
  };
  const mortal = <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      step();
    } catch (error) {
      return Promise.reject(error);
    }
    return work();
  };
  const clientOf = (client: pg.PoolClient): pg.PoolClient =>
    new Proxy(client, {
      get: (target, key) => {
        if (key === 'query')
          return (...args: unknown[]) => mortal(() => Reflect.apply(target.query, target, args) as Promise<unknown>);
        // Whoever is dead leaves its connection to be cut.
        if (key === 'release') return () => target.release(left < 0);
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const pool = new Proxy(services.pool, {
    get: (target, key) => {
      if (key === 'query')
        return (...args: unknown[]) => mortal(() => Reflect.apply(target.query, target, args) as Promise<unknown>);
      if (key === 'connect') return async () => clientOf(await mortal(() => target.connect()));
      return Reflect.get(target, key) as unknown;
    },
  }) as Pool;
  const { carrier } = services.outgoing;
  return {
    worker: {
      ...services,
      rules: services.rules,
      pool,
      outgoing: {
        ...services.outgoing,
        carrier: carrier && {
          ...carrier,
          carry: async (id, mail) => {
            step();
            const how = await carrier.carry(id, mail);
            step();
            return how;
          },
        },
      },
    },
    isDead: () => left < 0,
  };
}
