import { asKnownRoutes } from '../features/as-known/routes.ts';
import { campaignRoutes } from '../features/campaigns/routes.ts';
import { companyRoutes } from '../features/companies/routes.ts';
import { eventRoutes } from '../features/events/routes.ts';
import { evidenceRoutes } from '../features/evidence/routes.ts';
import { factRoutes } from '../features/facts/routes.ts';
import { fileRoutes } from '../features/files/routes.ts';
import { licenceRoutes } from '../features/licences/routes.ts';
import { occurrenceRoutes } from '../features/occurrences/routes.ts';
import { ownDutyRoutes } from '../features/own-duties/routes.ts';
import { peopleRoutes } from '../features/persons/routes.ts';
import { ruleRoutes } from '../features/rule-changes/routes.ts';
import { rosterRoutes } from '../features/roster/routes.ts';
import { staffingRoutes } from '../features/staffing/routes.ts';
import { workRoutes } from '../features/item-work/routes.ts';
import { workflowRoutes } from '../features/workflows/routes.ts';
import { sandboxRoutes } from '../features/sandbox/routes.ts';
import type { Operation } from './operation.ts';

/** Every operation of the REST interface. */
export const operations: readonly Operation[] = [
  ...companyRoutes,
  ...licenceRoutes,
  ...factRoutes,
  ...eventRoutes,
  ...peopleRoutes,
  ...rosterRoutes,
  ...staffingRoutes,
  ...occurrenceRoutes,
  ...workRoutes,
  ...evidenceRoutes,
  ...workflowRoutes,
  ...campaignRoutes,
  ...ruleRoutes,
  ...ownDutyRoutes,
  ...asKnownRoutes,
  ...fileRoutes,
  ...sandboxRoutes,
];
