import { EMPTY_ROSTER, type Roster, ROSTER_SECTIONS, type RosterSection } from '../roster.ts';
import type { CasePerson, CasePost, CaseRoster } from './model.ts';

const SECTIONS = Object.keys(ROSTER_SECTIONS) as RosterSection[];

/** Writes the roster of a case out in full. */
export function rosterOfCase({ kept = SECTIONS, people = {}, ...lists }: CaseRoster = {}): Roster {
  const roster: Roster = {
    ...EMPTY_ROSTER,
    kept: Object.fromEntries(kept.map((section) => [section, '2024-01-01'])),
    people: [],
    employments: [],
    assignments: [],
    trainings: [],
    letters: [],
    certificates: [],
  };
  for (const [name, person] of Object.entries(people)) addPerson(roster, name, person);
  for (const [list, records] of Object.entries(lists)) {
    const numbered = records.map((record, i) => ({ id: `${list}-${i}`, ...record }));
    Object.assign(roster, { [list]: numbered });
  }
  return roster;
}

function addPerson(roster: Roster, id: string, given: CasePerson): void {
  const { phones = [`phone of ${id}`], identity = true, contract = {}, posts = [] } = given;
  roster.people.push({ id, name: id, phoneKeys: phones, identityOnFile: identity });
  if (contract !== null) {
    roster.employments.push({
      id: `contract of ${id}`,
      personId: id,
      type: 'full-time',
      contractFrom: '2025-01-01',
      contractTo: null,
      leftOn: null,
      insurance: { from: '2025-01-01', to: null },
      management: false,
      ...contract,
    });
  }
  posts.forEach((post, i) => roster.assignments.push(assignmentOf(id, post, i)));
  for (const { kind, on } of given.trainings ?? []) {
    roster.trainings.push({ id: `training ${roster.trainings.length}`, personId: id, kind, on });
  }
  if (given.letterOn !== undefined) {
    const letter = { id: `letter of ${id}`, personId: id, signedOn: given.letterOn, validTo: null };
    roster.letters.push({ ...letter, kind: 'confidentiality' });
  }
  for (const { kind, validTo = null } of given.certificates ?? []) {
    const certificate = { id: `certificate ${roster.certificates.length}`, personId: id, kind, numberSet: true };
    roster.certificates.push({ ...certificate, validFrom: '2025-01-01', validTo });
  }
}

function assignmentOf(personId: string, post: CasePost, i: number): Roster['assignments'][number] {
  return {
    id: `post ${i} of ${personId}`,
    personId,
    from: '2025-01-01',
    to: null,
    share: 100,
    deputy: false,
    province: null,
    unit: null,
    appointedOn: null,
    ...post,
  };
}
