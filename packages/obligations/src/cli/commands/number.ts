import { parseLicenceNumber } from '../../licence/index.ts';
import { type Arguments, oneOperand } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import type { CommandResult } from '../output.ts';
import { findingLines } from '../print/findings.ts';

/** `number`: takes a licence number apart. Filing numbers and other registers are refused with an explanation. */
export function numberCommand(args: Arguments): CommandResult {
  const parsed = parseLicenceNumber(oneOperand(args, '许可证编号'));
  if (!parsed.ok) throw new CommandError(`${parsed.finding.message} ${parsed.finding.messageEn}`);
  const { ok: _ok, ...number } = parsed;
  return {
    json: number,
    text: (lang) => {
      const yes = lang === 'zh' ? '是' : 'yes';
      const no = lang === 'zh' ? '否' : 'no';
      const flag = (value: boolean | null) =>
        value === null ? (lang === 'zh' ? '未知' : 'unknown') : value ? yes : no;
      const rows: [string, string, string][] = [
        ['编号', 'number', number.number],
        ['形式', 'form', number.form],
        ['发证机关', 'issuing authority', number.authorityEffective?.[lang] ?? flag(null)],
        ['省份', 'province', number.province ?? '—'],
        ['跨地区', 'cross-regional', flag(number.crossRegional)],
        ['外商投资', 'foreign-invested', flag(number.foreignInvested)],
        ['类别', 'classes', number.classes.join('.')],
        ['首次发证年份', 'year of first issue', number.year === null ? '—' : String(number.year)],
        ['序号', 'serial', number.serial],
      ];
      const table = rows.map(([zh, en, value]) => `${lang === 'zh' ? zh : en}：${value}`);
      return [...table, ...findingLines(number.findings, lang)].join('\n');
    },
  };
}
