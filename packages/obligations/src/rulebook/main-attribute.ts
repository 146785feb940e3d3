import { EVENTS, type EventDefinition } from './events.ts';

const MAIN_ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  Object.entries<EventDefinition>(EVENTS).map(([type, { attributes }]) => [type, Object.keys(attributes)[0] ?? 'on']),
);

/** The main date of a kind of event: its first attribute. */
export function mainAttributeOf(type: string): string {
  return MAIN_ATTRIBUTES.get(type) ?? 'on';
}
