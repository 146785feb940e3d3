import type { RouterInputs } from '@zhengqi/api/router';
import type { RouterOutputs } from '../../trpc.ts';

/** What answering needs to know of a thing, whoever answers. */
export type Asked = Pick<RouterOutputs['requestLink']['show']['things'][number], 'itemId' | 'label' | 'form' | 'state'>;
export type Answer = RouterInputs['requestLink']['answer']['answers'][number];

/** What was filled in for one thing and has not been sent. */
export interface Draft {
  fileIds: string[];
  text: string;
  /** Why it is not given; null while it is to be given. */
  refusal: string | null;
  isSending: boolean;
}

export const EMPTY_DRAFT: Draft = { fileIds: [], text: '', refusal: null, isSending: false };

const TO_GIVE = ['wanted', 'sent-back'];

/** Whether somebody still waits for this thing. */
export function isToGive({ state }: Pick<Asked, 'state'>): boolean {
  return TO_GIVE.includes(state);
}

/** Whether an answer is still taken: what was accepted or is no longer needed stays as it is. */
export function isOpen({ state }: Pick<Asked, 'state'>): boolean {
  return state !== 'accepted' && state !== 'dropped';
}

/** The answer that a draft makes; null while it says nothing, or not what is asked for. */
export function answerOf({ itemId, form }: Pick<Asked, 'itemId' | 'form'>, draft: Draft): Answer | null {
  const text = draft.text.trim();
  const refusal = draft.refusal?.trim() ?? null;
  if (refusal !== null) return refusal === '' ? null : { itemId, refusal };
  const hasFiles = draft.fileIds.length > 0;
  if (form === 'file' ? !hasFiles : form === 'text' ? text === '' : !hasFiles && text === '') return null;
  return {
    itemId,
    ...(hasFiles ? { fileIds: draft.fileIds } : {}),
    ...(text === '' ? {} : { text }),
  };
}
