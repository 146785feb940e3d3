import { router } from '../../trpc/init.ts';
import { dangerousMutation, tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { changeChannel, disableChannel, enableChannel, removeChannel, setAddress } from './change-channel.ts';
import { createChannel } from './create-channel.ts';
import { listChannels } from './list-channels.ts';
import * as s from './schemas.ts';
import { testChannel } from './test-channel.ts';

export const channelsRouter = router({
  list: tenantQuery(s.ListChannelsInput, s.ChannelList, listChannels),
  create: dangerousMutation(s.CreateChannelInput, s.ChannelOutput, createChannel),
  setAddress: dangerousMutation(s.SetAddressInput, s.ChannelOutput, setAddress),
  change: tenantMutation(s.ChangeChannelInput, s.ChannelOutput, changeChannel),
  test: tenantMutation(s.ChannelInput, s.ChannelTested, testChannel),
  disable: tenantMutation(s.ChannelInput, s.ChannelOutput, disableChannel),
  enable: dangerousMutation(s.ChannelInput, s.ChannelOutput, enableChannel),
  remove: tenantMutation(s.ChannelInput, s.ChannelRemoved, removeChannel),
});
