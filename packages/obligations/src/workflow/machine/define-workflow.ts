import type { ClockDefinition, MoveDefinition, StateDefinition, Workflow } from './model.ts';

/** A move as written down: what is empty may be left out. */
export type MoveSource<S extends string = string> = Omit<MoveDefinition<S>, 'fields' | 'guards' | 'effects'> &
  Partial<Pick<MoveDefinition<S>, 'fields' | 'guards' | 'effects'>>;

interface WorkflowSource<K extends string, S extends string>
  extends Omit<Workflow, 'kind' | 'initial' | 'opening' | 'states' | 'moves' | 'clocks' | 'notes' | 'materials'> {
  readonly kind: K;
  readonly initial: NoInfer<S>;
  readonly opening: Partial<Workflow['opening']>;
  readonly states: Readonly<Record<S, StateDefinition>>;
  readonly moves: Readonly<Record<string, MoveSource<NoInfer<S>>>>;
  readonly clocks?: Readonly<Record<string, ClockDefinition>>;
  readonly materials?: Workflow['materials'];
  readonly notes?: Workflow['notes'];
}

const NOTHING = { fields: {}, guards: [], effects: [] } as const;

/** Completes the table of a workflow. The compiler checks that moves name states of it. */
export function defineWorkflow<const K extends string, S extends string>(
  source: WorkflowSource<K, S>,
): Workflow & { readonly kind: K } {
  const moves: Record<string, MoveDefinition> = {};
  for (const [id, move] of Object.entries(source.moves)) moves[id] = { ...NOTHING, ...move };
  return { clocks: {}, materials: null, notes: [], ...source, opening: { ...NOTHING, ...source.opening }, moves };
}
