import type { Licence } from '../licence/model.ts';
import { FACTS, type Facts } from '../rulebook/facts.ts';
import { dutiesOfClause } from '../rulebook/rulebook.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Finding } from '../text/finding.ts';
import type { Run } from './run.ts';

const RECEIVED = 'cross-regional-licence-received';
const HOLDS_CROSS_REGIONAL = 'holds_cross_regional_licence';

const OPENED = 'business_opened';
const ITEMS = FACTS.b25_items.values.map((item) => ({ ...item, key: `offers_b25_${item.value}` }));

/**
 * What answers say beyond the duties themselves, and the questions that decide no duty of this licence but a finding
 * about it: whether an item that the licence leaves out is offered all the same (2a), whether the business was opened
 * (a ground for refusing renewal, 12b), and whether the company holds a cross-regional licence on which 13 hangs.
 */
export function readAnswers(rulebook: Rulebook, licence: Licence, answers: Facts, run: Run): void {
  readOffers(rulebook, answers, run);
  if (run.standing.lapsed === 'yes') return;
  if (answers['wants_to_continue'] !== false) readOpening(rulebook, answers, run);
  if (licence.isCrossRegional === false) readOtherLicence(rulebook, answers, run);
}

function readOpening(rulebook: Rulebook, answers: Facts, run: Run): void {
  if (answers[OPENED] === false) run.findings.push(notOpened());
  else if (answers[OPENED] == null) askFor(OPENED, '12b', rulebook, run);
}

function readOtherLicence(rulebook: Rulebook, answers: Facts, run: Run): void {
  const [received] = run.eventsByType.get(RECEIVED) ?? [];
  if (received !== undefined) run.findings.push(hangsOnOtherLicence(received.path));
  else if (answers[HOLDS_CROSS_REGIONAL] === true) {
    run.findings.push(hangsOnOtherLicence(`facts.${HOLDS_CROSS_REGIONAL}`));
  } else if (answers[HOLDS_CROSS_REGIONAL] == null) askFor(HOLDS_CROSS_REGIONAL, '13', rulebook, run);
}

function askFor(key: string, clause: string, rulebook: Rulebook, run: Run): void {
  const [duty] = dutiesOfClause(rulebook, clause);
  if (duty !== undefined) run.ask(key, duty.id);
}

/**
 * An item of information services that is offered although the licence does not allow it is operating beyond the
 * licence (2a), whatever the rules of that item say. Without any information services on the licence nothing is asked.
 */
function readOffers(rulebook: Rulebook, answers: Facts, run: Run): void {
  const allowed = run.facts.fact('b25_items');
  if (!Array.isArray(allowed)) return;
  const asks = run.facts.fact('has_B25') === true && run.standing.lapsed !== 'yes';
  for (const { key, value, label } of ITEMS) {
    const answer = answers[key];
    if (answer === false || (allowed as readonly string[]).includes(value)) continue;
    if (answer === true) run.findings.push(offeredBeyondLicence(key, label, run));
    else if (asks) askFor(key, '2a', rulebook, run);
  }
}

/**
 * Without any information services on this licence it is only a warning: another licence, or a filing where nothing is
 * sold, may cover the item.
 */
function offeredBeyondLicence(key: string, label: Bilingual, run: Run): Finding {
  return {
    code: 'excluded-service-offered',
    severity: run.facts.fact('has_B25') === true ? 'error' : 'warning',
    message: `许可证不包含“${label.zh}”，但所答为正在提供。公司未另持含此项的许可证的，属于超出许可范围经营（特别规定事项二；电信条例第69条，V）。请停止提供，或先办理增项。`,
    messageEn: `The licence does not include “${label.en}”, yet it is offered. Unless another licence of the company allows it, this is operating beyond the licence (provision 2; Telecom Regulations art. 69, V). Stop offering it, or have it added first.`,
    at: { path: `facts.${key}` },
  };
}

function hangsOnOtherLicence(path: string): Finding {
  return {
    code: 'cross-regional-licence-held',
    severity: 'warning',
    message:
      '公司另持跨地区许可证。取得后30日内注销或变更省级许可证的义务（特别规定事项十三）随跨地区许可证产生，请登记该证，并在该证下记录取得日期。',
    messageEn:
      'The company also holds a cross-regional licence. The duty to cancel or change the provincial one within 30 days of receipt (provision 13) hangs on that licence: enter it, and record there the day it was received.',
    at: { path },
  };
}

function notOpened(): Finding {
  return {
    code: 'business-not-opened',
    severity: 'warning',
    message:
      '所答为尚未开展许可的业务。有效期内未开展业务是不予延续的理由（电信业务经营许可管理办法第27条，E）；在此之前，延续申请的期限照常计算。',
    messageEn:
      'Answered: the licensed business has not been opened. That is a ground for refusing renewal (Order 42 art. 27, E); the limit for the application is counted all the same.',
    at: { path: 'facts.business_opened' },
  };
}
