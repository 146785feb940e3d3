import { router } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { changeEngagement } from './change-engagement.ts';
import { createClient } from './create-client.ts';
import { endEngagement } from './end-engagement.ts';
import { inviteConsultancy } from './invite-consultancy.ts';
import { offerTransfer } from './offer-transfer.ts';
import { listEngagements } from './queries.ts';
import * as s from './schemas.ts';
import { setPeople } from './set-people.ts';

export const engagementsRouter = router({
  list: tenantQuery(s.ListEngagementsInput, s.EngagementList, listEngagements),
  invite: dangerousMutation(s.InviteConsultancyInput, s.OfferSent, inviteConsultancy),
  transfer: dangerousMutation(s.OfferTransferInput, s.OfferSent, offerTransfer),
  createClient: tenantMutation(s.CreateClientInput, s.CreateClientOutput, createClient),
  setPeople: dangerousMutation(s.SetPeopleInput, s.Done, setPeople),
  change: dangerousMutation(s.ChangeEngagementInput, s.Done, changeEngagement),
  end: tenantMutation(s.EndEngagementInput, s.Done, endEngagement),
});
