import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulebookIndex } from '../../scripts/rulebook-index.ts';

it('docs/rulebook.md is what the rulebook gives (node packages/obligations/scripts/generate-rulebook-index.ts)', async () => {
  const committed = readFileSync(new URL('../../../../docs/rulebook.md', import.meta.url), 'utf8');
  expect(committed).toBe(await rulebookIndex());
});
