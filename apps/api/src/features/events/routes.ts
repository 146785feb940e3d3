import { z } from 'zod';
import { companyOperation, keyOperation, type Operation } from '../../rest/operation.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { listEvents } from './list-events.ts';
import { recordTriggerEvent } from './record-trigger-event.ts';
import * as s from './schemas.ts';
import { withdrawEvent } from './withdraw-event.ts';

export const eventRoutes: readonly Operation[] = [
  keyOperation({
    method: 'get',
    path: '/trigger-event-types',
    id: 'listTriggerEventTypes',
    tag: 'events',
    scope: 'events.read',
    summary: 'List kinds of trigger events',
    description: 'Every kind with the attributes it takes; the same for all companies.',
    input: z.strictObject({}),
    output: s.EventCatalogue,
    outputName: 'TriggerEventTypeList',
    run: eventCatalogue,
  }),
  companyOperation({
    method: 'get',
    path: '/trigger-events',
    id: 'listTriggerEvents',
    tag: 'events',
    scope: 'events.read',
    summary: 'List trigger events',
    description: 'What happened, latest first.',
    input: s.ListEventsInput,
    output: s.EventPage,
    outputName: 'TriggerEventPage',
    run: listEvents,
  }),
  companyOperation({
    method: 'post',
    path: '/trigger-events',
    id: 'recordTriggerEvent',
    tag: 'events',
    scope: 'events.write',
    summary: 'Record a trigger event',
    description: 'Records that something happened and counts the dates that it starts.',
    input: s.RecordEventInput,
    output: s.RecordEventOutput,
    outputName: 'RecordedTriggerEvent',
    created: () => null,
    run: recordTriggerEvent,
  }),
  companyOperation({
    method: 'post',
    path: '/trigger-events/{eventId}/withdrawal',
    id: 'withdrawTriggerEvent',
    tag: 'events',
    scope: 'events.write',
    summary: 'Withdraw a trigger event',
    description: 'Takes back an event that was recorded by mistake. It stays in the list with the reason.',
    input: s.WithdrawEventInput,
    output: s.WithdrawEventOutput,
    outputName: 'WithdrawnTriggerEvent',
    mayConflict: true,
    run: withdrawEvent,
  }),
];
