import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { securityRouter } from './security-router.ts';
import { sessionRouter } from './session-router.ts';
import { annualReportRouter } from '../features/annual-report/router.ts';
import { apiKeysRouter } from '../features/api-keys/router.ts';
import { asKnownRouter } from '../features/as-known/router.ts';
import { auditRouter } from '../features/audit/router.ts';
import { campaignsRouter } from '../features/campaigns/router.ts';
import { backFillRouter } from '../features/back-fill/router.ts';
import { calendarFeedsRouter } from '../features/calendar-feed/router.ts';
import { commentsRouter } from '../features/comments/router.ts';
import { custodyRouter } from '../features/custody/router.ts';
import { engagementsRouter } from '../features/engagements/router.ts';
import { evidenceRouter } from '../features/evidence/router.ts';
import { eventsRouter } from '../features/events/router.ts';
import { factsRouter } from '../features/facts/router.ts';
import { invitationsRouter } from '../features/invitations/router.ts';
import { licencesRouter } from '../features/licences/router.ts';
import { membersRouter } from '../features/members/router.ts';
import { channelsRouter } from '../features/notice-channels/router.ts';
import { noticesRouter, notificationsRouter } from '../features/notifications/router.ts';
import { occurrencesRouter } from '../features/occurrences/router.ts';
import { operatorRouter } from '../features/operator/router.ts';
import { organisationsRouter } from '../features/organisations/router.ts';
import { peopleRouter } from '../features/persons/router.ts';
import { dataExportRouter, dataKeysRouter } from '../features/personal-data/router.ts';
import { portfolioRouter } from '../features/portfolio/router.ts';
import { ownDutiesRouter } from '../features/own-duties/router.ts';
import { ruleChangesRouter } from '../features/rule-changes/router.ts';
import { rosterRouter } from '../features/roster/router.ts';
import { clientRequestsRouter, requestLinkRouter, requestsRouter } from '../features/requests/router.ts';
import { reviewsRouter } from '../features/reviews/router.ts';
import { remindersRouter } from '../features/reminders/router.ts';
import { calendarRouter, rulebookRouter } from '../features/rulebook/router.ts';
import { sandboxRouter } from '../features/sandbox/router.ts';
import { scheduleRouter } from '../features/schedule/router.ts';
import { staffingRouter } from '../features/staffing/router.ts';
import { workflowsRouter } from '../features/workflows/router.ts';
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
  evidence: evidenceRouter,
  comments: commentsRouter,
  reviews: reviewsRouter,
  requests: requestsRouter,
  clientRequests: clientRequestsRouter,
  requestLink: requestLinkRouter,
  calendarFeeds: calendarFeedsRouter,
  custody: custodyRouter,
  backFill: backFillRouter,
  workflows: workflowsRouter,
  annualReport: annualReportRouter,
  campaigns: campaignsRouter,
  schedule: scheduleRouter,
  people: peopleRouter,
  roster: rosterRouter,
  staffing: staffingRouter,
  rulebook: rulebookRouter,
  ownDuties: ownDutiesRouter,
  asKnown: asKnownRouter,
  ruleChanges: ruleChangesRouter,
  calendar: calendarRouter,
  apiKeys: apiKeysRouter,
  notifications: notificationsRouter,
  notices: noticesRouter,
  reminders: remindersRouter,
  channels: channelsRouter,
  audit: auditRouter,
  operator: operatorRouter,
  dataExport: dataExportRouter,
  dataKeys: dataKeysRouter,
  portfolio: portfolioRouter,
  sandbox: sandboxRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type { AppErrorData } from './map-errors.ts';
export type { LoggedAction } from '../features/audit/database-actions.ts';
