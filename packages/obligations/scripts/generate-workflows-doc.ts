import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { workflowsDoc } from './workflows-doc.ts';

/** Writes docs/workflows.md. A test checks for drift. */
writeFileSync(path.join(import.meta.dirname, '../../../docs/workflows.md'), workflowsDoc());
