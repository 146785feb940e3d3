import { NO, type Truth, UNKNOWN, YES } from '../applicability/truth.ts';
import { askRecord, type StaffingAsk, type StaffingContext } from './context.ts';
import type { Post } from './posts.ts';
import type { Quality } from './requirement.ts';
import type { Assignment, Employment } from './roster-records.ts';

/** Whether a contract runs on the day. */
export function contractRuns({ day }: StaffingContext, employment: Employment): boolean {
  const { id, personId, contractFrom, contractTo, leftOn } = employment;
  if (!day.reached(contractFrom, 'employment-start', id, personId)) return false;
  if (leftOn !== null && day.passed(leftOn, 'leaver', id, personId)) return false;
  return contractTo === null || !day.passed(contractTo, 'contract-end', id, personId);
}

/** Whether a person works here on the day; unknown when no contract is recorded and the list is not complete. */
export function employed(context: StaffingContext, personId: string): Truth {
  const contracts = context.roster.employmentsOf(personId);
  if (contracts.length === 0) return context.roster.isKept('people', context.day) ? NO : UNKNOWN;
  return contracts.some((employment) => contractRuns(context, employment)) ? YES : NO;
}

/** Whether an assignment runs on the day. */
export function assignmentRuns({ day }: StaffingContext, { id, personId, from, to }: Assignment): boolean {
  if (!day.reached(from, 'assignment-start', id, personId)) return false;
  return to === null || !day.passed(to, 'assignment-end', id, personId);
}

/** People in one of the posts on the day, for the place of business looked at; holders, or their deputies. */
export function holdersOf(context: StaffingContext, posts: readonly Post[], deputies = false): string[] {
  const people = new Set<string>();
  for (const post of posts) {
    for (const assignment of context.roster.inPost(post)) {
      if (assignment.deputy !== deputies || people.has(assignment.personId)) continue;
      const { province } = assignment;
      if (province !== null && context.province !== null && province !== context.province) continue;
      if (assignmentRuns(context, assignment)) people.add(assignment.personId);
    }
  }
  return [...people];
}

const QUALITIES: Readonly<
  Record<Quality, (context: StaffingContext, personId: string, posts: readonly Post[]) => Truth>
> = {
  phone: ({ roster }, personId) => {
    const keys = roster.person(personId)?.phoneKeys ?? null;
    return keys === null ? UNKNOWN : truthOf(keys.length > 0);
  },
  identity: ({ roster }, personId) => {
    const onFile = roster.person(personId)?.identityOnFile ?? null;
    return onFile === null ? UNKNOWN : truthOf(onFile);
  },
  'appointment-paper': (context, personId, posts) => {
    const { day, roster } = context;
    const papered = roster
      .assignmentsOf(personId)
      .some(
        (assignment) =>
          posts.includes(assignment.post) &&
          assignment.appointedOn !== null &&
          assignmentRuns(context, assignment) &&
          day.reached(assignment.appointedOn, 'record', assignment.id, personId),
      );
    return papered ? YES : missing(context, 'posts');
  },
  'full-time': fullTime,
  insured: (context, personId) => {
    let truth: Truth = NO;
    for (const employment of context.roster.employmentsOf(personId)) {
      if (!contractRuns(context, employment)) continue;
      if (employment.insurance === null) truth = UNKNOWN;
      else if (insuranceRuns(context, employment)) return YES;
    }
    return truth;
  },
  'not-finance-or-sales': (context, personId) =>
    truthOf(
      !context.roster
        .assignmentsOf(personId)
        .some(
          (assignment) =>
            (assignment.post === 'finance' || assignment.post === 'sales') && assignmentRuns(context, assignment),
        ),
    ),
  management: (context, personId) => {
    let truth: Truth = NO;
    for (const employment of context.roster.employmentsOf(personId)) {
      if (!contractRuns(context, employment)) continue;
      if (employment.management === true) return YES;
      if (employment.management === null) truth = UNKNOWN;
    }
    return truth;
  },
  'security-certificate': (context, personId) => certified(context, personId, 'security'),
};

