import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { staffingIndex } from './staffing-index.ts';

/** Writes docs/staffing.md. A test checks for drift. */
writeFileSync(path.join(import.meta.dirname, '../../../docs/staffing.md'), staffingIndex());
