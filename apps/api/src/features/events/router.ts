import { router, sessionProcedure } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { listEvents } from './list-events.ts';
import { previewEvent } from './preview-event.ts';
import { EventPreview } from './preview-schemas.ts';
import { recordTriggerEvent } from './record-trigger-event.ts';
import * as s from './schemas.ts';
import { withdrawEvent } from './withdraw-event.ts';

export const eventsRouter = router({
  catalogue: sessionProcedure.output(s.EventCatalogue).query(() => eventCatalogue()),
  record: tenantMutation(s.RecordEventInput, s.RecordEventOutput, recordTriggerEvent),
  preview: tenantQuery(s.RecordEventInput, EventPreview, previewEvent),
  list: tenantQuery(s.ListEventsInput, s.EventPage, listEvents),
  withdraw: tenantMutation(s.WithdrawEventInput, s.WithdrawEventOutput, withdrawEvent),
});
