import type { FieldDefinition, MoveData } from '@zhengqi/obligations';
import type { RouterOutputs } from '../../trpc.ts';

export type WorkflowDetail = RouterOutputs['workflows']['get'];
export type WorkflowRow = RouterOutputs['workflows']['list']['items'][number];
export type Offer = RouterOutputs['workflows']['offers']['items'][number];
export type Move = WorkflowDetail['moves'][number];

/** Data of a move while its form holds it. */
export type MoveValues = MoveData;
export type MoveFields = Readonly<Record<string, FieldDefinition>>;

/** The server sends the fields of the domain as they are; its schema names only what it checks. */
export function fieldsOf(fields: Move['fields']): MoveFields {
  return fields as MoveFields;
}

/** Whether something that must be given is not. */
export function lacksValue(fields: MoveFields, values: MoveValues): boolean {
  return Object.entries(fields).some(([key, { required }]) => required && (values[key] ?? '') === '');
}
