/** Somebody who can be named. */
interface Person {
  id: string;
  name: string;
}

/**
 * Who is named in a text by `@name`. The longest name wins, so that 王小明 does not call 王小 as well; a name that two
 * people bear calls both, since nobody can tell which was meant.
 */
export function mentionsIn(text: string, people: readonly Person[]): string[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const named = byLength.find(({ name }) => name !== '' && text.startsWith(name, at + 1));
    for (const { id, name } of people) if (named?.name === name) found.add(id);
  }
  return [...found];
}

/** The `@` that stands before the caret and what is written of a name since; null when nobody is being named. */
export function askedAt(text: string, caret: number): { at: number; begun: string } | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || caret === 0) return null;
  const begun = text.slice(at + 1, caret);
  // Names have blanks, sentences as well: past some signs nobody is writing a name any more.
  return begun.length > 20 || /\n/.test(begun) ? null : { at, begun };
}
