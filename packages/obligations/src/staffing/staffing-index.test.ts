import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { staffingIndex } from '../../scripts/staffing-index.ts';

it('docs/staffing.md is what the checks give (node packages/obligations/scripts/generate-staffing-index.ts)', () => {
  const committed = readFileSync(new URL('../../../../docs/staffing.md', import.meta.url), 'utf8');
  expect(committed).toBe(staffingIndex());
});
