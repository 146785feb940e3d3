import { describe, expect, it } from 'vitest';
import { type FactDefinition, FACTS, type Facts, type FactValue, RULEBOOK } from '../rulebook/index.ts';
import { scheduleOf } from '../testing/schedule.ts';

/** Answers of every kind that a fact can take, on both sides of each threshold. */
function answersTo({ type, values }: FactDefinition): FactValue[] {
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'number':
      return [99_999, 100_000, 1_000_000, 10_000_000, 10_000_001];
    case 'date':
      return ['2025-05-05', '2030-05-05'];
    case 'choice':
      return (values ?? []).map(({ value }) => value);
    case 'list':
      return [[], [values?.[1]?.value ?? 'news']];
    case 'units':
      return [[], [{ id: 'web', grade: 3, filedOn: '2025-02-03', gradeApprovedOn: '2025-01-20' }]];
  }
}

/** What a reader sees: which duties bind, which items there are, what was found. */
function seen(facts: Facts, validTo: string): string {
  const { duties, occurrences, findings } = scheduleOf(RULEBOOK, { licence: { validTo }, facts });
  return JSON.stringify([
    duties.map(({ id, applies }) => [id, applies]),
    occurrences.map(({ key, dueOn, applies, status }) => [key, dueOn, applies, status]),
    findings,
  ]);
}

describe.each([
  ['a running licence', '2028-12-24', {}],
  ['a running licence, personal information handled', '2028-12-24', { handles_personal_information: true }],
  ['an expired licence', '2025-12-24', {}],
  ['an expired licence that was renewed', '2025-12-24', { renewal_status: 'renewed' }],
] as [string, string, Facts][])('%s', (_, validTo, known) => {
  const asked = scheduleOf(RULEBOOK, { licence: { validTo }, facts: known }).questions.map(({ key }) => key);
  const before = seen(known, validTo);
  const changes = (key: string, definition: FactDefinition) =>
    answersTo(definition).some((answer) => seen({ ...known, [key]: answer }, validTo) !== before);
  const open = Object.entries<FactDefinition>(FACTS).filter(([key]) => !(key in known));

  it('asks exactly what can change something', () => {
    expect(open.filter(([key, definition]) => changes(key, definition)).map(([key]) => key)).toEqual(asked);
  });
});
