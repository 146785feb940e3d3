import { dutiesOfClause, dutyById, parseClauseReference, type ScheduleRules } from '@zhengqi/obligations';
import type { z } from 'zod';
import { notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { lawsOf } from '../occurrences/get-occurrence.ts';
import {
  type CalendarCoverage,
  type ClauseDetail,
  type DutyDetail,
  GetClauseInput,
  GetDutyInput,
  type LawList,
  type RulebookOverview,
} from './schemas.ts';

/** All duties in the order of the print, by title, and what is deliberately left out. */
export function rulebookOverview({ rulebook }: ScheduleRules): z.infer<typeof RulebookOverview> {
  const { version, asOf, duties, notEncoded } = rulebook;
  return {
    version,
    asOf,
    duties: duties.map(({ id, clause, provision, title, kinds, scope, marks }) => ({
      id,
      clause,
      provision,
      title,
      kinds,
      scope,
      marks,
    })),
    notEncoded,
  };
}

/** One duty with the laws it names. @throws AppError `not-found` */
export function getDuty({ rulebook }: ScheduleRules, raw: unknown): z.infer<typeof DutyDetail> {
  const duty = dutyById(rulebook, parseInput(GetDutyInput, raw).id);
  if (!duty) throw notFound();
  return { duty, laws: lawsOf(duty, rulebook) };
}

/** The duties of a clause, written as printed (`十五（六）`) or as a key (`15.6`). @throws AppError `not-found` */
export function getClause({ rulebook }: ScheduleRules, raw: unknown): z.infer<typeof ClauseDetail> {
  const { clause } = parseInput(GetClauseInput, raw);
  const key = parseClauseReference(clause) ?? clause;
  const duties = [...dutiesOfClause(rulebook, key)];
  const notEncoded = rulebook.notEncoded.find((row) => row.clause === key) ?? null;
  if (duties.length === 0 && !notEncoded) throw notFound();
  const laws = new Map(duties.flatMap((duty) => lawsOf(duty, rulebook)).map((law) => [law.id, law]));
  return { duties, laws: [...laws.values()], notEncoded };
}

/** The register of laws. */
export function listLaws({ rulebook }: ScheduleRules): z.infer<typeof LawList> {
  return { items: rulebook.laws };
}

/** For which days the working-day notices are known, and what each says. */
export function calendarCoverage({ calendar }: ScheduleRules): z.infer<typeof CalendarCoverage> {
  return {
    coversFrom: calendar.coversFrom,
    coversTo: calendar.coversTo,
    notices: calendar.notices.map(({ year, notice, coversFrom, coversTo, off, work }) => ({
      year,
      title: notice.title,
      source: notice.source,
      number: notice.number ?? null,
      publishedOn: notice.publishedOn ?? null,
      mark: notice.mark,
      coversFrom,
      coversTo,
      off: off.map((day) => ({ ...day })),
      work: work.map((day) => ({ ...day })),
    })),
  };
}
