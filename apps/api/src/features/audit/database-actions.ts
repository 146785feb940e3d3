import type { AuditAction } from '../record-audit.ts';

/** Actions that the functions of the database write down themselves, where they change who may do what. */
export const DATABASE_ACTIONS = [
  'api-key.foreign-first-used',
  'api-key.foreign-granted',
  'api-key.foreign-withdrawn',
  'audit.mail-changed',
  'calendar-feed.created',
  'calendar-feed.revoked',
  'client.created',
  'data.erasure-cancelled',
  'data.erasure-requested',
  'data.exported',
  'engagement.begun',
  'engagement.changed',
  'engagement.ended',
  'engagement.people-changed',
  'invitation.created',
  'invitation.revoked',
  'member.joined',
  'member.left',
  'member.removed',
  'member.role-changed',
  'operator.break-glass-ended',
  'operator.break-glass-opened',
  'operator.handed-over',
  'operator.status-changed',
  'organisation.closing',
  'organisation.created',
  'organisation.renamed',
  'organisation.reopened',
  'sandbox.created',
] as const;

/** Every action that can stand in the log: the screens must have words for each. */
export type LoggedAction = AuditAction | (typeof DATABASE_ACTIONS)[number];
