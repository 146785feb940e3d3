import { WorkflowKind } from '@zhengqi/obligations';
import { given, optionalText } from '../../search-params.ts';

export const WAITS_ON = ['us', 'client', 'authority'] as const;
export const WHICH = ['open', 'ended', 'all'] as const;
export const KINDS = WorkflowKind.options;

/** The filters of the list of work, as its address carries them. */
export type WorkflowSearch = {
  kind?: WorkflowKind | undefined;
  which?: (typeof WHICH)[number] | undefined;
  waitsOn?: (typeof WAITS_ON)[number] | undefined;
  /** `me`, `none`, or the id of a person. */
  responsible?: string | undefined;
};

export function workflowSearch(raw: Record<string, unknown>): WorkflowSearch {
  const responsible = optionalText(raw.responsible);
  return given({
    kind: KINDS.find((kind) => kind === raw.kind),
    which: WHICH.find((which) => which === raw.which),
    waitsOn: WAITS_ON.find((waitsOn) => waitsOn === raw.waitsOn),
    responsible: /^(me|none|usr_[0-9a-f]{32})$/.test(responsible ?? '') ? responsible : undefined,
  });
}
