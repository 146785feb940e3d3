/** How many people can each be given a phone that no other of them uses (a largest matching). */
export function mostWithOwnPhones(phones: readonly (readonly string[])[]): number {
  const taken = new Map<string, number>();
  const place = (person: number, seen: Set<string>): boolean => {
    for (const phone of phones[person] ?? []) {
      if (seen.has(phone)) continue;
      seen.add(phone);
      const holder = taken.get(phone);
      if (holder === undefined || place(holder, seen)) {
        taken.set(phone, person);
        return true;
      }
    }
    return false;
  };
  return phones.filter((_, person) => place(person, new Set())).length;
}
