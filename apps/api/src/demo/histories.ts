import { addDays, addMonths, type CivilDate, FACTS, type FactKey, type FactValue } from '@zhengqi/obligations';
import type { DemoCompany } from './companies.ts';

/** Something that a company told the consultancy on a day. */
export interface Told {
  on: CivilDate;
  facts?: { key: FactKey; value: FactValue }[];
  event?: { type: string; attributes: Record<string, string | number | boolean> };
}

/** What a company told, day by day. Some told everything, some stopped half way, some nothing at all. */
export function historyOf(company: DemoCompany, today: CivilDate): Told[] {
  if (company.answered === 'nothing') return [];
  // Nobody tells on a day what happens after it.
  const factsOn = (day: CivilDate) =>
    Object.entries(typicalFacts(company, day)).map(([key, value]) => ({ key: key as FactKey, value }));
  const soon = addDays(company.registeredOn, 6);
  const later = addDays(company.registeredOn, 20);
  const told: Told[] = [{ on: soon, facts: factsOn(soon).filter((_, i) => i % 3 === 0) }];
  if (company.answered === 'all') {
    const tested = factsOn(today).filter(({ key }) => key === 'network_units');
    told.push({ on: later, facts: factsOn(later) }, { on: addDays(today, -2), facts: tested });
  }
  told.push(...eventsOf(company, today).map(({ reportedOn, ...event }) => ({ on: reportedOn, event })));
  return told.filter(({ on }) => on <= today).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Answers of a usual company of its kind, with differences from one to the next. */
function typicalFacts(company: DemoCompany, day: CivilDate): Partial<Record<FactKey, FactValue>> {
  const { kind, index, province } = company;
  const every = (n: number) => index % n === 0;
  const isInformation = kind === 'information-services' || kind === 'cross-regional';
  const facts: Partial<Record<FactKey, FactValue>> = {
    business_opened: !every(9),
    wants_to_continue: !every(13),
    company_type: every(5) ? 'JSC' : 'LLC',
    has_authorised_subsidiaries: every(8),
    holds_cross_regional_licence: kind === 'cross-regional',
    holds_facility_licence: false,
    provinces_operating: kind === 'cross-regional' ? [province.prefix, '沪', '粤'] : [province.prefix],
    has_local_body: kind === 'cross-regional',
    has_website: true,
    has_app: isInformation || every(4),
    leases_transmission: kind === 'idc-isp' || kind === 'content-delivery',
    holds_numbers: kind === 'sms' || kind === 'call-centre',
    provides_resources_to_users: kind === 'idc-isp',
    charges_users: !every(3),
    bills_via_operator: kind === 'sms',
    sends_sms: kind === 'sms' || every(7),
    advertises_service: every(2),
    publishes_public_info: isInformation,
    prior_approval_topics: [],
    handles_personal_information: kind !== 'domain-resolution',
    pi_subjects_count: (index + 1) * 40_000,
    minor_users: every(6),
    important_data: every(11),
    is_CII: false,
    is_large_platform: false,
    employees_count: 8 + index * 7,
    is_ecommerce_operator: kind === 'online-data-processing' || kind === 'foreign-invested',
    is_ecommerce_platform: kind === 'online-data-processing' && every(2),
    uses_algorithm_recommendation: isInformation && every(2),
    opinion_capable: isInformation && every(4),
    mlps_level: every(3) ? '3' : '2',
    network_units: [
      {
        id: `unit-${index}-1`,
        name: '业务平台',
        grade: every(3) ? 3 : 2,
        gradeApprovedOn: addMonths(day, -26),
        lastTestOn: addMonths(day, every(2) ? -5 : -17),
        lastRiskAssessmentOn: every(4) ? null : addMonths(day, -10),
      },
    ],
  };
  return Object.fromEntries(Object.entries(facts).filter(([key]) => Object.hasOwn(FACTS, key)));
}

type ReportedEvent = NonNullable<Told['event']> & { reportedOn: CivilDate };

/** What happened to it, and when the consultancy heard of it. */
function eventsOf({ index, kind }: DemoCompany, today: CivilDate): ReportedEvent[] {
  const events: ReportedEvent[] = [];
  const happened = (daysAgo: number, type: string, attributes: Record<string, string | number | boolean>) => {
    const on = addDays(today, -daysAgo);
    events.push({ reportedOn: addDays(on, Math.min(2, daysAgo)), type, attributes: { on, ...attributes } });
  };
  if (index % 4 === 1) happened(5 + index, 'registered-data-changed', { change: 'address' });
  if (index % 6 === 2) happened(70 + index, 'name-or-legal-representative-changed', { change: 'legal-representative' });
  if (kind === 'information-services' && index % 2 === 0) happened(3, 'illegal-content-disposed', {});
  if (index % 7 === 3) happened(12, 'security-assessment-completed', { service: '推荐功能' });
  if (index % 10 === 4) {
    const on = addDays(today, -1);
    const attributes = { at: `${on}T21:40:00+08:00`, level: 'general', personsAffected: 1200 };
    events.push({ reportedOn: today, type: 'network-security-incident', attributes });
  }
  if (index % 8 === 5) {
    const planned = { on: addDays(today, 45), service: '新版应用' };
    events.push({ reportedOn: addDays(today, -4), type: 'service-launch-planned', attributes: planned });
  }
  return events;
}
