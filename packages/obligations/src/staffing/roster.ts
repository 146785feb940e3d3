import { z } from 'zod';
import type { Bilingual } from '../text/bilingual.ts';
import { CivilDateText } from '../text/civil-date-text.ts';
import {
  Assignment,
  Body,
  Certificate,
  Complaint,
  Employment,
  Letter,
  LocalBody,
  Person,
  PlaceOfBusiness,
  Rota,
  ServiceHours,
  StaffFiling,
  Training,
  YearlyAudit,
} from './roster-records.ts';

/** Lists of the roster that can be complete or not, with the words used in questions. */
export const ROSTER_SECTIONS = {
  people: { zh: '人员与劳动合同', en: 'people and their contracts' },
  posts: { zh: '岗位任职', en: 'who holds which post' },
  bodies: { zh: '管理机构', en: 'bodies' },
  places: { zh: '业务开展地', en: 'places of business' },
  certificates: { zh: '证书', en: 'certificates' },
  trainings: { zh: '培训记录', en: 'trainings' },
  letters: { zh: '责任书', en: 'letters of responsibility' },
  filings: { zh: '人员与机构报备', en: 'filings about staff and bodies' },
  'local-bodies': { zh: '当地负责机构', en: 'local service bodies' },
  rotas: { zh: '排班', en: 'rotas' },
  'service-hours': { zh: '服务时段', en: 'service hours' },
  audits: { zh: '年度审计', en: 'yearly audits' },
  complaints: { zh: '用户投诉', en: 'user complaints' },
} as const satisfies Record<string, Bilingual>;

/** Id of a list of the roster. */
export type RosterSection = keyof typeof ROSTER_SECTIONS;
export const RosterSection = z.enum(Object.keys(ROSTER_SECTIONS) as [RosterSection, ...RosterSection[]]);

/**
 * Who works for a company, in which posts, and what proves it. A record counts on the days it is valid. What is missing
 * from a list is missing only from the day on which the company says that the list is complete (`kept`); on other days
 * it is not known.
 */
export const Roster = z.strictObject({
  kept: z.partialRecord(RosterSection, CivilDateText),
  people: z.array(Person),
  employments: z.array(Employment),
  assignments: z.array(Assignment),
  bodies: z.array(Body),
  places: z.array(PlaceOfBusiness),
  certificates: z.array(Certificate),
  trainings: z.array(Training),
  letters: z.array(Letter),
  filings: z.array(StaffFiling),
  localBodies: z.array(LocalBody),
  rotas: z.array(Rota),
  serviceHours: z.array(ServiceHours),
  audits: z.array(YearlyAudit),
  complaints: z.array(Complaint),
});
export type Roster = z.infer<typeof Roster>;

/** A roster in which nothing is recorded and nothing is said to be complete. */
export const EMPTY_ROSTER: Roster = {
  kept: {},
  people: [],
  employments: [],
  assignments: [],
  bodies: [],
  places: [],
  certificates: [],
  trainings: [],
  letters: [],
  filings: [],
  localBodies: [],
  rotas: [],
  serviceHours: [],
  audits: [],
  complaints: [],
};
