import { STAY, type Workflow } from '../src/workflow/machine/model.ts';

/** The table of a workflow as a mermaid state diagram, in Chinese. Moves between the same two states share an arrow. */
export function stateDiagram({ states, moves, initial }: Workflow): string {
  const arrows = new Map<string, string[]>();
  for (const { from, to, name } of Object.values(moves)) {
    for (const state of from) {
      const arrow = `${nodeOf(state)} --> ${nodeOf(to === STAY ? state : to)}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), name.zh]);
    }
  }
  const ends = Object.entries(states).filter(([, { kind }]) => kind.startsWith('ended-'));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(states).map(([id, { name }]) => `  state "${name.zh}" as ${nodeOf(id)}`),
    `  [*] --> ${nodeOf(initial)}`,
    ...[...arrows].map(([arrow, names]) => `  ${arrow}: ${names.map(plain).join(' / ')}`),
    ...ends.map(([id]) => `  ${nodeOf(id)} --> [*]`),
    '```',
    '',
  ].join('\n');
}

/** Mermaid reads hyphens as part of an arrow, and `end` as a word of its own. */
function nodeOf(id: string): string {
  return `s_${id.replaceAll('-', '_')}`;
}

function plain(name: string): string {
  return name.replaceAll(/[:;]/g, '，');
}
