import { router } from '../../trpc/init.ts';
import { tenantQuery } from '../../trpc/procedures.ts';
import { getOccurrence } from './get-occurrence.ts';
import { countOccurrences, listOccurrences } from './list-occurrences.ts';
import * as s from './schemas.ts';
import { viewYear } from './view-year.ts';

export const occurrencesRouter = router({
  list: tenantQuery(s.ListOccurrencesInput, s.OccurrencePage, listOccurrences),
  counts: tenantQuery(s.OccurrenceFilter, s.OccurrenceCounts, countOccurrences),
  get: tenantQuery(s.GetOccurrenceInput, s.OccurrenceDetail, getOccurrence),
  year: tenantQuery(s.YearInput, s.YearView, viewYear),
});
