export { type DecodedDocument, decodeDocument, MAX_DOCUMENT_BYTES } from './decode.ts';
export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { refOfKey } from './match-provisions.ts';
export { Deviation, FieldName, LicenceReading, Provision } from './model.ts';
export type { DutyIndex } from './read-annex.ts';
export { readLicenceDocument } from './read-licence.ts';
