import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { securityRouter } from './security-router.ts';
import { sessionRouter } from './session-router.ts';
import { apiKeysRouter } from '../features/api-keys/router.ts';
import { auditRouter } from '../features/audit/router.ts';
import { engagementsRouter } from '../features/engagements/router.ts';
import { eventsRouter } from '../features/events/router.ts';
import { factsRouter } from '../features/facts/router.ts';
import { invitationsRouter } from '../features/invitations/router.ts';
import { licencesRouter } from '../features/licences/router.ts';
import { membersRouter } from '../features/members/router.ts';
import { occurrencesRouter } from '../features/occurrences/router.ts';
import { operatorRouter } from '../features/operator/router.ts';
import { organisationsRouter } from '../features/organisations/router.ts';
import { dataExportRouter } from '../features/personal-data/router.ts';
import { portfolioRouter } from '../features/portfolio/router.ts';
import { calendarRouter, rulebookRouter } from '../features/rulebook/router.ts';
import { sandboxRouter } from '../features/sandbox/router.ts';
import { scheduleRouter } from '../features/schedule/router.ts';
import { accountRouter } from './account-router.ts';
import { router } from './init.ts';

/** Every procedure of the screens. */
export const appRouter = router({
  account: accountRouter,
  organisations: organisationsRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  engagements: engagementsRouter,
  session: sessionRouter,
  security: securityRouter,
  licences: licencesRouter,
  facts: factsRouter,
  events: eventsRouter,
  occurrences: occurrencesRouter,
  schedule: scheduleRouter,
  rulebook: rulebookRouter,
  calendar: calendarRouter,
  apiKeys: apiKeysRouter,
  audit: auditRouter,
  operator: operatorRouter,
  dataExport: dataExportRouter,
  portfolio: portfolioRouter,
  sandbox: sandboxRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type { AppErrorData } from './map-errors.ts';
export type { LoggedAction } from '../features/audit/database-actions.ts';
