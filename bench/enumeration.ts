import { type Figure, median, rounded } from './measure.ts';
import { openTimingWorld, type TimingWorld } from './timing-world.ts';

const CALLS = 200;
const LIMIT_PERCENT = 10;

/** Two calls that must look alike: one about what exists, one about what does not. `i` makes each call a new one. */
interface Pair {
  name: string;
  procedure: string;
  query?: true;
  exists: (i: number) => unknown;
  missing: (i: number) => unknown;
}

/**
 * Whether the time of an answer tells who has an account, or which ids exist: both sides in turns, the median of each and
 * of what lies between them.
 */
export async function enumerationBenches(): Promise<Figure[]> {
  const world = await openTimingWorld(CALLS + 20);
  try {
    const figures: Figure[] = [];
    for (const pair of pairsOf(world)) figures.push(...(await compare(world, pair)));
    return figures;
  } finally {
    await world.close();
  }
}

function pairsOf({ known, unknown, own, foreign, missing }: TimingWorld): Pair[] {
  const password = 'a wrong password that is long';
  const signUp = (email: string) => ({ name: '某人', email, password, language: 'zh', organisation: null });
  const organisationId = own;
  return [
    {
      name: 'sign-in',
      procedure: 'session.signIn',
      exists: (i) => ({ email: known(i), password }),
      missing: (i) => ({ email: unknown(i), password }),
    },
    {
      name: 'reset',
      procedure: 'security.requestPasswordReset',
      exists: (i) => ({ email: known(i) }),
      missing: (i) => ({ email: unknown(i) }),
    },
    {
      name: 'sign-up',
      procedure: 'account.signUp',
      exists: (i) => signUp(known(i)),
      missing: (i) => signUp(unknown(i)),
    },
    {
      name: 'invitation',
      procedure: 'invitations.create',
      exists: (i) => ({ organisationId, email: known(i), role: 'member', language: 'zh' }),
      missing: (i) => ({ organisationId, email: unknown(i), role: 'member', language: 'zh' }),
    },
    {
      name: 'organisation-id',
      procedure: 'licences.list',
      query: true,
      exists: () => ({ organisationId: foreign.organisationId }),
      missing: () => ({ organisationId: missing('org') }),
    },
    {
      name: 'licence-id',
      procedure: 'licences.get',
      query: true,
      exists: () => ({ organisationId, licenceId: foreign.licenceId }),
      missing: () => ({ organisationId, licenceId: missing('lic') }),
    },
    {
      name: 'occurrence-id',
      procedure: 'occurrences.get',
      query: true,
      exists: () => ({ organisationId, occurrenceId: foreign.occurrenceId }),
      missing: () => ({ organisationId, occurrenceId: missing('occ') }),
    },
    {
      name: 'event-id',
      procedure: 'events.withdraw',
      exists: () => ({ organisationId, eventId: foreign.eventId, reason: '填写有误' }),
      missing: () => ({ organisationId, eventId: missing('evt'), reason: '填写有误' }),
    },
  ];
}

async function compare(world: TimingWorld, { name, procedure, query, exists, missing }: Pair): Promise<Figure[]> {
  const times = { exists: [] as number[], missing: [] as number[] };
  const sides = { exists, missing };
  const answers = { exists: new Set<string>(), missing: new Set<string>() };
  for (let i = -20; i < CALLS; i += 1) {
    // In turns, and each side first as often as the other: whatever else the machine does meets both.
    const order = i % 2 === 0 ? (['exists', 'missing'] as const) : (['missing', 'exists'] as const);
    for (const side of order) {
      await world.forgetAttempts();
      const { ms, answer } = await world.ask(procedure, sides[side](i + 20), query === true);
      if (i < 0) continue;
      times[side].push(ms);
      answers[side].add(answer);
    }
  }
  if (answers.exists.size !== 1 || [...answers.exists].join() !== [...answers.missing].join()) {
    throw new Error(`${procedure} answers differently: ${[...answers.exists, '|', ...answers.missing].join(' ')}`);
  }
  const [one, other] = [median(times.exists), median(times.missing)];
  // Of the two calls of each turn, which stood next to each other: what slows the machine for a while slows both.
  const apart = median(times.exists.map((ms, i) => ms - (times.missing[i] ?? Number.NaN)));
  const percent = (Math.abs(apart) / Math.max(one, other)) * 100;
  return [
    { name: `${name}-exists-ms`, value: rounded(one), unit: 'ms', target: '—', holds: null },
    { name: `${name}-missing-ms`, value: rounded(other), unit: 'ms', target: '—', holds: null },
    {
      name: `${name}-difference`,
      value: rounded(percent),
      unit: '%',
      target: `< ${LIMIT_PERCENT}`,
      holds: percent < LIMIT_PERCENT,
    },
  ];
}
