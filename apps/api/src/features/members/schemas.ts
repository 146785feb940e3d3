import { z } from 'zod';
import { UserId } from '../../db/ids.ts';

export const Role = z.enum(['owner', 'admin', 'member', 'viewer']);
export const ListMembersInput = z.strictObject({});
export const MemberList = z.strictObject({
  items: z.array(
    z.strictObject({
      userId: z.string(),
      name: z.string(),
      /** Only for owners and admins, and one's own. */
      email: z.string().nullable(),
      role: Role,
      since: z.string(),
      you: z.boolean(),
    }),
  ),
  mayManage: z.boolean(),
});
export const ChangeRoleInput = z.strictObject({ userId: UserId, role: Role });
export const RemoveMemberInput = z.strictObject({ userId: UserId });
export const Done = z.strictObject({ ok: z.literal(true) });
export type Done = z.infer<typeof Done>;
