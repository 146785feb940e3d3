import { createHash } from 'node:crypto';
import {
  type DecodedDocument,
  DocumentError,
  decodeDocument,
  type LicenceReading,
  type Rulebook,
  readLicenceDocument,
} from '@zhengqi/obligations';
import { AppError, invalidField } from '../../errors.ts';
import type { DocumentInput } from './schemas.ts';

/** A document as it came and as it was read. */
export interface ReadDocument {
  fileName: string | null;
  /** Null for pasted text. */
  original: Uint8Array | null;
  text: string;
  encoding: DecodedDocument['encoding'];
  sha256: string;
  sizeBytes: number;
  reading: LicenceReading;
}

/**
 * Reads a licence document. Pure but for the hash.
 * @throws AppError `invalid-input` at `document` when it cannot be read as one licence, saying what it looks like and
 * what to do; `payload-too-large`
 */
export function readDocument(input: DocumentInput, rulebook: Rulebook): ReadDocument {
  const original = input.kind === 'file' ? Buffer.from(input.base64, 'base64') : null;
  const content = input.kind === 'file' ? (original ?? '') : input.text;
  const bytes = Buffer.from(content);
  try {
    const { text, encoding } = decodeDocument(content);
    return {
      fileName: input.kind === 'file' ? input.fileName : null,
      original,
      text,
      encoding,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      reading: readLicenceDocument(content, rulebook),
    };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const text = { zh: error.message, en: error.messageEn };
    if (error.code === 'document-too-large') {
      throw new AppError('payload-too-large', text, { fields: [{ path: 'document', message: text }] });
    }
    throw invalidField('document', text.zh, text.en);
  }
}
