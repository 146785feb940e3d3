import { z } from 'zod';

/** Prefixes of the ids that leave the program. Inside it and in the tables an id is a uuid. */
const PREFIXES = {
  organisation: 'org',
  user: 'usr',
  licence: 'lic',
  document: 'doc',
  occurrence: 'occ',
  event: 'evt',
  fact: 'fct',
  run: 'run',
  session: 'ses',
  apiKey: 'key',
  invitation: 'inv',
  engagement: 'eng',
  audit: 'aud',
  breakGlass: 'brk',
  person: 'per',
  phone: 'tel',
  rosterRecord: 'ros',
  file: 'fil',
  evidence: 'evi',
  comment: 'cmt',
  waiver: 'wvr',
  statement: 'stm',
  notice: 'ntc',
  channel: 'chn',
  request: 'req',
  requestThing: 'rit',
  requestAnswer: 'ans',
  requestLink: 'lnk',
  calendarFeed: 'fed',
  custodyItem: 'cus',
  workflow: 'wfl',
  ownDuty: 'own',
  ruleChange: 'rch',
  mail: 'mai',
  passkey: 'pky',
} as const;

/** What an id stands for. */
export type IdKind = keyof typeof PREFIXES;

/** `('licence', 01234567-89ab-…)` → `lic_0123456789ab…`. */
export function publicId(kind: IdKind, uuid: string): string {
  return `${PREFIXES[kind]}_${uuid.replaceAll('-', '')}`;
}

/** As `publicId`, null for null. */
export function publicIdOrNull(kind: IdKind, uuid: string | null): string | null {
  return uuid === null ? null : publicId(kind, uuid);
}

/** The uuid inside an id, or undefined when the text is no id of this kind. */
function uuidOf(kind: IdKind, id: string): string | undefined {
  const match = /^([a-z]{3})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(id);
  return match?.[1] === PREFIXES[kind] ? match.slice(2).join('-') : undefined;
}

/** The uuid inside an id of whatever kind; the text itself when it is none. */
export function uuidIn(id: string): string {
  return id.replace(/^[a-z]{3}_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Schema of an id in an input: takes `lic_…`, gives the uuid. */
const idSchema = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${PREFIXES[kind]}_[0-9a-f]{32}$`))
    .transform((id) => uuidOf(kind, id) ?? '');

export const OrganisationId = idSchema('organisation');
export const LicenceId = idSchema('licence');
export const DocumentId = idSchema('document');
export const OccurrenceId = idSchema('occurrence');
export const EventId = idSchema('event');
export const RunId = idSchema('run');
export const SessionId = idSchema('session');
export const ApiKeyId = idSchema('apiKey');
export const UserId = idSchema('user');
export const BreakGlassId = idSchema('breakGlass');
export const InvitationId = idSchema('invitation');
export const EngagementId = idSchema('engagement');
export const PersonId = idSchema('person');
export const PhoneId = idSchema('phone');
export const RosterRecordId = idSchema('rosterRecord');
export const FileId = idSchema('file');
export const EvidenceId = idSchema('evidence');
export const CommentId = idSchema('comment');
export const NoticeId = idSchema('notice');
export const ChannelId = idSchema('channel');
export const RequestId = idSchema('request');
export const RequestThingId = idSchema('requestThing');
export const CalendarFeedId = idSchema('calendarFeed');
export const CustodyItemId = idSchema('custodyItem');
export const WorkflowId = idSchema('workflow');
export const OwnDutyId = idSchema('ownDuty');
export const RuleChangeId = idSchema('ruleChange');
export const PasskeyId = idSchema('passkey');
