import { parseCreditCode } from '../../licence/index.ts';
import { type Arguments, oneOperand } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import type { CommandResult } from '../output.ts';
import { findingLines } from '../print/findings.ts';

/** `uscc`: checks a unified social credit code. A wrong check digit is a warning, not a refusal. */
export function creditCodeCommand(args: Arguments): CommandResult {
  const parsed = parseCreditCode(oneOperand(args, '统一社会信用代码'));
  if (!parsed.ok) throw new CommandError(`${parsed.finding.message} ${parsed.finding.messageEn}`);
  const { ok: _ok, ...code } = parsed;
  return {
    json: code,
    text: (lang) => {
      const valid = code.findings.length === 0;
      const verdict = lang === 'zh' ? (valid ? '校验通过' : '请核对') : valid ? 'check digits agree' : 'please check';
      return [`${code.code}  ${verdict}`, ...findingLines(code.findings, lang)].join('\n');
    },
  };
}
