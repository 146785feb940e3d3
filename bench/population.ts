import { addDays, type CivilDate, civilDate, PRC_CALENDAR } from '@zhengqi/obligations';
import type { Facts, Licence, LicensedService, NetworkUnit, ScheduleInput, TriggerEvent } from '@zhengqi/obligations';

/** As-of day and horizon of the benches: five years. */
export const AS_OF = civilDate('2026-01-01');
export const UNTIL = civilDate('2030-12-31');

const PREFIXES = ['京', '沪', '苏', '浙', '粤', '川', '鄂', '闽', '鲁', '渝', '陕', '湘'];

const service = (code: string, name: string, b25Items: LicensedService['b25Items'] = []): LicensedService => ({
  code,
  name,
  printed: name,
  limitedTo: [],
  excludes: [],
  b25Items,
  coverage: null,
});

const SERVICES: readonly LicensedService[][] = [
  [service('B25', '信息服务业务', ['1', '2', '3', '4', '5'])],
  [service('B25', '信息服务业务', ['1', '3', '5']), service('B21', '在线数据处理与交易处理业务')],
  [service('B11', '互联网数据中心业务'), service('B14', '互联网接入服务业务')],
  [service('B24-1', '国内呼叫中心业务'), service('B25', '信息服务业务', ['1', '5'])],
];

/**
 * Licence number `i` of an endless, repeatable population: five-year licences with all questions answered, network
 * units and a few events, so that every kind of due rule is at work.
 */
export function scheduleInput(i: number): ScheduleInput {
  const issuedOn = addDays(civilDate('2026-01-01'), -(i % 300));
  return {
    licence: licence(i, issuedOn),
    facts: facts(i),
    events: events(i),
    asOf: AS_OF,
    until: UNTIL,
  };
}

function licence(i: number, issuedOn: CivilDate): Licence {
  const province = PREFIXES[i % PREFIXES.length] ?? '京';
  return {
    number: `${province}B2-2025${String(i % 10_000).padStart(4, '0')}`,
    holder: `示例公司${i}`,
    uscc: null,
    legalRepresentative: null,
    registeredAddress: null,
    services: SERVICES[i % SERVICES.length] ?? [],
    coveragePrinted: null,
    issuedOn,
    validTo: addDays(issuedOn, 5 * 365 + 1),
    authorityPrinted: null,
    authorityEffective: null,
    province,
    isCrossRegional: false,
    isForeignInvested: false,
  };
}

function facts(i: number): Facts {
  const odd = i % 2 === 1;
  return {
    wants_to_continue: true,
    business_opened: true,
    company_type: odd ? 'LLC' : 'JSC',
    has_authorised_subsidiaries: false,
    holds_cross_regional_licence: false,
    holds_facility_licence: false,
    provinces_operating: ['苏'],
    has_local_body: odd,
    has_website: true,
    has_app: odd,
    leases_transmission: odd,
    holds_numbers: odd,
    provides_resources_to_users: odd,
    charges_users: true,
    bills_via_operator: odd,
    sends_sms: odd,
    advertises_service: true,
    publishes_public_info: true,
    offers_b25_1: true,
    offers_b25_2: odd,
    offers_b25_3: true,
    offers_b25_4: odd,
    offers_b25_5: true,
    runs_app_store: odd,
    runs_public_accounts: true,
    prior_approval_topics: odd ? ['news'] : [],
    handles_personal_information: true,
    pi_subjects_count: odd ? 12_000_000 : 80_000,
    last_pi_audit_on: '2025-06-30',
    minor_users: odd,
    important_data: odd,
    is_CII: false,
    is_large_platform: odd,
    serves_many_minors: odd,
    employees_count: 120,
    is_ecommerce_operator: odd,
    is_ecommerce_platform: odd,
    uses_algorithm_recommendation: true,
    opinion_capable: true,
    mlps_level: '3',
    network_units: units(i),
  };
}

function units(i: number): NetworkUnit[] {
  return Array.from({ length: 2 + (i % 3) }, (_, n) => ({
    id: `u${n + 1}`,
    grade: n % 2 === 0 ? 3 : 2,
    gradeApprovedOn: '2025-11-03',
    filedOn: '2025-11-20',
    lastTestOn: '2025-09-12',
    lastRiskAssessmentOn: '2025-10-15',
  }));
}

function events(i: number): TriggerEvent[] {
  const on = addDays(AS_OF, -(i % 60) - 1);
  return [
    { id: 'e1', type: 'registered-data-changed', on, change: 'address' },
    { id: 'e2', type: 'illegal-content-disposed', on, foundAt: `${on}T08:00:00+08:00` },
    { id: 'e3', type: 'security-assessment-completed', on },
    { id: 'e4', type: 'subject-change-decided', on, change: 'shareholders', plannedOn: addDays(on, 100) },
  ];
}

/** The calendar of the benches. */
export const CALENDAR = PRC_CALENDAR;
