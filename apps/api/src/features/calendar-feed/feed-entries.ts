import { type Bilingual, OWN_CLAUSE, type Rulebook } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import { titleOf } from '../schedule/change-views.ts';
import type { CalendarEntry } from './write-calendar.ts';

/** An item as the function of the feed gives it. */
export interface FeedRow {
  tenant_id: string;
  organisation_name: string;
  id: string;
  duty_id: string;
  clause: string;
  action: Bilingual;
  applies: string;
  due_on: string | null;
  due_at: string | null;
  act_by: string | null;
  provisional: boolean;
  mark: string;
  work_state: string;
  is_gone: boolean;
  moves: number;
  changed_at: Date;
}

const DONE = ['submitted', 'closed', 'waived'];
/** Where an item comes from. Practice is never shown as law. */
const MARKS: Readonly<Record<string, Bilingual>> = {
  V: { zh: '法规原文已核对', en: 'from law, text read' },
  E: { zh: '法规，依据摘录', en: 'from law, by an excerpt' },
  P: { zh: '办理惯例，非法规要求', en: 'practice, not law' },
  M: { zh: '依据待核实', en: 'source still to be verified' },
  O: { zh: '内部规则，非法规要求', en: 'own rule, not law' },
};

/**
 * Items as entries of a calendar: what is to be done, for which company, until when. No person is named: nobody knows
 * who reads a calendar along.
 */
export function feedEntries(
  rows: readonly FeedRow[],
  { language, rulebook, publicUrl }: { language: 'zh' | 'en'; rulebook: Rulebook; publicUrl: string | null },
): CalendarEntry[] {
  const say = (words: Bilingual) => words[language];
  return rows.flatMap((row) => {
    const on = row.due_at ?? row.due_on;
    if (on === null) return [];
    const isDone = DONE.includes(row.work_state);
    const state = row.is_gone ? 'cancelled' : isDone ? 'done' : 'to-do';
    const isUnsure = row.applies === 'unknown';
    const marks = [
      isDone ? '✓ ' : '',
      isUnsure ? say({ zh: '（待确认）', en: '(to be confirmed) ' }) : '',
      row.provisional ? say({ zh: '（日期暂定）', en: '(provisional date) ' }) : '',
    ].join('');
    const lines: (Bilingual | null)[] = [
      titleOf(row.duty_id, rulebook, row.action),
      row.clause === OWN_CLAUSE
        ? { zh: '自有义务', en: 'Own duty' }
        : { zh: `条款 ${row.clause}`, en: `Clause ${row.clause}` },
      MARKS[row.mark] ?? null,
      row.act_by !== null && row.act_by !== row.due_on
        ? { zh: `请于 ${row.act_by}（工作日）前办理`, en: `Act by ${row.act_by}, a working day` }
        : null,
      isUnsure
        ? { zh: '是否适用待确认，请先回答问题', en: 'Whether it applies is not known: answer its question' }
        : null,
    ];
    return [
      {
        // The host is not part of it: it stays the same when the product moves to another address.
        uid: `obl-${row.id}@zhengqi`,
        sequence: row.moves,
        changedAt: new Date(row.changed_at).toISOString(),
        summary: `${marks}${say(row.action)}｜${row.organisation_name}`,
        description: lines.flatMap((line) => (line === null ? [] : say(line))).join('\n'),
        url: publicUrl === null ? null : pageOf(publicUrl, row),
        on,
        state,
      } satisfies CalendarEntry,
    ];
  });
}

function pageOf(publicUrl: string, row: FeedRow): string {
  const url = new URL(`/occurrences/${publicId('occurrence', row.id)}`, publicUrl);
  url.searchParams.set('org', publicId('organisation', row.tenant_id));
  return url.href;
}
