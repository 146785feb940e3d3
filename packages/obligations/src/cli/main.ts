import { writeSync } from 'node:fs';
import { type Arguments, readArguments } from './arguments.ts';
import { CommandError } from './command-error.ts';
import type { CommandResult } from './output.ts';
import { USAGE } from './usage.ts';

/** Each command is loaded only when it is asked for, so that small ones start fast. */
const COMMANDS: Readonly<Record<string, (args: Arguments) => Promise<CommandResult>>> = {
  read: async (args) => (await import('./commands/read.ts')).readCommand(args),
  schedule: async (args) => (await import('./commands/schedule.ts')).scheduleCommand(args),
  deadline: async (args) => (await import('./commands/deadline.ts')).deadlineCommand(args),
  number: async (args) => (await import('./commands/number.ts')).numberCommand(args),
  uscc: async (args) => (await import('./commands/credit-code.ts')).creditCodeCommand(args),
  staffing: async (args) => (await import('./commands/staffing.ts')).staffingCommand(args),
  rulebook: async (args) => (await import('./commands/rulebook.ts')).rulebookCommand(args),
};

/** Exit code for an input that cannot be used. */
const BAD_INPUT = 2;

/** Runs one command line. Returns the exit code; writes the result to `out` and one clear line to `err`. */
export async function run(
  argv: readonly string[],
  out: (text: string) => void,
  err: (text: string) => void,
): Promise<number> {
  try {
    const args = readArguments(argv);
    if (args.command === undefined || args.command === 'help') {
      out(USAGE);
      return args.command === undefined ? BAD_INPUT : 0;
    }
    const command = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined;
    if (command === undefined) throw new CommandError(`没有“${args.command}”这个命令。用 help 查看用法。`);
    const result = await command(args);
    out(args.json ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.text(args.lang).trim()}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    err(`${oneLine(error.message)}\n`);
    return BAD_INPUT;
  }
}

function oneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ');
}

/** Writes all of a text even when the reader is slow; a reader that left early is no error. */
function writeTo(descriptor: number): (text: string) => void {
  return (text) => {
    const bytes = new TextEncoder().encode(text);
    let offset = 0;
    while (offset < bytes.length) {
      try {
        offset += writeSync(descriptor, bytes, offset);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') return;
        if (code !== 'EAGAIN') throw error;
      }
    }
  };
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), writeTo(1), writeTo(2));
