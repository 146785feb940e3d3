import { type CivilDate, daysBefore, type WorkingDayCalendar } from '../calendar/index.ts';
import type { Licence } from '../licence/model.ts';
import type { Finding } from '../text/finding.ts';
import { isHeldOn, type Standing } from './standing.ts';

/** Days before expiry by which renewal is to be applied for (Order 42 article 27, mark E). */
const RENEWAL_DAYS = 90;

/** What the dates of the licence say about the schedule as a whole. */
export function standingFindings(
  licence: Licence,
  standing: Standing,
  asOf: CivilDate,
  until: CivilDate,
  calendar: WorkingDayCalendar,
): Finding[] {
  const findings: Finding[] = [];
  if (licence.validTo === null) findings.push(validToMissing());
  if (licence.issuedOn === null) findings.push(issuedOnMissing(standing.heldFrom));
  else if (asOf < licence.issuedOn) findings.push(notYetIssued(licence.issuedOn, asOf));
  if (standing.printedEnd !== null) findings.push(...endedFindings(standing, standing.printedEnd));
  else if (standing.heldTo !== null) findings.push(...runningFindings(standing.heldTo, asOf, until, calendar));
  return findings;
}

function endedFindings(standing: Standing, end: CivilDate): Finding[] {
  const at = { path: 'licence.validTo' };
  if (standing.continuation === 'filed-in-time') return [renewalPending(end, at)];
  if (standing.continuation === 'renewed' && standing.lapsed === 'no') {
    return standing.heldTo === null ? [renewedUntilMissing(at)] : [];
  }
  const effect = `${standing.daysSinceEnd}天`;
  if (standing.lapsed === 'yes') {
    return [
      {
        code: 'licence-ended',
        severity: 'error',
        message: `按本文件记载，许可证已于${end}届满（已过${effect}），且未延续。届满后继续经营属于未取得许可经营（电信条例第69条，V），发证机关应当依法办理注销（行政许可法第70条，V）。届满之后不再生成日期；届满前应办未办的事项仍然列出。`,
        messageEn: `According to this document the licence expired on ${end} (${standing.daysSinceEnd} days ago) and was not renewed. Operating after that is operating without a licence (Telecom Regulations art. 69, V), and the authority must write the licence off (Administrative Licensing Law art. 70, V). No dates are made after the expiry; what was owed before it stays listed.`,
        at,
      },
    ];
  }
  const latest = standing.heldTo ?? end;
  const renewed = standing.continuation === 'renewed';
  const [source, sourceEn] = renewed
    ? ['按所填的延续后有效期', 'according to the renewed validity given']
    : ['按本文件记载', 'according to this document'];
  return [
    {
      code: 'licence-expired',
      severity: 'error',
      message: `${source}，许可证已于${latest}届满（距今${effect}）。若未延续，继续经营属于未取得许可经营（电信条例第69条，V），发证机关应当依法办理注销（行政许可法第70条，V）。请先回答：是否已取得延续，或已在届满90日前提出延续申请？回答之前，届满之后的义务均为“未知”，不生成其后的日期；届满前应办的事项仍然列出。`,
      messageEn: `Expired on ${latest} ${sourceEn} (${standing.daysSinceEnd} days ago). If it was not renewed, going on is operating without a licence (Telecom Regulations art. 69, V), and the authority must write the licence off (Administrative Licensing Law art. 70, V). Answer first: was it renewed, or was renewal applied for 90 days before expiry? Until then later duties are unknown and no later dates are made; what was owed before the expiry stays listed.`,
      at,
    },
  ];
}

function renewalPending(end: CivilDate, at: Finding['at']): Finding {
  return {
    code: 'renewal-pending',
    severity: 'warning',
    message: `许可证载明的有效期已于${end}届满，按所答已按期提出延续申请。行政机关在届满前未作决定的，视为准予延续（行政许可法第50条，V）；但这以按期提出申请为前提，且不等于持有新证，请尽快取得书面决定。`,
    messageEn: `The printed validity ended on ${end}; renewal was applied for in time, as answered. Silence of the authority before expiry counts as renewal (Administrative Licensing Law art. 50, V), but only after a timely application, and it is no proof of a licence: obtain the written decision.`,
    at,
  };
}

function renewedUntilMissing(at: Finding['at']): Finding {
  return {
    code: 'renewed-valid-to-missing',
    severity: 'warning',
    message: '已答“已延续”，但没有延续后的有效期。请填写新证载明的有效期至，否则无法计算下一次延续的期限。',
    messageEn:
      'Answered “renewed”, but the new end of validity is missing. Give it, or the next renewal limit cannot be counted.',
    at,
  };
}

