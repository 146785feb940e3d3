import { z } from 'zod';
import { router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { changeRole } from './change-role.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { listMembers } from './queries.ts';
import { removeMember } from './remove-member.ts';
import * as s from './schemas.ts';

export const membersRouter = router({
  list: tenantQuery(s.ListMembersInput, s.MemberList, listMembers),
  changeRole: dangerousMutation(s.ChangeRoleInput, s.Done, changeRole),
  remove: tenantMutation(s.RemoveMemberInput, s.Done, removeMember),
  // Its use case turns the id into a uuid, so that the text goes on as it came.
  leave: sessionProcedure
    .input(z.strictObject({ organisationId: z.string().max(100) }))
    .output(s.Done)
    .mutation(({ ctx, input }) => leaveOrganisation(ctx, input)),
});
