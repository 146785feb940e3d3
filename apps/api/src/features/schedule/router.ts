import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { getRun, listRuns } from './list-runs.ts';
import { regenerateSchedule } from './regenerate-schedule.ts';
import * as s from './schemas.ts';

export const scheduleRouter = router({
  regenerate: tenantMutation(s.RegenerateScheduleInput, s.ScheduleDifference, regenerateSchedule),
  runs: tenantQuery(s.ListRunsInput, s.RunPage, listRuns),
  run: tenantQuery(s.GetRunInput, s.RunDetail, getRun),
});
