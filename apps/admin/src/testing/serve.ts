import { vi } from 'vitest';

/** Answers by procedure. A procedure that is not listed fails the test that calls it, by its name. */
export type Answers = Record<string, (input: never) => unknown>;

/** What an answer gives to refuse the call, in the shape of the server. */
export class Refusal {
  readonly shape: unknown;
  constructor(code: string, zh: string) {
    const app = { code, message: { zh, en: code }, fields: [], requestId: 'test' };
    this.shape = { message: code, code: -32000, data: { code, httpStatus: 400, app } };
  }
}

export interface Call {
  procedure: string;
  input: unknown;
}

/** What the server says to a signed-in owner of one company, unless a test says otherwise. */
export const SIGNED_IN = {
  setUpRequired: false,
  today: '2099-03-02',
  signIn: { allowed: true },
  signInStep: null,
  secondFactor: { enrolled: true, required: true, enrolBy: null },
  user: { id: 'usr_1', name: '示例甲', email: 'jia@example.cn' },
  organisations: [
    {
      id: 'org_1',
      kind: 'company',
      name: '江苏示例云桥信息技术有限公司',
      uscc: null,
      status: 'active',
      role: 'owner',
      level: 'write',
      isSandbox: false,
      until: null,
    },
  ],
};

/** Stands in for the server in a component test: tRPC batches answered from a table. Returns the calls as they come. */
export function serve(answers: Answers): Call[] {
  const calls: Call[] = [];
  const all: Answers = {
    'session.status': () => SIGNED_IN,
    'operator.status': () => ({ operator: false }),
    'notifications.unreadCount': () => ({ count: 0, more: false }),
    ...answers,
  };
  vi.stubGlobal('fetch', async (address: string | URL, init: RequestInit = {}) => {
    const url = new URL(address, window.location.origin);
    const procedures = url.pathname.replace('/api/trpc/', '').split(',');
    const text = init.method === 'POST' ? String(init.body) : (url.searchParams.get('input') ?? '{}');
    const inputs = JSON.parse(text) as Record<string, unknown>;
    const results = procedures.map((procedure, index) => {
      const input = inputs[index];
      calls.push({ procedure, input });
      const answer = all[procedure];
      if (answer === undefined) throw new Error(`the test has no answer for ${procedure}`);
      const said = answer(input as never);
      return said instanceof Refusal ? { error: said.shape } : { result: { data: said } };
    });
    return new Response(JSON.stringify(results), { headers: { 'content-type': 'application/json' } });
  });
  return calls;
}
