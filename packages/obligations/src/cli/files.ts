import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { CommandError } from './command-error.ts';

/** A document larger than this is refused before it is read. */
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Bytes of a file. @throws {CommandError} naming the file and why it cannot be read */
export function readBytes(path: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new CommandError(`${path} 是文件夹，请给出文件。`);
    if (stat.size > LARGEST_BYTES) {
      throw new CommandError(
        `${path} 有${Math.ceil(stat.size / 1024 / 1024)}MB，超过5MB的上限；许可证文本通常不到1MB，请确认文件。`,
      );
    }
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`无法读取 ${path}：${reasonOf(error)}`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Parsed JSON of a file, null when no path is given. @throws {CommandError} */
export function readJson(path: string | undefined, name: string): unknown {
  if (path === undefined) return null;
  const text = new TextDecoder().decode(readBytes(path));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${name} ${path} 不是有效的 JSON：${(error as Error).message}`);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return '文件不存在。';
  if (code === 'EACCES') return '没有权限。';
  return `${code ?? (error as Error).message}。`;
}
