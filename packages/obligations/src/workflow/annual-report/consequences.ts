import { cite } from '../../rulebook/sources.ts';
import type { MarkedNote } from '../machine/model.ts';
import { note } from '../workflows/shared/fields.ts';

/** What follows when the report is not filed, or not true, in the order of time. */
export const ANNUAL_REPORT_CONSEQUENCES: readonly MarkedNote[] = [
  note(
    'P',
    '4月通常可补报，5月1日关闭；不是第二个期限。',
    'April usually serves for late filing, the form closes on 1 May; no second limit.',
  ),
  note(
    'E',
    '责令限期报送；期满仍未报送的，列入不良名单，补报并确认后移出。',
    'Ordered to file; not filed by the ordered day: listed for bad conduct, taken off after filing and confirmation.',
    [cite('order-42', '38', 'E')],
  ),
  note(
    'E',
    '基础企业、接入服务商应予考量，名单可用于招投标和评优。',
    'Basic operators and access providers weigh it; the list may be used in tenders and awards.',
    [cite('notice-2018-lists', null, 'E')],
  ),
  note(
    'P',
    '补报前，实践中不办理变更和续期；5月至9月抽查。',
    'Until it is filed, changes and renewals wait in practice; random checks from May to September.',
  ),
  note(
    'M',
    '内容不真实的，警告，可并处5000元至3万元罚款（条号未核实）。',
    'If untrue: warning, and a fine of 5,000 to 30,000 yuan may be added (article unverified).',
    [cite('order-42', '48', 'M')],
  ),
];
