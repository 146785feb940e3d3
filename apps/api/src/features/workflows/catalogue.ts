import { WORKFLOWS, WORKFLOWS_VERSION } from '@zhengqi/obligations';
import type { z } from 'zod';
import { Catalogue } from './schemas.ts';

/** The tables of all kinds of work, for forms and explanations. The same for all companies. */
export function workflowCatalogue(): z.infer<typeof Catalogue> {
  return Catalogue.parse(JSON.parse(JSON.stringify({ version: WORKFLOWS_VERSION, items: WORKFLOWS })));
}
