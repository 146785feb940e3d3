import { type IdKind, publicId } from '../../db/ids.ts';

/** Subjects whose ids leave the product under a prefix. */
const KINDS: Readonly<Record<string, IdKind>> = {
  occurrence: 'occurrence',
  engagement: 'engagement',
  company: 'organisation',
  channel: 'channel',
  workflow: 'workflow',
  person: 'person',
  request: 'request',
  custody: 'custodyItem',
};

/** What a notice is about, as callers name it; as it is stored where it has no name of its own. */
export function subjectView<Type extends string>(type: Type, id: string): { type: Type; id: string } {
  const kind = KINDS[type];
  return { type, id: kind === undefined ? id : publicId(kind, id) };
}
