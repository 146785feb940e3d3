import type { Access } from '../db/tenant-transaction.ts';
import { forbidden } from '../errors.ts';

/** What somebody may do in an organisation. Row security is the floor under it: a viewer cannot write whatever this says. */
export type Permission =
  | 'licence:write'
  | 'fact:write'
  | 'event:write'
  | 'schedule:regenerate'
  | 'api-key:manage'
  | 'audit:read';

const WRITERS: readonly Access['role'][] = ['owner', 'admin', 'member', 'consultant', 'api-key'];

const ROLES: Readonly<Record<Permission, readonly Access['role'][]>> = {
  'licence:write': WRITERS,
  'fact:write': WRITERS,
  'event:write': WRITERS,
  'schedule:regenerate': [...WRITERS, 'system'],
  'api-key:manage': ['owner', 'admin'],
  'audit:read': ['owner', 'admin', 'consultant'],
};

/** @throws AppError `forbidden` */
export function requirePermission(access: Access, permission: Permission): void {
  if (!ROLES[permission].includes(access.role)) throw forbidden();
}
