import { Bilingual, Duty, Law, Mark, NotEncoded } from '@zhengqi/obligations';
import { z } from 'zod';

export const RulebookOverview = z.strictObject({
  version: z.string(),
  asOf: z.string(),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      provision: z.string().nullable(),
      title: Bilingual,
      kinds: z.array(z.string()),
      scope: z.string(),
      marks: z.strictObject({ deadline: Mark.nullable(), authority: Mark, penalty: Mark.nullable() }),
    }),
  ),
  notEncoded: z.array(NotEncoded),
});

export const GetDutyInput = z.strictObject({ id: z.string().max(100) });
export const DutyDetail = z.strictObject({ duty: Duty, laws: z.array(Law) });

export const GetClauseInput = z.strictObject({ clause: z.string().trim().max(20) });
export const ClauseDetail = z.strictObject({
  duties: z.array(Duty),
  laws: z.array(Law),
  notEncoded: NotEncoded.nullable(),
});

export const LawList = z.strictObject({ items: z.array(Law) });

export const CalendarCoverage = z.strictObject({
  coversFrom: z.string(),
  coversTo: z.string(),
  notices: z.array(
    z.strictObject({
      year: z.int(),
      title: z.string(),
      source: z.string(),
      number: z.string().nullable(),
      publishedOn: z.string().nullable(),
      mark: z.string(),
      coversFrom: z.string(),
      coversTo: z.string(),
      off: z.array(z.strictObject({ date: z.string(), name: z.string(), statutory: z.boolean() })),
      work: z.array(z.strictObject({ date: z.string(), name: z.string() })),
    }),
  ),
});
