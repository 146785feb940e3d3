import { randomUUID } from 'node:crypto';
import { type CivilDate, civilDateOf } from '@zhengqi/obligations';
import { publicId, uuidIn } from '../../apps/api/src/db/ids.ts';
import type { Company, Outcome } from './people.ts';
import type { Random } from './random.ts';

/** Something that was answered as done, and the row by which it must be found for ever after. */
export interface Acknowledged {
  act: string;
  tenantId: string;
  /** A statement with the tenant as its first parameter that gives one row. */
  proof: { text: string; values: readonly unknown[] };
}

/** What people have done so far, as their screens told them. */
export interface Ledger {
  acknowledged: Acknowledged[];
  /** Addresses to which a mail must have gone. */
  invited: string[];
  counts: { done: number; refused: number; unknown: number; repeated: number };
  /** Codes of what was refused, to show that it was for good reason. */
  refusals: Map<string, number>;
}

export function newLedger(): Ledger {
  return {
    acknowledged: [],
    invited: [],
    counts: { done: 0, refused: 0, unknown: 0, repeated: 0 },
    refusals: new Map(),
  };
}

interface Scene {
  company: Company;
  random: Random;
  ledger: Ledger;
  today: CivilDate;
}

type Act = (scene: Scene) => Promise<void>;

/** One thing that somebody does at random. */
export async function doSomething(company: Company, random: Random, ledger: Ledger, now: Date): Promise<void> {
  await random.pick(ACTS)({ company, random, ledger, today: civilDateOf(now.toISOString()) });
}

/** A form that is sent again until an answer comes: however often, it is one event. */
const recordEvent: Act = async (scene) => {
  const { company, random, today } = scene;
  const requestId = randomUUID();
  const input = { type: 'illegal-content-disposed', attributes: { on: today }, requestId };
  for (let tries = 0; tries < 40; tries += 1) {
    const outcome = await company.change('events.record', input);
    if (tries > 0) scene.ledger.counts.repeated += 1;
    if (outcome.is !== 'unknown') {
      note(scene, 'event', outcome, () => ({
        text: `select from app.trigger_event where tenant_id = $1 and request_id = $2`,
        values: [requestId],
      }));
      return;
    }
    note(scene, 'event', outcome, () => null);
    await new Promise((resolve) => setTimeout(resolve, 100 + random.below(300)));
  }
};

const moveItem: Act = async (scene) => {
  const { company, random } = scene;
  const item = await itemOf(scene);
  if (item === undefined) return;
  const { occurrenceId, version } = item;
  const assigneeId = publicId('user', random.pick([company.ownerId, company.colleagueId]));
  const [procedure, move, more] = random.pick([
    ['occurrences.assign', 'assign', { assigneeId }],
    ['occurrences.assign', 'assign', { assigneeId }],
    ['occurrences.prepare', 'prepare', {}],
    ['occurrences.close', 'close', { note: '已办' }],
  ] as const);
  const outcome = await company.change(procedure, { occurrenceId, version, ...more });
  note(scene, move, outcome, (data) => ({
    text: `select from app.work_log l join app.occurrence o on o.tenant_id = l.tenant_id and o.id = l.occurrence_id
            where l.tenant_id = $1 and l.occurrence_id = $2 and l.version = $3 and l.move = $4 and o.version >= $3`,
    values: [uuidIn(occurrenceId), data.version, move],
  }));
};

const comment: Act = async (scene) => {
  const { company } = scene;
  const item = await itemOf(scene);
  if (item === undefined) return;
  const body = `${company.tenantId} ${randomUUID()}`;
  const mentions = [publicId('user', company.colleagueId)];
  const outcome = await company.change('comments.add', { occurrenceId: item.occurrenceId, body, mentions });
  note(scene, 'comment', outcome, (data) => ({
    text: `select from app.comment c join app.notice n on n.tenant_id = c.tenant_id and n.stage = 'comment:' || c.id
              and n.channel = 'in-app' and n.recipient_id = $4
            where c.tenant_id = $1 and c.id = $2 and c.body = $3`,
    values: [uuidIn(String(data.commentId)), body, company.colleagueId],
  }));
};

