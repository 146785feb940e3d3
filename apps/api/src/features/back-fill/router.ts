import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { listBackFill } from './list-back-fill.ts';
import { recordBackFill } from './record-back-fill.ts';
import * as s from './schemas.ts';

export const backFillRouter = router({
  list: tenantQuery(s.ListBackFillInput, s.BackFillPage, listBackFill),
  record: tenantMutation(s.RecordBackFillInput, s.BackFillResults, recordBackFill),
});
