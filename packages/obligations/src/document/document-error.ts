import type { FindingPlace } from '../text/finding.ts';
import type { z } from 'zod';

/** Why a document was refused as a whole. Stable: callers may depend on it. */
export type DocumentErrorCode =
  | 'empty-document'
  | 'document-too-large'
  | 'binary-document'
  | 'undecodable-document'
  | 'two-licences'
  | 'business-licence'
  | 'filing-certificate'
  | 'basic-telecom-licence'
  | 'nothing-recognised';

/**
 * A document that cannot be read as one value-added telecom licence. `message` (Chinese) and `messageEn` say what it looks
 * like and what to do, fit to be shown; `at` points into the decoded text where that was seen.
 */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  readonly messageEn: string;
  readonly at: z.infer<typeof FindingPlace> | null;

  constructor(
    code: DocumentErrorCode,
    message: string,
    messageEn: string,
    at: z.infer<typeof FindingPlace> | null = null,
  ) {
    super(message);
    this.name = 'DocumentError';
    this.code = code;
    this.messageEn = messageEn;
    this.at = at;
  }
}
