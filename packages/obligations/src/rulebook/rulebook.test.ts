import { describe, expect, it } from 'vitest';
import { isCivilDate } from '../calendar/index.ts';
import { parseClauseReference, printClauseReference } from './clause-reference.ts';
import type { Condition } from './condition.ts';
import { EVENTS, type EventDefinition } from './events.ts';
import { FACTS } from './facts.ts';
import { lawById } from './laws.ts';
import { dutiesOfClause, dutyById, RULEBOOK } from './rulebook.ts';
import { type DueRule, Duty, Rulebook, type SourceReference } from './schema.ts';

/** Rows of the table of provisions, and the rows added when the print was read again sentence by sentence. */
const PRINTED_ROWS =
  'P0 1 2a 2b 3a 3b 4a 4b 5a 5b 6a 6b 6c 7a 7b 8 9a 9b 10 11 12a 12b 12c 13 14 15 15.1 15.2 15.3 15.4 15.5a 15.5b ' +
  '15.6a 15.6b 15.6c 15.7a 15.7b 15.8b 15.9 15.10 15.11 15.12 15.13 15.14';
const ADDED_ROWS = '4c 5c 6d 8b 9c 9d 11b 15.5c 15.8a 15.10b';
const OTHER_LAW_ROWS = Array.from({ length: 23 }, (_, i) => `X${i + 1}`).join(' ');

/** Facts that the schedule itself supplies. */
const SUPPLIED_FACTS = ['licence_current'];
const UNIT_ATTRIBUTES = ['gradeApprovedOn', 'filedOn', 'lastTestOn', 'lastRiskAssessmentOn'];

const CATALOGUE: Readonly<Record<string, EventDefinition>> = EVENTS;
const rules = RULEBOOK.duties.flatMap((duty) => duty.due.map((rule) => ({ duty, rule })));

