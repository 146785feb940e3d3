import { router } from '../../trpc/init.ts';
import { tenantQuery } from '../../trpc/procedures.ts';
import { listOutbox } from './list-outbox.ts';
import * as s from './schemas.ts';

export const sandboxRouter = router({
  outbox: tenantQuery(s.ListOutboxInput, s.OutboxPage, listOutbox),
});
