import { publicProcedure, router, sessionProcedure } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { listInvitations } from './queries.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import * as s from './schemas.ts';
import { showInvitation } from './show-invitation.ts';

export const invitationsRouter = router({
  list: tenantQuery(s.ListInvitationsInput, s.InvitationList, listInvitations),
  create: dangerousMutation(s.InviteMemberInput, s.InvitationSent, inviteMember),
  revoke: tenantMutation(s.RevokeInvitationInput, s.Done, revokeInvitation),
  // A mutation although it changes nothing: the token must not stand in an address.
  show: publicProcedure
    .input(s.ShowInvitationInput)
    .output(s.InvitationView)
    .mutation(({ ctx, input }) => showInvitation(ctx, input)),
  accept: sessionProcedure
    .input(s.AcceptInvitationInput)
    .output(s.AcceptInvitationOutput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