describe('numbering', () => {
  it.each(`${PRINTED_ROWS} ${ADDED_ROWS} ${OTHER_LAW_ROWS}`.split(' '))('has row %s, or says why not', (clause) => {
    const left = RULEBOOK.notEncoded.filter((row) => row.clause === clause);
    expect(dutiesOfClause(RULEBOOK, clause).length + left.length).toBeGreaterThan(0);
  });

  it('has the 44 rows of the print', () => {
    expect(PRINTED_ROWS.split(' ')).toHaveLength(44);
  });

  it('follows the order of the print, then other law', () => {
    const clauses = RULEBOOK.duties.map(({ clause }) => clause);
    expect(clauses).toEqual(clauses.toSorted((a, b) => place(a) - place(b)));
  });

  it('hangs every printed duty on its provision, and no other', () => {
    const wrong = RULEBOOK.duties.filter(
      ({ clause, provision }) => provision !== (clause.startsWith('X') ? null : clause.replace(/[a-z]$/, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('is found by the reference as printed', () => {
    for (const { clause } of RULEBOOK.duties) expect(parseClauseReference(printClauseReference(clause))).toBe(clause);
  });
});

describe('ids', () => {
  it('are unique', () => {
    const ids = RULEBOOK.duties.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of due rules are unique inside a duty', () => {
    for (const { due } of RULEBOOK.duties) expect(new Set(due.map(({ id }) => id)).size).toBe(due.length);
  });

  it('of the same act point to an earlier due rule of the duty', () => {
    for (const { duty, rule } of rules.filter((entry) => entry.rule.sameActAs !== undefined)) {
      const [first, second] = [rule.sameActAs, rule.id].map((id) => duty.due.findIndex((other) => other.id === id));
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(second ?? 0);
    }
  });

  it('lead to the duty', () => {
    expect(dutyById(RULEBOOK, 'apply-for-renewal')?.clause).toBe('12b');
    expect(dutyById(RULEBOOK, 'nothing')).toBeUndefined();
    expect(dutiesOfClause(RULEBOOK, '12').map(({ clause }) => clause)).toEqual(['12a', '12b', '12c']);
    expect(dutiesOfClause(RULEBOOK, '99')).toEqual([]);
  });
});

describe('each duty', () => {
  it.each(RULEBOOK.duties.map((duty) => [`${duty.clause} ${duty.id}`, duty] as const))(
    '%s fits the schema',
    (_, duty) => {
      expect(Duty.parse(duty)).toEqual(duty);
    },
  );

  it('marks a deadline exactly where it has one, and a penalty exactly where the sources name one', () => {
    const wrong = RULEBOOK.duties.filter(
      ({ due, penalties, marks }) =>
        due.length > 0 !== (marks.deadline !== null) || penalties.length > 0 !== (marks.penalty !== null),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('shows the unverified fine of licence conditions as unverified everywhere', () => {
    const fines = RULEBOOK.duties
      .flatMap(({ penalties }) => penalties)
      .filter(({ source }) => source.law === 'order-42' && source.article === '48');
    expect(new Set(fines.map(({ source, minYuan, maxYuan }) => `${source.mark} ${minYuan} ${maxYuan}`))).toEqual(
      new Set(['M 5000 30000']),
    );
  });

  it('has penalties from the lower to the higher amount', () => {
    const wrong = RULEBOOK.duties
      .flatMap(({ penalties }) => penalties)
      .filter(({ minYuan, maxYuan }) => minYuan !== undefined && maxYuan !== undefined && minYuan > maxYuan);
    expect(wrong).toEqual([]);
  });
});

describe('sources', () => {
  const sources: SourceReference[] = RULEBOOK.duties.flatMap((duty) => [
    ...duty.sources,
    ...duty.due.flatMap((rule) => rule.sources),
    ...duty.penalties.map(({ source, validTo }) => ({ ...source, ...(validTo === undefined ? {} : { validTo }) })),
  ]);

  it('are laws of the register, each with a mark', () => {
    const strangers = sources.filter(({ law, mark }) => lawById(law) === undefined || mark === undefined);
    expect(strangers).toEqual([]);
  });

  it('are own rules exactly where the mark says so', () => {
    expect(sources.filter(({ law, mark }) => (law === 'own-rule') !== (mark === 'O'))).toEqual([]);
    const own = rules.filter(({ rule }) => rule.mark === 'O' && !rule.sources.some(({ law }) => law === 'own-rule'));
    expect(own).toEqual([]);
  });

  it('include a law in force from the first day on which a clock may start', () => {
    const early = rules.filter(({ duty, rule }) => {
      const starts = [duty.validFrom, rule.validFrom ?? ''].toSorted().at(-1) ?? '';
      return rule.sources.every(({ law }) => (lawById(law)?.inForceFrom ?? '') > starts);
    });
    expect(early.map(({ duty, rule }) => `${duty.id}/${rule.id}`)).toEqual([]);
  });

  it('are cited and applied for no day before they were in force, nor after', () => {
    const wrong = RULEBOOK.duties.flatMap((duty) => {
      const cited = [
        ...duty.sources.map((source) => ({ source, within: [duty, source] })),
        ...duty.due.flatMap((rule) => rule.sources.map((source) => ({ source, within: [duty, rule, source] }))),
        ...duty.penalties.map((penalty) => ({ source: penalty.source, within: [duty, penalty, penalty.source] })),
      ];
      return cited
        .filter(({ source, within }) => {
          const { inForceFrom, inForceTo } = lawById(source.law) ?? { inForceFrom: null };
          const from =
            within
              .map(({ validFrom }) => validFrom ?? '')
              .toSorted()
              .at(-1) ?? '';
          const to = within.map(({ validTo }) => validTo ?? '9999-12-31').toSorted()[0] ?? '';
          return from < (inForceFrom ?? '') || to > (inForceTo ?? '9999-12-31');
        })
        .map(({ source }) => `${duty.id}: ${source.law} ${source.article}`);
    });
    expect(wrong).toEqual([]);
  });

  it('say that the Internet information measures were read in the text of 2011', () => {
    const read = sources.filter(({ law, mark }) => law === 'internet-information-measures' && mark === 'V');
    expect(read.filter(({ note }) => note?.zh.includes('2011') !== true)).toEqual([]);
  });

  it('end where a text was replaced', () => {
    const open = sources.filter(({ law, validTo }) => law === 'csl-2016' && validTo !== '2025-12-31');
    expect(open).toEqual([]);
  });

  it('come from a register with unique ids and days that exist', () => {
    const ids = RULEBOOK.laws.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const days = RULEBOOK.laws.flatMap(({ inForceFrom, inForceTo }) => [inForceFrom, inForceTo]);
    expect(days.filter((day) => day != null && !isCivilDate(day))).toEqual([]);
  });
});

describe('conditions and clocks', () => {
  it('read facts of the catalogue only', () => {
    const keys = RULEBOOK.duties.flatMap((duty) => factsOf(duty.condition));
    expect(keys.filter((key) => !(key in FACTS) && !SUPPLIED_FACTS.includes(key))).toEqual([]);
  });

  it.each(rules.map(({ duty, rule }) => [`${duty.clause} ${rule.id}`, rule] as const))(
    '%s starts from what exists',
    (_, rule) => {
      const event = 'event' in rule.timing ? rule.timing.event : null;
      const attributes = event === null ? {} : (CATALOGUE[event]?.attributes ?? {});
      const known = (key: string) =>
        key.startsWith('event.') ? key.slice('event.'.length) in attributes : key in FACTS;
      expect(factsOf(rule.when ?? { always: true }).filter((key) => !known(key))).toEqual([]);
      expect(event === null || event in EVENTS).toBe(true);
      expect(startOf(rule).filter((start) => !(start in attributes) && !UNIT_ATTRIBUTES.includes(start))).toEqual([]);
    },
  );

  it('keep the choices of renewing and not renewing apart', () => {
    expect(dutyById(RULEBOOK, 'apply-for-renewal')?.condition).toEqual({ fact: 'wants_to_continue', is: true });
    expect(dutyById(RULEBOOK, 'report-not-continuing')?.condition).toEqual({ fact: 'wants_to_continue', is: false });
  });
});

describe('the rulebook', () => {
  it('fits its schema', () => {
    expect(Rulebook.safeParse(RULEBOOK).error).toBeUndefined();
  });
});

function place(clause: string): number {
  const [, law = '', whole = '', item = '0', part = ''] = /^([PX]?)(\d+)(?:\.(\d+))?([a-z]?)$/.exec(clause) ?? [];
  const letter = part === '' ? 0 : part.charCodeAt(0) - 96;
  return (law === 'X' ? 1_000_000 : 0) + Number(whole) * 10_000 + Number(item) * 100 + letter;
}

function factsOf(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact];
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  return 'not' in condition ? factsOf(condition.not) : [];
}

/** Which attribute of the event or of the network unit starts the clock. */
function startOf({ timing }: DueRule): string[] {
  if ('from' in timing) return timing.from === undefined ? [] : [timing.from];
  return 'lastDone' in timing ? [timing.lastDone] : [];
}
