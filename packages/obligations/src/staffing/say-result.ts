import { joinReasons } from '../applicability/reason.ts';
import type { Mark } from '../rulebook/marks.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { RequirementResult } from './model.ts';

/** What a mark means to a reader; null where the requirement is read in the law. */
const NOT_LAW: Readonly<Record<Mark, Bilingual | null>> = {
  V: null,
  E: null,
  P: { zh: '业界做法，非法律要求', en: 'practice, not law' },
  M: { zh: '条文未核实', en: 'unverified' },
  O: { zh: '本产品规则，非法律', en: 'our own rule, not law' },
};

/** The deciding requirements in one sentence; what is not law says so. */
export function sayResult(results: readonly RequirementResult[]): Bilingual {
  return joinReasons(
    results.map(({ text, because, mark }) => {
      const note = NOT_LAW[mark];
      const zh = `${text.zh}：${because.zh}`;
      const en = `${text.en}: ${because.en}`;
      return note === null ? { zh, en } : { zh: `${zh}（${note.zh}）`, en: `${en} (${note.en})` };
    }),
  );
}
