/** What a starting product may ask of the process it lives in. */
export interface Surroundings {
  say: (line: string) => void;
  /** Registers what must be undone when the product stops, last in first out. */
  onStop: (undo: () => Promise<void>) => void;
  /** Stops the product because of something it cannot live without. */
  giveUp: (error: unknown) => void;
  /** Aborted as soon as the product must stop, also in the middle of its start. */
  stopping: AbortSignal;
}

/**
 * Runs a start function and keeps the process until a signal comes, the process that started it is gone, or it gives
 * up; then undoes everything in reverse order and leaves.
 * @throws what the start function throws, after undoing
 */
export async function untilStopped(start: (around: Surroundings) => Promise<void>): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const undoAll = async () => {
    for (let next = undo.pop(); next; next = undo.pop()) await next();
  };
  const stopping = new AbortController();
  const stopped = Promise.withResolvers<unknown>();
  const stop = (error?: unknown) => {
    stopping.abort();
    stopped.resolve(error);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
  process.on('disconnect', () => stop());

  const say = (line: string) => console.log(line);
  const starting = start({ say, onStop: (step) => undo.push(step), giveUp: stop, stopping: stopping.signal });
  // A failed start ends the process as well, with its own error.
  starting.catch(stop);
  const error = await stopped.promise;
  if (!error) say('stopping ...');
  await undoAll();
  // Told to stop in the middle of starting: what came up meanwhile is undone too.
  await starting.catch(() => {});
  await undoAll();
  if (error) throw error;
  process.exit(0);
}
