import { companyRoutes } from '../features/companies/routes.ts';
import { eventRoutes } from '../features/events/routes.ts';
import { factRoutes } from '../features/facts/routes.ts';
import { licenceRoutes } from '../features/licences/routes.ts';
import { occurrenceRoutes } from '../features/occurrences/routes.ts';
import { sandboxRoutes } from '../features/sandbox/routes.ts';
import type { Operation } from './operation.ts';

/** Every operation of the REST interface. */
export const operations: readonly Operation[] = [
  ...companyRoutes,
  ...licenceRoutes,
  ...factRoutes,
  ...eventRoutes,
  ...occurrenceRoutes,
  ...sandboxRoutes,
];
