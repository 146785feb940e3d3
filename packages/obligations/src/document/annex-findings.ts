import type { Licence } from '../licence/model.ts';
import { fold } from '../text/fold.ts';
import type { Finding } from '../text/finding.ts';
import { newFinding } from '../text/new-finding.ts';
import { KNOWN_CLAUSES, KNOWN_SUBS, KNOWN_TOP } from './known-clauses.ts';
import { refOfKey } from './match-provisions.ts';
import type { Provision } from './model.ts';
import type { AnnexReading } from './read-annex.ts';

/** What a person must know about the annex as compared with the national print and with the first page. */
export function annexFindings(annex: AnnexReading, licence: Licence): Finding[] {
  if (annex.provisions.length === 0) return [];
  const all = [...annex.leads, ...annex.provisions];
  return [...deviations(all), ...missingClauses(annex, licence), ...templateWords(all, licence)];
}

/** Up to this many reworded provisions are reported one by one; more mean a print of its own, and one finding says so. */
const MAX_REWORDED = 5;

function deviations(all: readonly Provision[]): Finding[] {
  const deviating = all.filter((p) => p.deviation !== null);
  const reworded = deviating.filter((p) => p.deviation?.kind === 'wording');
  if (reworded.length <= MAX_REWORDED) return deviating.flatMap(deviationFinding);
  return [...deviating.filter((p) => !reworded.includes(p)).flatMap(deviationFinding), rewordedFinding(reworded)];
}

function deviationFinding({ ref, deviation, at }: Provision): Finding[] {
  if (deviation === null) return [];
  const isOpening = ref === 'P0';
  return [
    newFinding(
      `provision-${deviation.kind}`,
      deviation.severity,
      `${isOpening ? '引言' : `第${ref}条`}与已知文本不同。${deviation.details.map((d) => d.zh).join('')}`,
      `${isOpening ? 'The opening sentence' : `Provision ${ref}`} differs from the known print. ${deviation.details.map((d) => d.en).join(' ')}`,
      at[0] ?? null,
    ),
  ];
}

function rewordedFinding(reworded: readonly Provision[]): Finding {
  const refs = (opening: string) => reworded.map(({ ref }) => (ref === 'P0' ? opening : ref));
  return newFinding(
    'provisions-reworded',
    'info',
    `${reworded.length} 条的措辞与已知文本不同，但关键词、期限和禁止词一致：${refs('引言').join('、')}。`,
    `${reworded.length} provisions are worded differently from the known print, with the same key terms, limits and negations: ${refs('opening sentence').join(', ')}.`,
  );
}

/** Known clauses without a counterpart, one finding for each run of neighbours. */
function missingClauses({ knownKeys, provisions, leads }: AnnexReading, licence: Licence): Finding[] {
  const hasB25 = licence.services.some((s) => s.code === 'B25') || knownKeys.has('15');
  const expected = Array.from({ length: KNOWN_TOP - 1 }, (_, i) => String(i + 1));
  if (hasB25) expected.push(...Array.from({ length: KNOWN_SUBS }, (_, i) => `15.${i + 1}`));
  const findings: Finding[] = [];
  let run: string[] = [];
  let before: Provision | undefined;
  const close = () => {
    if (run.length > 0) findings.push(missing(run, before));
    run = [];
  };
  for (const key of expected.filter((k) => KNOWN_CLAUSES.has(k))) {
    if (!knownKeys.has(key)) {
      run.push(key);
      continue;
    }
    close();
    before = provisions.find((p) => p.key === key) ?? before;
  }
  close();
  if (!knownKeys.has('P0') && !leads.some((l) => l.key === 'P0')) findings.push(openingMissing());
  return findings;
}

function missing(keys: readonly string[], before: Provision | undefined): Finding {
  const refs = keys.map(refOfKey);
  const end = before?.at.at(-1);
  return newFinding(
    'clause-missing',
    'warning',
    `没有找到已知文本中的第${refs.join('、')}条。可能是缺页、漏印，或本许可证的文本不同；这些义务不会因此免除，请核对原件。`,
    `Provision(s) ${refs.join(', ')} of the known print were not found: a page may be missing, or this licence has another text. Check the original; the duties do not end by it.`,
    end === undefined ? null : { ...end },
  );
}

function openingMissing(): Finding {
  return newFinding(
    'opening-missing',
    'info',
    '没有读到“特别规定事项”的引言（按许可证载明事项开展经营活动）。',
    'The opening sentence of the special provisions (operate as the licence states) was not found.',
  );
}

const OLD_SYSTEM = '电信业务市场综合管理信息系统';

/** Words of the national template that mean something else for this licence. */
function templateWords(all: readonly Provision[], licence: Licence): Finding[] {
  const findings: Finding[] = [];
  const ministry = licence.isCrossRegional === false ? all.filter(({ text }) => text.includes('我部')) : [];
  for (const { ref, at } of ministry) {
    findings.push(
      newFinding(
        'ministry-named-on-provincial-licence',
        'info',
        `第${ref}条写作“我部”（工业和信息化部），但这是省内许可证，沿用了全国模板；实际受理机关为原发证机关${licence.authorityEffective ?? ''}。`,
        `Provision ${ref} says 我部 (the ministry), but the licence is provincial and uses the national template; filings go to the original issuing authority (${licence.authorityEffective ?? 'not known'}).`,
        at[0] ?? null,
      ),
    );
  }
  for (const { ref, at } of all.filter(({ text }) => fold(text).includes(OLD_SYSTEM))) {
    findings.push(
      newFinding(
        'old-system-name',
        'info',
        `第${ref}条所称《${OLD_SYSTEM}》现为“电信业务综合管理平台”（《电信业务经营许可管理办法》第三条）。`,
        `Provision ${ref} names a system that is now the 电信业务综合管理平台 (Order 42, art 3).`,
        at[0] ?? null,
      ),
    );
  }
  return findings;
}
