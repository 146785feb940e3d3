import { Bilingual } from '@zhengqi/obligations';
import { z } from 'zod';
import { Day } from '../../parse-input.ts';
import { ScheduleDifference } from '../schedule/schemas.ts';

const EveryMonths = z.int().min(1).max(60);

const RhythmView = z.strictObject({
  everyMonths: z.int(),
  /** A day of the series; null for the ends of calendar years and their parts. */
  firstOn: z.string().nullable(),
  off: z.boolean(),
});

export const ReviewRhythmsInput = z.strictObject({});
/** How often each standing duty is reviewed. Our own rule: no law sets a rhythm (mark O). */
export const ReviewRhythms = z.strictObject({
  mark: z.literal('O'),
  /** Of the company; version 0 while nobody has set anything. */
  company: RhythmView.extend({ version: z.int() }),
  duties: z.array(
    z.strictObject({
      dutyId: z.string(),
      clause: z.string(),
      title: Bilingual,
      version: z.int(),
      /** Its own rhythm; null when that of the company holds. */
      own: RhythmView.nullable(),
      effective: RhythmView,
      /** Intended day of the next review; null when there is none. */
      nextOn: z.string().nullable(),
    }),
  ),
});

export const SetReviewRhythmInput = z.strictObject({
  /** Null: the rhythm of the company. */
  dutyId: z.string().max(100).nullable(),
  /** Of what the caller saw; 0 when nothing was set. */
  version: z.int().min(0),
  /** Null: a duty follows the company again. */
  rhythm: z.strictObject({ everyMonths: EveryMonths, firstOn: Day.nullable(), off: z.boolean() }).nullable(),
});
export const SetReviewRhythmOutput = z.strictObject({ version: z.int(), schedule: ScheduleDifference });
