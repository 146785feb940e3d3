import type { Access } from '../db/tenant-transaction.ts';
import { forbidden } from '../errors.ts';

/** What somebody may do in an organisation. Row security is the floor under it: a viewer cannot write whatever this says. */
export type Permission =
  | 'licence:write'
  | 'fact:write'
  | 'event:write'
  | 'schedule:regenerate'
  | 'person:write'
  | 'person:reveal'
  | 'person:hand-over'
  | 'staffing:set'
  | 'data-key:rotate'
  | 'item:work'
  | 'item:sign'
  | 'item:waive'
  | 'workflow:work'
  | 'review:set'
  | 'rule:set'
  | 'rule:roll-out'
  | 'reminder:manage'
  | 'request:ask'
  | 'request:answer'
  | 'request:share'
  | 'custody:write'
  | 'channel:manage'
  | 'api-key:manage'
  | 'audit:read';

const WRITERS: readonly Access['role'][] = ['owner', 'admin', 'member', 'consultant', 'api-key'];

const ROLES: Readonly<Record<Permission, readonly Access['role'][]>> = {
  'licence:write': WRITERS,
  'fact:write': WRITERS,
  'event:write': WRITERS,
  'schedule:regenerate': [...WRITERS, 'system'],
  'person:write': WRITERS,
  // Numbers in full, and all of a person at once or for ever: people only, and few of them.
  'person:reveal': ['owner', 'admin', 'consultant'],
  'person:hand-over': ['owner', 'admin'],
  'staffing:set': ['owner', 'admin', 'consultant'],
  'data-key:rotate': ['owner', 'admin'],
  'item:work': WRITERS,
  // Signing, asking for a waiver and saying that something was missed: people only.
  'item:sign': ['owner', 'admin', 'member', 'consultant'],
  'item:waive': ['owner', 'admin', 'consultant'],
  'workflow:work': WRITERS,
  'review:set': ['owner', 'admin', 'consultant'],
  // What a company goes by. A key may bring duties of its ERP; which release counts, people decide.
  'rule:set': ['owner', 'admin', 'consultant', 'api-key'],
  // Of a consultancy its people too: in each client the database and the line above decide anew.
  'rule:roll-out': ['owner', 'admin', 'member', 'consultant'],
  'request:ask': WRITERS,
  // A link is the right to answer one request; a program has nothing to say for the company.
  'request:answer': ['owner', 'admin', 'member', 'consultant', 'link'],
  // A link lets somebody in who has no account: people only.
  'request:share': ['owner', 'admin', 'member', 'consultant'],
  'custody:write': WRITERS,
  'reminder:manage': ['owner', 'admin', 'consultant'],
  // Whoever is in the group reads along.
  'channel:manage': ['owner', 'admin'],
  'api-key:manage': ['owner', 'admin'],
  'audit:read': ['owner', 'admin', 'consultant'],
};

/** Whether somebody's role allows something; their level is the database's to decide. */
export function isPermitted(access: Access, permission: Permission): boolean {
  return ROLES[permission].includes(access.role);
}

/** @throws AppError `forbidden` */
export function requirePermission(access: Access, permission: Permission): void {
  if (!isPermitted(access, permission)) throw forbidden();
}
