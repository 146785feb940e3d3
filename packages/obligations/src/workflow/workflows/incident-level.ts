import type { Mark } from '../../rulebook/marks.ts';
import { cite } from '../../rulebook/sources.ts';
import type { MarkedNote } from '../machine/model.ts';
import { note } from './shared/fields.ts';

/** Levels of an incident, the mildest first. */
export const INCIDENT_LEVELS = ['general', 'fairly-large', 'large', 'extremely-large'] as const;
export type IncidentLevel = (typeof INCIDENT_LEVELS)[number];

/** What is known of an incident. `level`: the level found by the other criteria (outage, loss, data, content). */
export interface IncidentSize {
  readonly personsAffected?: number | undefined;
  readonly level?: IncidentLevel | undefined;
}

/**
 * The level by one table. `below-table`: the number of persons reaches no level of the table, which never means that no
 * report is due; `unknown`: neither number nor level is known.
 */
export interface LevelAnswer {
  readonly level: IncidentLevel | 'below-table' | 'unknown';
  readonly mark: Mark;
  /** Smallest number of persons of that level, null where the level does not come from the number. */
  readonly fromPersons: number | null;
}

const MILLION = 1_000_000;

/** Smallest number of persons leaked for each level; the cyberspace administration's table starts at fairly large. */
const CYBERSPACE: readonly (readonly [IncidentLevel, number])[] = [
  ['extremely-large', 100 * MILLION],
  ['large', 10 * MILLION],
  ['fairly-large', MILLION],
];
const MINISTRY: readonly (readonly [IncidentLevel, number])[] = [...CYBERSPACE, ['general', MILLION / 10]];

const NEVER_NO_REPORT: readonly MarkedNote[] = [
  note(
    'V',
    '低于表列人数不等于无须报告：个人信息泄露的补救和通知没有人数门槛（个人信息保护法第57条）。',
    'Below the numbers it does not follow that no report is due: remedy and notice of a leak have no threshold (PIPL art 57).',
    [cite('pipl', '57', 'V')],
  ),
  note(
    'E',
    '级别不只看人数：中断范围、损失、重要数据、内容各有标准，取较高者。',
    'Levels count not only persons: outage, loss, important data and content have criteria of their own; the higher one counts.',
  ),
];

/** The level by the cyberspace administration's measures of 2025 and by the ministry's plan of 2017. */
export function incidentLevels(size: IncidentSize): {
  readonly cyberspace: LevelAnswer;
  readonly ministry: LevelAnswer;
  readonly notes: readonly MarkedNote[];
} {
  return { cyberspace: levelBy(CYBERSPACE, size), ministry: levelBy(MINISTRY, size), notes: NEVER_NO_REPORT };
}

function levelBy(table: readonly (readonly [IncidentLevel, number])[], size: IncidentSize): LevelAnswer {
  const { personsAffected: persons, level: stated } = size;
  const row = persons === undefined ? undefined : table.find(([, least]) => persons >= least);
  if (stated !== undefined && (row === undefined || rank(stated) > rank(row[0]))) {
    return { level: stated, mark: 'E', fromPersons: null };
  }
  if (row !== undefined) return { level: row[0], mark: 'E', fromPersons: row[1] };
  return { level: persons === undefined ? 'unknown' : 'below-table', mark: 'E', fromPersons: null };
}

function rank(level: IncidentLevel): number {
  return INCIDENT_LEVELS.indexOf(level);
}
