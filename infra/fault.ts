/**
 * A condition the person at the terminal can mend: its message is one clear line, shown without a stack trace.
 */
export class Fault extends Error {
  override name = 'Fault';
}

/** Ends the process: a fault with its one line, anything else (a mistake of ours) with its stack. */
export function leaveWith(error: unknown): never {
  if (error instanceof Fault) console.error(error.message);
  else console.error(error);
  process.exit(1);
}

/** The system's short reason of a failed file or network operation, such as "EACCES: permission denied". */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/, \w+ '.*$/s, '').replace(/\s*\n\s*/g, ' ');
}