const MISSING: Readonly<Record<Quality, StaffingAsk>> = {
  phone: askRecord('people', null, '是否有电话？', 'Is there a phone?'),
  identity: askRecord('people', null, '身份是否已核验留存？', 'Is the identity on file?'),
  'appointment-paper': askRecord('posts', null, '任命文件是哪天的？', 'Of which day is the appointment paper?'),
  'full-time': askRecord('posts', null, '各岗位占用多少工时？', 'How much of the working time does each post take?'),
  insured: askRecord('people', null, '社会保险由本公司缴纳吗？', 'Does the company pay the social insurance?'),
  'not-finance-or-sales': askRecord('posts', null, '是否兼财务或销售？', 'Any finance or sales work as well?'),
  management: askRecord('people', null, '是否为管理层成员？', 'A member of the management?'),
  'security-certificate': askRecord(
    'certificates',
    null,
    '是否有有效的安全证书？',
    'Is there a valid security certificate?',
  ),
};
const CONTRACT = askRecord('people', null, '劳动合同何时起止？', 'When does the contract begin and end?');

/** Whether a person works here and has the qualities; one "no" decides. */
export function qualifies(
  context: StaffingContext,
  personId: string,
  posts: readonly Post[],
  qualities: readonly Quality[],
): Truth {
  let truth = employed(context, personId);
  for (const quality of qualities) {
    if (truth === NO) return NO;
    const one = QUALITIES[quality](context, personId, posts);
    if (one !== YES) truth = one;
  }
  return truth;
}

/** What to ask about a person of whom it is not known whether they qualify. */
export function asksAbout(
  context: StaffingContext,
  personId: string,
  posts: readonly Post[],
  qualities: readonly Quality[],
): StaffingAsk[] {
  const asks = qualities
    .filter((quality) => QUALITIES[quality](context, personId, posts) === UNKNOWN)
    .map((quality) => ({ ...MISSING[quality], personId }));
  return employed(context, personId) === UNKNOWN ? [{ ...CONTRACT, personId }, ...asks] : asks;
}

/** Whether a certificate of a kind is valid on the day. */
export function certified(context: StaffingContext, personId: string, kind: string): Truth {
  const { day, roster } = context;
  const valid = roster
    .certificatesOf(personId)
    .some(
      (certificate) =>
        certificate.kind === kind &&
        day.reached(certificate.validFrom, 'certificate-start', certificate.id, personId) &&
        (certificate.validTo === null ||
          !day.passed(certificate.validTo, 'certificate-expired', certificate.id, personId)),
    );
  return valid ? YES : missing(context, 'certificates');
}

/** Whether the company pays the insurance on the day. */
export function insuranceRuns({ day }: StaffingContext, { id, personId, insurance }: Employment): boolean {
  if (insurance === null || insurance === 'none') return false;
  if (!day.reached(insurance.from, 'insurance-start', id, personId)) return false;
  return insurance.to === null || !day.passed(insurance.to, 'insurance-end', id, personId);
}

/** Posts of the same work as that of full-time security staff: who holds several of them still does nothing else. */
const SECURITY_WORK: readonly Post[] = [
  'security-staff',
  'security-manager',
  'security-head',
  'duty-contact-7x24',
  'unit-contact',
];

function fullTime(context: StaffingContext, personId: string, asked: readonly Post[]): Truth {
  const posts = asked.includes('security-staff') ? SECURITY_WORK : asked;
  let inPosts = 0;
  let open = false;
  for (const assignment of context.roster.assignmentsOf(personId)) {
    if (!assignmentRuns(context, assignment)) continue;
    const counts = posts.includes(assignment.post);
    if (assignment.share === null) open = true;
    else if (counts) inPosts += assignment.share;
    else if (assignment.share > 0) return NO;
  }
  if (inPosts > 100 || (inPosts < 100 && !open)) return NO;
  const contracts = context.roster.employmentsOf(personId).filter((employment) => contractRuns(context, employment));
  if (contracts.length > 0 && contracts.every(({ type }) => type === 'part-time')) return NO;
  return open ? UNKNOWN : YES;
}

function missing({ roster, day }: StaffingContext, section: 'posts' | 'certificates'): Truth {
  return roster.isKept(section, day) ? NO : UNKNOWN;
}

const truthOf = (value: boolean): Truth => (value ? YES : NO);
