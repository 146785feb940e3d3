import type { Bilingual } from '@zhengqi/obligations';
import type { ChainProblem } from './chain.ts';

/** A broken chain in words. */
export function problemText(problem: ChainProblem, seq: number): Bilingual {
  switch (problem) {
    case 'row-changed':
      return { zh: `第 ${seq} 条记录的内容被改动过。`, en: `Entry ${seq} was changed after it was written.` };
    case 'row-missing':
      return { zh: `第 ${seq} 条记录已被删除。`, en: `Entry ${seq} was deleted.` };
    case 'link-missing':
      return {
        zh: `第 ${seq} 条处链条中断，或有记录未入链。`,
        en: `The chain breaks at entry ${seq}, or a row is not part of it.`,
      };
    case 'tail-cut':
      return {
        zh: `库外留存显示曾有第 ${seq} 条记录，现已不存在。`,
        en: `The note outside of the database knows an entry ${seq} that is gone.`,
      };
    case 'history-replaced':
      return {
        zh: `第 ${seq} 条记录与库外留存的校验值不一致。`,
        en: `Entry ${seq} does not agree with the note outside of the database.`,
      };
  }
}
