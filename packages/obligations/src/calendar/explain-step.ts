import type { DerivationStep, StepCandidate, StepOp } from './derivation-step.ts';
import { blocksInWords, dayInWords, type ExplainLanguage } from './explain-words.ts';

type Sentence = (step: DerivationStep) => string;

const zhDay = (d: DerivationStep['from']): string => dayInWords(d, 'zh');
const enDay = (d: DerivationStep['from']): string => dayInWords(d, 'en');
const zhHits = (step: DerivationStep): string =>
  step.hits === undefined ? '' : `（${blocksInWords(step.hits, 'zh')}）`;
const enHits = (step: DerivationStep): string =>
  step.hits === undefined ? '' : ` (${blocksInWords(step.hits, 'en')})`;

const ZH: Readonly<Record<StepOp, Sentence>> = {
  'working-days-apply': ({ rule }) =>
    rule === 'C7'
      ? '行政许可机关的办理期限按工作日计算，不含法定节假日（行政许可法第八十二条）'
      : rule === 'C8'
        ? '行政处罚程序中的二日、三日、五日、七日指工作日（行政处罚法第八十五条）'
        : '条文写明“工作日”，按工作日计算',
  'start-not-counted': ({ rule, from, to }) =>
    rule === 'C12'
      ? `“自……之日起”：${zhDay(from)}为开始之日，不计入，自次日${zhDay(to)}起算（民法典第二百零一条）`
      : `开始的当日${zhDay(from)}不计入，自次日${zhDay(to)}起算（民法典第二百零一条）`,
  'count-natural-days': ({ from, to, n }) =>
    `自${zhDay(from)}次日起按自然日计${n}日，末日为${zhDay(to)}（民法典第二百条）`,
  'count-working-days': (step) =>
    `自${zhDay(step.from)}次日起数第${step.n}个工作日为${zhDay(step.to)}，其间另有普通周末${step.weekendDays ?? 0}天不计${zhHits(step)}`,
  'count-months': ({ from, to, n, unit }) =>
    `自${zhDay(from)}起计${n}${unit === 'year' ? '年' : '个月'}，末日为${zhDay(to)}（民法典第二百零二条）`,
  'month-end': ({ to }) => `到期月没有对应日，以月末日为末日：${zhDay(to)}（民法典第二百零二条）`,
  'count-back': ({ from, to, n }) => `自${zhDay(from)}向前倒数${n}个自然日，为${zhDay(to)}（法无倒算规定，本产品规则）`,
  stays: (step) => `${zhDay(step.from)}为工作日，不移动${zhHits(step)}`,
  'roll-later': (step) =>
    `末日${zhDay(step.from)}为休息日，顺延至其后第一个工作日${zhDay(step.to)}${zhHits(step)}（民法典第二百零三条）`,
  'roll-earlier': (step) =>
    `${zhDay(step.from)}为休息日，倒算期限从严提前至${zhDay(step.to)}${zhHits(step)}（本产品规则）`,
  'not-rolled': ({ from }) => `期限止于日历日${zhDay(from)}，遇休息日不顺延（本产品规则）`,
  'strict-reading': ({ from, to }) => `从严理解，期间各日须完整相隔，比${zhDay(from)}再提前一日，为${zhDay(to)}`,
  'act-by': (step) =>
    `建议办理日：${zhDay(step.from)}当日或之前的最后一个工作日，为${zhDay(step.to)}${zhHits(step)}（本产品规则）`,
  'act-by-passed': ({ from, to }) => `该日${zhDay(from)}早于期间开始之日${zhDay(to)}，应立即办理，最迟以到期日为准`,
  'fixed-window': ({ from, to }) => `固定窗口：${zhDay(from)}至${zhDay(to)}，首尾均计入，遇休息日不顺延`,
  'outside-coverage': ({ from, to, fields, coverage }) =>
    `暂定：${span(from, to, '至')}不在已收录的放假安排范围内（收录${coverage?.from ?? '?'}至${coverage?.to ?? '?'}），` +
    `仅按周一至周五为工作日推算，可能变动的有${(fields ?? []).map((f) => (f === 'dueOn' ? '到期日' : '建议办理日')).join('、')}`,
  'count-hours': ({ fromAt, toAt, n }) =>
    `自${fromAt}起${n}小时，至${toAt}，夜间、周末和节假日均计入，不取整（民法典第二百零一条）`,
  'other-law': ({ note }) => `另有规定或约定的从其规定（民法典第二百零四条）：${note ?? ''}`,
  'earlier-wins': ({ to, candidates }) =>
    `期限规定不一致，取较早者${zhDay(to)}：${candidateList(candidates, '；', '到期', '最晚行动')}（本产品规则）`,
};