function runningFindings(
  heldTo: CivilDate,
  asOf: CivilDate,
  until: CivilDate,
  calendar: WorkingDayCalendar,
): Finding[] {
  const findings: Finding[] = [];
  const limit = daysBefore(calendar, heldTo, RENEWAL_DAYS);
  if (limit.dueOn < asOf) {
    findings.push({
      code: 'renewal-limit-passed',
      severity: 'warning',
      message: `许可证有效期至${heldTo}，延续申请的最后一日${limit.dueOn}已过。尚未申请的，请立即与发证机关联系；逾期申请可能不予延续（电信业务经营许可管理办法第27条，E）。`,
      messageEn: `The licence is valid to ${heldTo}; the last day to apply for renewal, ${limit.dueOn}, has passed. If no application was made, contact the issuing authority at once: a late one may be refused (Order 42 art. 27, E).`,
      at: { path: 'licence.validTo' },
    });
  }
  if (until > heldTo) {
    findings.push({
      code: 'horizon-after-expiry',
      severity: 'info',
      message: `有效期至${heldTo}。其后的日期取决于是否延续，登记延续后的许可证后再生成。`,
      messageEn: `Valid to ${heldTo}. Later dates depend on renewal and are made once the renewed licence is entered.`,
      at: { path: 'licence.validTo' },
    });
  }
  return findings;
}

function validToMissing(): Finding {
  return {
    code: 'valid-to-missing',
    severity: 'warning',
    message: '没有有效期至，无法判断许可证是否有效，也无法计算延续的期限。请对照原件补填。',
    messageEn:
      'The end of validity is missing: neither the validity nor the renewal limit can be worked out. Fill it in from the original.',
    at: { path: 'licence.validTo' },
  };
}

function issuedOnMissing(from: CivilDate): Finding {
  return {
    code: 'issued-on-missing',
    severity: 'warning',
    message: `没有发证日期，以往年度的事项无法确定，只从${from}起列出。请对照原件补填。`,
    messageEn: `The issue date is missing: items of earlier years cannot be known, so the list starts on ${from}. Fill it in from the original.`,
    at: { path: 'licence.issuedOn' },
  };
}

function notYetIssued(issuedOn: string, asOf: CivilDate): Finding {
  return {
    code: 'as-of-before-issue',
    severity: 'warning',
    message: `查询日${asOf}早于发证日期${issuedOn}，当日尚未持有该许可证。`,
    messageEn: `The as-of day ${asOf} lies before the issue date ${issuedOn}: the licence was not held on that day.`,
    at: { path: 'licence.issuedOn' },
  };
}

/** The question to the issuing authority when the licence lapsed before the end of the year to be reported on. */
export function borderlineFinding(year: number, heldTo: CivilDate, authority: string | null): Finding {
  const who = authority ?? '发证机关';
  return {
    code: 'annual-report-uncertain',
    severity: 'warning',
    message: `${year}年年报存疑：许可证于${heldTo}届满，早于${year - 1}年12月31日。请向${who}确认：许可证在上一年12月31日前已届满的，是否仍须参加${year}年年报？`,
    messageEn: `Annual report ${year} is uncertain: the licence lapsed on ${heldTo}, before 31 December ${year - 1}. Ask ${authority ?? 'the issuing authority'}: is the ${year} annual report still owed by a holder whose licence lapsed before 31 December of last year?`,
    at: { path: 'licence.validTo' },
  };
}

/** Events that start no clock because the licence was not held on their day. */
export function eventOutsideValidity(standing: Standing, day: CivilDate, path: string): Finding | null {
  if (isHeldOn(standing, day)) return null;
  const before = day < standing.heldFrom;
  return {
    code: before ? 'event-before-licence' : 'event-after-expiry',
    severity: 'warning',
    message: before
      ? `事件日期${day}早于发证日期${standing.heldFrom}，按本许可证不产生期限。`
      : `事件日期${day}晚于有效期届满日${standing.heldTo}。在确认许可证是否延续之前，许可证上的义务不因此产生期限；不持证也须遵守的法定期限照常列出。`,
    messageEn: before
      ? `The event of ${day} lies before the issue date ${standing.heldFrom}; it starts no clock under this licence.`
      : `The event of ${day} lies after the expiry on ${standing.heldTo}. Until it is known whether the licence goes on, it starts no clock of the licence; limits of law that bind without a licence are listed all the same.`,
    at: { path },
  };
}

/** A date of an event that lies after the as-of day although only a plan may. */
export function notYetHappened(day: string, asOf: string, path: string): Finding {
  return {
    code: 'event-in-future',
    severity: 'warning',
    message: `事件日期${day}晚于查询日${asOf}，尚未发生，不产生期限。`,
    messageEn: `The event of ${day} lies after the as-of day ${asOf}; it has not happened and starts no clock.`,
    at: { path },
  };
}
