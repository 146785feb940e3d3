import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workflowsDoc } from '../../scripts/workflows-doc.ts';

it('docs/workflows.md is what the tables give (node packages/obligations/scripts/generate-workflows-doc.ts)', () => {
  const committed = readFileSync(new URL('../../../../docs/workflows.md', import.meta.url), 'utf8');
  expect(committed).toBe(workflowsDoc());
});
