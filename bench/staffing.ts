import {
  addDays,
  checkStaffing,
  civilDate,
  comingGaps,
  EMPTY_ROSTER,
  type Post,
  type Roster,
  type StaffingInput,
} from '@zhengqi/obligations';
import { type Figure, median, rounded, seconds } from './measure.ts';
import { scheduleInput } from './population.ts';

const PEOPLE = 500;
const ON = civilDate('2026-11-24');
const UNTIL = addDays(ON, 365);
const ROUNDS = 30;
const WARM_UP = 10;
const LIMIT_MS = 5;

const POSTS: readonly Post[] = [
  'complaint-handler',
  'security-manager',
  'security-staff',
  'duty-contact-7x24',
  'content-reviewer',
  'account-verifier',
  'pi-handler',
  'data-security-staff',
  'technical',
  'sales',
];

/** All checks of a roster of 500 people on one day, and the gaps of a year. */
export function staffingBenches(): Figure[] {
  const input = inputOf(PEOPLE);
  const checks: number[] = [];
  const horizons: number[] = [];
  let gaps = 0;
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const check = seconds(() => checkStaffing(input));
    const horizon = seconds(() => {
      gaps = comingGaps({ ...input, until: UNTIL }).length;
    });
    if (round < WARM_UP) continue;
    checks.push(check * 1000);
    horizons.push(horizon * 1000);
  }
  const day = median(checks);
  return [
    {
      name: 'staffing-500-people',
      value: rounded(day),
      unit: 'ms',
      target: `≤ ${LIMIT_MS}`,
      holds: day <= LIMIT_MS,
    },
    { name: 'staffing-gaps-of-a-year', value: rounded(median(horizons)), unit: 'ms', target: '—', holds: null },
    { name: 'staffing-gaps-found', value: gaps, unit: 'gaps', target: '—', holds: null },
  ];
}

/** A company of whom everything is asked, with people who join, leave and are trained on different days. */
function inputOf(people: number): StaffingInput {
  const { licence, facts, events } = scheduleInput(1);
  return {
    licence,
    events,
    on: ON,
    facts: { ...facts, provinces_operating: ['苏', '浙', '粤'] },
    roster: rosterOf(people),
  };
}

function rosterOf(people: number): Roster {
  const ids = Array.from({ length: people }, (_, i) => `p${i}`);
  const started = (i: number) => addDays(civilDate('2024-01-01'), i);
  return {
    ...EMPTY_ROSTER,
    kept: Object.fromEntries(
      ['people', 'posts', 'bodies', 'filings', 'trainings', 'letters', 'certificates', 'rotas'].map((list) => [
        list,
        '2026-01-01',
      ]),
    ),
    people: ids.map((id, i) => ({ id, name: `示例${i}`, phoneKeys: [`k${i}`], identityOnFile: true })),
    employments: ids.map((personId, i) => ({
      id: `e${i}`,
      personId,
      type: 'full-time',
      contractFrom: started(i),
      contractTo: i % 3 === 0 ? addDays(ON, i) : null,
      leftOn: i % 7 === 0 ? addDays(ON, i % 90) : null,
      insurance: { from: started(i), to: null },
      management: i % 50 === 0,
    })),
    assignments: ids.map((personId, i) => ({
      id: `a${i}`,
      personId,
      post: POSTS[i % POSTS.length] ?? 'other',
      from: started(i),
      to: null,
      share: 100,
      deputy: false,
      province: null,
      unit: null,
      appointedOn: started(i),
    })),
    bodies: [
      {
        id: 'b1',
        kind: 'security-body',
        from: '2024-01-01',
        to: null,
        headId: 'p1',
        headSince: '2024-01-01',
        appointedOn: '2024-01-01',
        members: [],
      },
    ],
    trainings: ids.map((personId, i) => ({
      id: `t${i}`,
      personId,
      kind: 'personal-information',
      on: addDays(ON, -(i % 300)),
    })),
    letters: ids.map((personId, i) => ({
      id: `l${i}`,
      personId,
      kind: 'confidentiality',
      signedOn: started(i),
      validTo: null,
    })),
    filings: ['苏', '浙', '粤'].map((province, i) => ({
      id: `f${i}`,
      kind: 'security-body',
      province,
      personId: null,
      on: '2026-11-01',
      receipt: true,
    })),
  };
}
