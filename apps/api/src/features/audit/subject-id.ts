import { type IdKind, publicId } from '../../db/ids.ts';

/** Subjects of audit rows whose ids leave the program under another name. */
const KINDS: Readonly<Record<string, IdKind>> = {
  licence: 'licence',
  fact: 'fact',
  event: 'event',
  schedule: 'run',
  person: 'person',
  roster: 'rosterRecord',
  'api-key': 'apiKey',
  organisation: 'organisation',
  member: 'user',
  occurrence: 'occurrence',
  file: 'file',
  evidence: 'evidence',
  comment: 'comment',
  channel: 'channel',
  request: 'request',
  custody: 'custodyItem',
  workflow: 'workflow',
  'own-duty': 'ownDuty',
  'rule-change': 'ruleChange',
  'annual-report': 'licence',
};

/** Id of what was changed; as it is stored where no page shows such a thing. */
export function subjectId(type: string, id: string | null): string | null {
  const kind = KINDS[type];
  return id === null || kind === undefined ? id : publicId(kind, id);
}
