import type { Language } from '../../text/bilingual.ts';
import type { Finding } from '../../text/finding.ts';

const SIGNS = { error: '✗', warning: '!', info: '·' } as const;

/** Findings as lines, the grave ones first, each with its place. */
export function findingLines(findings: readonly Finding[], lang: Language): string[] {
  const order = ['error', 'warning', 'info'] as const;
  return order.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity).map((finding) => lineOf(finding, lang)),
  );
}

function lineOf({ severity, message, messageEn, at }: Finding, lang: Language): string {
  const words = lang === 'zh' ? message : messageEn;
  if (at === null) return `${SIGNS[severity]} ${words}`;
  const place =
    'path' in at ? at.path : lang === 'zh' ? `第${at.line}行第${at.column}列` : `line ${at.line}, column ${at.column}`;
  return `${SIGNS[severity]} ${words} (${place})`;
}
