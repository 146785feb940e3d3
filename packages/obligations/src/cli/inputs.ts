import type { Facts, TriggerEvent } from '../rulebook/index.ts';
import { CommandError } from './command-error.ts';
import { readJson } from './files.ts';

/** Answers of `--facts`; none when it is not given. @throws {CommandError} */
export function factsFrom(path: string | undefined): Facts {
  const facts = readJson(path, '--facts') ?? {};
  if (typeof facts !== 'object' || Array.isArray(facts))
    throw new CommandError('--facts 应为 JSON 对象：{"事实键": 值}。');
  return facts as Facts;
}

/** Trigger events of `--events`; none when it is not given. @throws {CommandError} */
export function eventsFrom(path: string | undefined): TriggerEvent[] {
  const events = readJson(path, '--events') ?? [];
  if (!Array.isArray(events)) throw new CommandError('--events 应为 JSON 数组：[{"id","type",…}]。');
  events.forEach((event: unknown, i) => {
    if (typeof event !== 'object' || event === null || Array.isArray(event))
      throw new CommandError(`events[${i}] 应为对象。`);
  });
  return events as TriggerEvent[];
}
