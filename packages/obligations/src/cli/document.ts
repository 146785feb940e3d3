import { DocumentError, type LicenceReading, readLicenceDocument } from '../document/index.ts';
import { RULEBOOK } from '../rulebook/index.ts';
import { CommandError } from './command-error.ts';
import { readBytes } from './files.ts';

/** Reads the licence document of a command. @throws {CommandError} when it cannot be read as a licence */
export function readDocument(path: string): LicenceReading {
  const bytes = readBytes(path);
  try {
    return readLicenceDocument(bytes, RULEBOOK);
  } catch (error) {
    if (error instanceof DocumentError) throw new CommandError(`${path}：${error.message} ${error.messageEn}`);
    throw error;
  }
}
