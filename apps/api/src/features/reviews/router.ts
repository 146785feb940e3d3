import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { listRhythms } from './list-rhythms.ts';
import * as s from './schemas.ts';
import { setReviewRhythm } from './set-review-rhythm.ts';

export const reviewsRouter = router({
  rhythms: tenantQuery(s.ReviewRhythmsInput, s.ReviewRhythms, listRhythms),
  setRhythm: tenantMutation(s.SetReviewRhythmInput, s.SetReviewRhythmOutput, setReviewRhythm),
});
