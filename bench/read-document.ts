import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLicenceDocument, RULEBOOK } from '@zhengqi/obligations';
import { type Figure, median, rounded, seconds } from './measure.ts';

const SAMPLE = path.join(import.meta.dirname, '../samples/information-services.txt');
const LIMIT_MS = 5;

/** Median time to read one licence document, bytes to provisions. */
export function readDocumentBench(): Figure[] {
  const bytes = readFileSync(SAMPLE);
  const times = Array.from({ length: 120 }, () => seconds(() => readLicenceDocument(bytes, RULEBOOK)) * 1000).slice(20);
  const value = median(times);
  return [
    { name: 'read-document-ms', value: rounded(value), unit: 'ms', target: `< ${LIMIT_MS}`, holds: value < LIMIT_MS },
  ];
}
