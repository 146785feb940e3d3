import { type EventDefinition, EVENTS } from '@zhengqi/obligations';
import type { z } from 'zod';
import type { EventCatalogue } from './schemas.ts';

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;

/** Definition of a kind of event, or undefined. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return Object.hasOwn(CATALOGUE, type) ? CATALOGUE[type] : undefined;
}

/** All kinds of events the rulebook knows, for forms. */
export function eventCatalogue(): z.infer<typeof EventCatalogue> {
  return {
    items: Object.entries(CATALOGUE).map(([type, { name, attributes }]) => ({
      type,
      name,
      attributes: Object.entries(attributes).map(([key, attribute]) => ({
        key,
        label: attribute.label,
        type: attribute.type,
        required: attribute.required ?? false,
        mayBeFuture: attribute.mayBeFuture ?? false,
        ...(attribute.values ? { values: [...attribute.values] } : {}),
      })),
    })),
  };
}
