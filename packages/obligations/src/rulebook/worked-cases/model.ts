import type { TriggerEvent } from '../events.ts';
import type { Facts } from '../facts.ts';

/** Dates a worked case expects of one occurrence. Only what is given is compared. */
export interface ExpectedOccurrence {
  opensOn?: string | null;
  /** Last day as counted, before any roll. */
  nominalOn?: string | null;
  dueOn?: string | null;
  /** Instant of an hour clock, RFC 3339 with +08:00. */
  dueAt?: string | null;
  actBy?: string | null;
  provisional?: boolean;
  applies?: 'yes' | 'unknown';
  /** Verification mark of the limit that counts. */
  mark?: 'V' | 'E' | 'P' | 'M' | 'O';
  status?: 'upcoming' | 'open' | 'past-no-evidence' | 'at-once' | 'uncertain';
  /** Part of the key that must be there, for example the id of a network unit. */
  keyHas?: string;
}

/**
 * One due rule worked out by hand, so that a lawyer can check the rulebook without reading code: what is given, which
 * dates must come out, and the counting in words. Every due rule of the rulebook has at least one.
 */
export interface WorkedCase {
  /** Clause as in the rulebook: `12b`, `15.8b`, `X1`. */
  clause: string;
  /** Id of the duty. */
  duty: string;
  /** Id of the due rule inside the duty. */
  rule: string;
  /** What has happened, in one sentence. */
  given: string;
  /** Fields in which the licence differs from `WORKED_CASE_LICENCE`; checked by its schema when the case runs. */
  licence?: Readonly<Record<string, unknown>>;
  /** Answers of the company; what is absent is unknown. */
  facts?: Facts;
  events?: readonly TriggerEvent[];
  /** First and last day looked at. */
  asOf: string;
  until: string;
  /** All occurrences that this rule makes in the time looked at, in order; an empty list when it must make none. */
  expect: readonly ExpectedOccurrence[];
  /** The counting in words: days, rolls, holidays, and the place in the law. */
  why: string;
}

/**
 * The licence of the worked cases: fictional, provincial, information services without search and messaging, and valid
 * over the whole time the cases look at, so that its end decides nothing by accident.
 */
export const WORKED_CASE_LICENCE = {
  number: '苏B2-20230001',
  holder: '江苏示例网络科技有限公司',
  uscc: null,
  legalRepresentative: '张三',
  registeredAddress: null,
  services: [
    {
      code: 'B25',
      name: '信息服务业务',
      printed: '信息服务业务（仅限互联网信息服务）',
      limitedTo: ['互联网信息服务'],
      excludes: ['信息搜索查询服务', '信息即时交互服务'],
      b25Items: ['1', '3', '5'],
      coverage: null,
    },
  ],
  coveragePrinted: null,
  issuedOn: '2023-06-01',
  validTo: '2028-06-01',
  authorityPrinted: null,
  authorityEffective: '江苏省通信管理局',
  province: '苏',
  isCrossRegional: false,
  isForeignInvested: false,
};