const attachEvidence: Act = async (scene) => {
  const { company } = scene;
  const item = await itemOf(scene);
  if (item === undefined) return;
  const text = `${company.tenantId} ${randomUUID()}`;
  const uploaded = await company.upload('证明.txt', text);
  // A file that nothing refers to goes after a day: there is nothing to prove of it yet.
  note(scene, 'file', uploaded, () => null);
  if (uploaded.is !== 'done') return;
  const { fileId } = uploaded.data;
  const input = { occurrenceId: item.occurrenceId, kind: null, form: 'file', fileId };
  note(scene, 'evidence', await company.change('evidence.attach', input), (data) => ({
    text: `select from app.evidence e join app.stored_file f on f.tenant_id = e.tenant_id and f.id = e.file_id
            where e.tenant_id = $1 and e.id = $2 and convert_from(f.content, 'UTF8') = $3`,
    values: [uuidIn(String(data.evidenceId)), text],
  }));
};

const ask: Act = async (scene) => {
  const { company, today } = scene;
  const title = `${company.tenantId} ${randomUUID()}`;
  const wanted = [
    { label: '营业执照', form: 'file' },
    { label: '说明', form: 'text' },
  ];
  const outcome = await company.change('requests.ask', { title, dueOn: today, wanted });
  note(scene, 'request', outcome, (data) => ({
    text: `select from app.material_request r where r.tenant_id = $1 and r.id = $2 and r.title = $3
              and 2 = (select count(*) from app.material_request_thing t where t.tenant_id = r.tenant_id and t.request_id = r.id)`,
    values: [uuidIn(String(data.requestId)), title],
  }));
};

const invite: Act = async (scene) => {
  const email = `${randomUUID()}@example.cn`;
  const outcome = await scene.company.change('invitations.create', { email, role: 'viewer', language: 'zh' });
  note(scene, 'invitation', outcome, () => ({
    text: 'select from authz.invitation where org_id = $1 and email = $2',
    values: [email],
  }));
  if (outcome.is === 'done') scene.ledger.invited.push(email);
};

const answerFact: Act = async (scene) => {
  const value = 100 + scene.random.below(1_000_000);
  const answers = [{ key: 'employees_count', value }];
  note(scene, 'fact', await scene.company.change('facts.answer', { licenceId: null, answers }), () => ({
    text: `select from app.fact where tenant_id = $1 and key = 'employees_count' and value = to_jsonb($2::int) limit 1`,
    values: [value],
  }));
};

const ACTS: readonly Act[] = [recordEvent, moveItem, moveItem, comment, attachEvidence, ask, invite, answerFact];

/** One of the next items, as a list on a screen shows it. */
async function itemOf({ company, random }: Scene): Promise<{ occurrenceId: string; version: number } | undefined> {
  const page = await company.read('occurrences.list', { limit: 50, workState: ['open', 'prepared'] });
  if (page.is !== 'done') return undefined;
  const { items } = page.data as { items: { id: string; version: number }[] };
  if (items.length === 0) return undefined;
  const { id, version } = random.pick(items);
  return { occurrenceId: id, version };
}

function note(
  { ledger, company }: Scene,
  act: string,
  outcome: Outcome,
  proof: (data: Record<string, unknown>) => Acknowledged['proof'] | null,
): void {
  ledger.counts[outcome.is] += 1;
  if (outcome.is === 'refused') {
    const reason = `${act} ${outcome.code}`;
    ledger.refusals.set(reason, (ledger.refusals.get(reason) ?? 0) + 1);
  }
  if (outcome.is !== 'done') return;
  const found = proof(outcome.data);
  if (found) ledger.acknowledged.push({ act, tenantId: company.tenantId, proof: found });
}
