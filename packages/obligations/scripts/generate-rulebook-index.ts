import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rulebookIndex } from './rulebook-index.ts';

/** Writes docs/rulebook.md. A test checks for drift. */
writeFileSync(path.join(import.meta.dirname, '../../../docs/rulebook.md'), await rulebookIndex());