const EN: Readonly<Record<StepOp, Sentence>> = {
  'working-days-apply': ({ rule }) =>
    rule === 'C7'
      ? 'The licensing authority’s own periods are working days, holidays excluded (Administrative Licensing Law art 82)'
      : rule === 'C8'
        ? 'In penalty procedure two, three, five and seven days mean working days (Administrative Penalty Law art 85)'
        : 'The rule says “working days”, so working days are counted',
  'start-not-counted': ({ rule, from, to }) =>
    rule === 'C12'
      ? `“From the day of …”: ${enDay(from)} is the start and not counted; day 1 is ${enDay(to)} (Civil Code art 201)`
      : `The start day ${enDay(from)} is not counted; day 1 is ${enDay(to)} (Civil Code art 201)`,
  'count-natural-days': ({ from, to, n }) =>
    `A period of ${counted(n, 'natural day')} after ${enDay(from)} ends on ${enDay(to)} (Civil Code art 200)`,
  'count-working-days': (step) =>
    `Working day number ${step.n} after ${enDay(step.from)} is ${enDay(step.to)}; ` +
    `not counted: ${counted(step.weekendDays, 'ordinary weekend day')} in between${enHits(step)}`,
  'count-months': ({ from, to, n, unit }) =>
    `A period of ${counted(n, unit ?? '')} from ${enDay(from)} ends on ${enDay(to)} (Civil Code art 202)`,
  'month-end': ({ to }) =>
    `That month has no such day, so the period ends on its last day ${enDay(to)} (Civil Code art 202)`,
  'count-back': ({ from, to, n }) =>
    `${counted(n, 'natural day')} back from ${enDay(from)} is ${enDay(to)} (no statute on counting back; our own rule)`,
  stays: (step) => `${enDay(step.from)} is a working day and stays${enHits(step)}`,
  'roll-later': (step) =>
    `${enDay(step.from)} is a rest day; the period ends on the next working day ${enDay(step.to)}${enHits(step)} (Civil Code art 203)`,
  'roll-earlier': (step) =>
    `${enDay(step.from)} is a rest day; a limit counted back moves to the working day before, ${enDay(step.to)}${enHits(step)} (our own rule)`,
  'not-rolled': ({ from }) => `The period ends on the calendar day ${enDay(from)}, rest day or not (our own rule)`,
  'strict-reading': ({ from, to }) =>
    `Read strictly, all the days must lie in between: one day before ${enDay(from)}, which is ${enDay(to)}`,
  'act-by': (step) =>
    `Last safe day to act: the last working day on or before ${enDay(step.from)} is ${enDay(step.to)}${enHits(step)} (our own rule)`,
  'act-by-passed': ({ from, to }) =>
    `That day, ${enDay(from)}, lies before the start ${enDay(to)}: act at once, at the latest by the due date`,
  'fixed-window': ({ from, to }) =>
    `Fixed window from ${enDay(from)} to ${enDay(to)}, both included; it does not move off rest days`,
  'outside-coverage': ({ from, to, fields, coverage }) =>
    `Provisional: no holiday notice on file covers ${span(from, to, ' to ')} (on file: ${coverage?.from ?? '?'} to ` +
    `${coverage?.to ?? '?'}); Monday to Friday were taken as working days, so ` +
    `${(fields ?? []).map((f) => (f === 'dueOn' ? 'the due date' : 'the act-by date')).join(' and ')} may change`,
  'count-hours': ({ fromAt, toAt, n }) =>
    `A period of ${counted(n, 'hour')} from ${fromAt} ends at ${toAt}; nights, weekends and holidays count, nothing is rounded (Civil Code art 201)`,
  'other-law': ({ note }) => `Another law or an agreement prevails (Civil Code art 204): ${note ?? ''}`,
  'earlier-wins': ({ to, candidates }) =>
    `The limits differ; the earlier one counts, ${enDay(to)}: ${candidateList(candidates, '; ', ' due', ' act by')} (our own rule)`,
};

/**
 * Renders one step of a derivation in plain words that can be checked against a wall calendar, in Chinese or English,
 * without a full stop. The verification mark is not part of it: show `step.mark` beside it.
 */
export function explainStep(step: DerivationStep, lang: ExplainLanguage): string {
  return (lang === 'zh' ? ZH : EN)[step.op](step);
}

/** `1 day`, `2 days`. */
function counted(n: number | undefined, unit: string): string {
  return `${n ?? 0} ${unit}${n === 1 ? '' : 's'}`;
}

function span(from: string | undefined, to: string | undefined, word: string): string {
  return from === to ? `${from ?? '?'}` : `${from ?? '?'}${word}${to ?? '?'}`;
}

function candidateList(
  candidates: readonly StepCandidate[] | undefined,
  separator: string,
  due: string,
  act: string,
): string {
  return (candidates ?? [])
    .map(
      ({ label, dueOn, actBy }, i) =>
        `${label ?? `#${i + 1}`}${due} ${dueOn}${separator === '；' ? '，' : ','}${act} ${actBy}`,
    )
    .join(separator);
}
