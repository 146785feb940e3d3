/** Roles of members, the strongest first. */
export const ROLES = ['owner', 'admin', 'member', 'viewer'] as const;
