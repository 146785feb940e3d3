import type { Day } from './day.ts';
import type { BodyKind, Post } from './posts.ts';
import type { Roster, RosterSection } from './roster.ts';
import type { Assignment, Body, Certificate, Employment, Letter, Person, Training } from './roster-records.ts';

const NONE: readonly never[] = Object.freeze([]);

/** A roster made ready for many questions: its records by person, post and kind. */
export class RosterIndex {
  readonly roster: Roster;
  private readonly people: ReadonlyMap<string, Person>;
  private readonly employments: ReadonlyMap<string, readonly Employment[]>;
  private readonly byPerson: ReadonlyMap<string, readonly Assignment[]>;
  private readonly byPost: ReadonlyMap<string, readonly Assignment[]>;
  private readonly bodies: ReadonlyMap<string, readonly Body[]>;
  private readonly certificates: ReadonlyMap<string, readonly Certificate[]>;
  private readonly trainings: ReadonlyMap<string, readonly Training[]>;
  private readonly letters: ReadonlyMap<string, readonly Letter[]>;

  constructor(roster: Roster) {
    this.roster = roster;
    this.people = new Map(roster.people.map((person) => [person.id, person]));
    this.employments = grouped(roster.employments, ({ personId }) => personId);
    this.byPerson = grouped(roster.assignments, ({ personId }) => personId);
    this.byPost = grouped(roster.assignments, ({ post }) => post);
    this.bodies = grouped(roster.bodies, ({ kind }) => kind);
    this.certificates = grouped(roster.certificates, ({ personId }) => personId);
    this.trainings = grouped(roster.trainings, ({ personId }) => personId);
    this.letters = grouped(roster.letters, ({ personId }) => personId);
  }

  person(id: string): Person | undefined {
    return this.people.get(id);
  }
  employmentsOf(personId: string): readonly Employment[] {
    return this.employments.get(personId) ?? NONE;
  }
  assignmentsOf(personId: string): readonly Assignment[] {
    return this.byPerson.get(personId) ?? NONE;
  }
  inPost(post: Post): readonly Assignment[] {
    return this.byPost.get(post) ?? NONE;
  }
  bodiesOf(kind: BodyKind): readonly Body[] {
    return this.bodies.get(kind) ?? NONE;
  }
  certificatesOf(personId: string): readonly Certificate[] {
    return this.certificates.get(personId) ?? NONE;
  }
  trainingsOf(personId: string): readonly Training[] {
    return this.trainings.get(personId) ?? NONE;
  }
  lettersOf(personId: string): readonly Letter[] {
    return this.letters.get(personId) ?? NONE;
  }

  /** Whether the company says that a list is complete on the day: then what is not in it is missing, not unknown. */
  isKept(section: RosterSection, day: Day): boolean {
    const from = this.roster.kept[section];
    return from !== undefined && day.reached(from, 'list-complete', section);
  }
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
