import { type FactDefinition, FACTS } from '../rulebook/facts.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Leaf } from './leaf.ts';
import { type Truth, YES } from './truth.ts';

const CATALOGUE: Readonly<Record<string, FactDefinition>> = FACTS;

/** The question of a fact; facts of a tenant's own rules without a definition are asked by their key. */
export function questionOf(key: string): Bilingual {
  return CATALOGUE[key]?.question ?? { zh: `请填写“${key}”。`, en: `Please answer “${key}”.` };
}

function labelOf(key: string, value: string): Bilingual {
  return CATALOGUE[key]?.values?.find((option) => option.value === value)?.label ?? { zh: value, en: value };
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

function listed(key: string, values: readonly string[]): Bilingual {
  const labels = values.map((value) => labelOf(key, value));
  return { zh: labels.map((label) => label.zh).join('、'), en: labels.map((label) => label.en).join(', ') };
}

function answerOf(leaf: Extract<Leaf, { fact: string }>, holds: boolean): Bilingual {
  if ('atLeast' in leaf) {
    const n = grouped(leaf.atLeast);
    return holds ? { zh: `不少于${n}`, en: `at least ${n}` } : { zh: `少于${n}`, en: `fewer than ${n}` };
  }
  if ('lessThan' in leaf) {
    const n = grouped(leaf.lessThan);
    return holds ? { zh: `少于${n}`, en: `fewer than ${n}` } : { zh: `不少于${n}`, en: `at least ${n}` };
  }
  if ('notEmpty' in leaf) return holds ? { zh: '有', en: 'some' } : { zh: '无', en: 'none' };
  if ('is' in leaf) {
    if (typeof leaf.is === 'boolean') return leaf.is === holds ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    const label = labelOf(leaf.fact, String(leaf.is));
    return holds ? label : { zh: `不是${label.zh}`, en: `not ${label.en}` };
  }
  const wanted = 'includes' in leaf ? [leaf.includes] : leaf.includesAny;
  const members = listed(leaf.fact, wanted);
  if (!holds) return { zh: `不含${members.zh}`, en: `without ${members.en}` };
  return wanted.length === 1
    ? { zh: `含${members.zh}`, en: `with ${members.en}` }
    : { zh: `含${members.zh}之一`, en: `with one of ${members.en}` };
}

/** What an answer is about: the fact's own heading, or its question without the question mark. */
function headingOf(key: string): Bilingual {
  const topic = CATALOGUE[key]?.topic;
  if (topic !== undefined) return topic;
  const { zh, en } = questionOf(key);
  return { zh: zh.replace(/[？。]$/, ''), en: en.replace(/[?.]$/, '') };
}

/** One settled leaf in words: what was asked and the answer. */
export function reasonOfLeaf(leaf: Leaf, truth: Truth): Bilingual {
  const holds = truth === YES;
  if ('always' in leaf) return { zh: '不附条件，一律适用', en: 'binds without further conditions' };
  if ('onOrAfter' in leaf) {
    return holds
      ? { zh: `自${leaf.onOrAfter}起施行`, en: `in force since ${leaf.onOrAfter}` }
      : { zh: `${leaf.onOrAfter}起才施行`, en: `in force only from ${leaf.onOrAfter}` };
  }
  if ('before' in leaf) {
    return holds
      ? { zh: `在${leaf.before}之前有效`, en: `valid until the day before ${leaf.before}` }
      : { zh: `自${leaf.before}起不再有效`, en: `no longer valid from ${leaf.before}` };
  }
  const says = CATALOGUE[leaf.fact]?.says;
  if (says !== undefined && 'is' in leaf) return leaf.is === holds ? says.yes : says.no;
  const heading = headingOf(leaf.fact);
  const answer = answerOf(leaf, holds);
  return { zh: `${heading.zh}：${answer.zh}`, en: `${heading.en}: ${answer.en}` };
}

/** Reasons joined into one sentence; duplicates once. */
export function joinReasons(reasons: readonly Bilingual[]): Bilingual {
  const zh = [...new Set(reasons.map((reason) => reason.zh))];
  const en = [...new Set(reasons.map((reason) => reason.en))];
  return { zh: zh.join('；'), en: en.join('; ') };
}

/** Why a result is unknown: the questions that decide it. */
export function reasonOfUnknown(keys: readonly string[]): Bilingual {
  const questions = keys.map(questionOf);
  return {
    zh: `待回答：${questions.map((question) => question.zh).join('')}`,
    en: `Depends on: ${questions.map((question) => question.en).join(' ')}`,
  };
}
