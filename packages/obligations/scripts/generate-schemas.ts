import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedFiles } from './published-schemas.ts';

/** Writes the JSON Schemas of the command line and their examples to docs/schemas. A test checks for drift. */
const target = path.join(import.meta.dirname, '../../../docs/schemas');
mkdirSync(target, { recursive: true });
for (const [name, content] of Object.entries(await publishedFiles())) writeFileSync(path.join(target, name), content);
