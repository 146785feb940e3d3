import { z } from 'zod';
import { ChannelId } from '../../db/ids.ts';
import { MailLanguage } from '../../mail/templates.ts';
import { RobotKind } from '../../robots/model.ts';
import { NoticeKind, ROBOT_KINDS } from '../notifications/kinds.ts';

const Name = z.string().trim().min(1).max(60);
const Url = z.string().trim().min(10).max(500);
const Secret = z.string().trim().min(6).max(200);
const Kinds = z.array(NoticeKind).max(NoticeKind.options.length);
const Version = z.int().min(1);

/** A robot as it may be shown: its address and secret never leave the product. */
export const ChannelView = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: RobotKind,
  name: z.string(),
  display: z.string(),
  hasSecret: z.boolean(),
  language: MailLanguage,
  kinds: z.array(NoticeKind),
  state: z.enum(['ok', 'disabled']),
  lastError: z.strictObject({ code: z.string(), text: z.string(), at: z.string() }).nullable(),
  lastSentAt: z.string().nullable(),
  createdAt: z.string(),
});
export type ChannelView = z.infer<typeof ChannelView>;

export const ListChannelsInput = z.strictObject({});
export const ChannelList = z.strictObject({ items: z.array(ChannelView), mayManage: z.boolean() });

export const CreateChannelInput = z.strictObject({
  kind: RobotKind,
  name: Name,
  url: Url,
  secret: Secret.nullish(),
  language: MailLanguage.default('zh'),
  kinds: Kinds.default([...ROBOT_KINDS]),
});
export const SetAddressInput = z.strictObject({
  channelId: ChannelId,
  version: Version,
  url: Url,
  secret: Secret.nullish(),
});
export const ChangeChannelInput = z.strictObject({
  channelId: ChannelId,
  version: Version,
  name: Name,
  language: MailLanguage,
  kinds: Kinds,
});
export const ChannelInput = z.strictObject({ channelId: ChannelId });
export const ChannelOutput = z.strictObject({ channel: ChannelView });
export const ChannelRemoved = z.strictObject({ ok: z.literal(true) });
export const ChannelTested = z.strictObject({
  ok: z.boolean(),
  /** Code and words of the vendor. */
  code: z.string().nullable(),
  text: z.string(),
});
