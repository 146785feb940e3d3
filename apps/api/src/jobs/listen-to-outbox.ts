import { listen } from '../db/listen.ts';
import type { WorkerServices } from './worker-services.ts';

/** Work is looked for this often even when no notice came. */
const BACKSTOP_MS = 30_000;
/** And so soon after it could not be done. */
const RETRY_MS = 2_000;

/**
 * Calls `dispatch` whenever a transaction has left work: one call at a time, and again after a call during which more
 * came.
 * @returns ends listening, after the running call
 */
export async function listenToOutbox(
  services: WorkerServices,
  dispatch: () => Promise<void>,
  channel = 'zq_outbox',
): Promise<() => Promise<void>> {
  const { databaseUrl: url, logger } = services;
  let stopped = false;
  let woken = false;
  let running: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    while (woken && !stopped) {
      woken = false;
      try {
        await dispatch();
      } catch (error) {
        logger.warn({ channel, err: error }, 'work left by transactions could not be done; trying again');
        retry = setTimeout(wake, RETRY_MS);
      }
    }
    running = undefined;
  };
  const wake = (): void => {
    woken = true;
    running ??= run();
  };

  const unlisten = await listen({ url, channel, onNotice: wake });
  const backstop = setInterval(wake, BACKSTOP_MS);
  return async () => {
    stopped = true;
    clearInterval(backstop);
    await unlisten();
    await running;
    clearTimeout(retry);
  };
}
