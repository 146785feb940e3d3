import type { Logger } from './logger.ts';

/** Resolves when the process is told to stop, or when the one that started it is gone. */
export async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}

/**
 * Ends the process on an error that nobody caught: its state is unknown, and whoever started it starts another. Node's
 * own report would print the message, which may hold parameters of a query.
 */
export function endOnUncaughtErrors(logger: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    logger.fatal({ err: error }, 'uncaught error');
    process.exit(1);
  });
}
