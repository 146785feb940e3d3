import { type Instant, parseInstant } from '../../calendar/index.ts';
import { checkFields } from './check-fields.ts';
import { checkGuards } from './check-guards.ts';
import type { WorkflowEnvironment } from './environment.ts';
import { foldLog } from './fold.ts';
import { type Actor, type LogEntry, type MoveData, OPEN, TAKE_BACK, type WorkflowInstance } from './instance.ts';
import type { Effect, MoveDefinition, Workflow } from './model.ts';
import { type MoveRefusal, refusal } from './refusal.ts';

/** What a person or the system wants to do. */
export interface MoveRequest {
  readonly move: string;
  readonly data: MoveData;
  readonly by: Actor;
  readonly now: Instant;
}

/** A new instance with one more entry, or every reason against it. The instance given is never changed. */
export type MoveResult =
  | {
      readonly moved: true;
      readonly instance: WorkflowInstance;
      readonly entry: LogEntry;
      readonly effects: readonly Effect[];
    }
  | { readonly moved: false; readonly refusals: readonly MoveRefusal[] };

/** What a new piece of work is about. */
export interface OpenRequest extends Omit<MoveRequest, 'move'>, Pick<WorkflowInstance, 'version' | 'subject'> {
  readonly occurrenceKeys: readonly string[];
}

/** Opens a piece of work: an instance whose log has the opening as its first entry. */
export function openInstance(workflow: Workflow, request: OpenRequest, env: WorkflowEnvironment): MoveResult {
  const { subject, version, occurrenceKeys } = request;
  if (subject.type !== workflow.subject) {
    return refused([
      refusal(
        'wrong-subject',
        'subject.type',
        `此流程的对象应为 ${workflow.subject}。`,
        `This workflow hangs on: ${workflow.subject}.`,
      ),
    ]);
  }
  const empty = { kind: workflow.kind, version, subject, occurrenceKeys: [...new Set(occurrenceKeys)], log: [] };
  return append(workflow, empty, { ...workflow.opening, by: 'applicant' }, { ...request, move: OPEN }, env);
}

/** Makes one move. */
export function moveInstance(
  workflow: Workflow,
  instance: WorkflowInstance,
  request: MoveRequest,
  env: WorkflowEnvironment,
): MoveResult {
  const move = Object.hasOwn(workflow.moves, request.move) ? workflow.moves[request.move] : undefined;
  if (move === undefined) {
    return refused([refusal('unknown-move', 'move', '没有这个步骤。', 'There is no such step.')]);
  }
  const { state } = foldLog(workflow, instance);
  if (!move.from.includes(state)) {
    const here = workflow.states[state]?.name ?? { zh: state, en: state };
    const from = move.from.map((id) => workflow.states[id]?.name ?? { zh: id, en: id });
    return refused([
      refusal(
        'not-allowed-here',
        'move',
        `当前为“${here.zh}”，“${move.name.zh}”只能从以下状态进行：${from.map(({ zh }) => zh).join('、')}。`,
        `The state is “${here.en}”; “${move.name.en}” starts only from: ${from.map(({ en }) => en).join(', ')}.`,
      ),
    ]);
  }
  return append(workflow, instance, move, request, env);
}

/**
 * Takes back the last step that still stands. The step stays in the log, and so does this one with its reason.
 * Repeated, it goes further back, never beyond the opening.
 */
export function takeStepBack(
  workflow: Workflow,
  instance: WorkflowInstance,
  { reason, by, now }: Pick<MoveRequest, 'by' | 'now'> & { readonly reason: string },
  env: WorkflowEnvironment,
): MoveResult {
  const last = foldLog(workflow, instance).effective.at(-1);
  if (last === undefined || last.move === OPEN) {
    return refused([
      refusal(
        'nothing-to-take-back',
        'move',
        '没有可撤回的步骤；开立本身不能撤回，请用撤回或终止步骤。',
        'There is no step to take back; the opening stays, so withdraw or end the work instead.',
      ),
    ]);
  }
  const result = append(workflow, instance, TAKING_BACK, { move: TAKE_BACK, data: { reason }, by, now }, env);
  if (!result.moved) return result;
  const entry = { ...result.entry, takesBack: last.seq };
  return { ...result, entry, instance: { ...instance, log: [...instance.log, entry] } };
}

const TAKING_BACK: Pick<MoveDefinition, 'by' | 'fields' | 'guards' | 'effects'> = {
  by: 'applicant',
  fields: { reason: { label: { zh: '撤回理由', en: 'Why it is taken back' }, type: 'reason', required: true } },
  guards: [],
  effects: [],
};

function append(
  workflow: Workflow,
  instance: WorkflowInstance,
  move: Pick<MoveDefinition, 'by' | 'fields' | 'guards' | 'effects'>,
  request: MoveRequest,
  env: WorkflowEnvironment,
): MoveResult {
  const now = parseInstant(request.now);
  const { data, refusals } = checkFields(move.fields, request.data, now);
  if (move.by !== 'system' && request.by.kind !== 'person') {
    refusals.push(refusal('needs-a-person', 'by', '此步骤须由具体的人记录。', 'A person must record this step.'));
  }
  const last = instance.log.at(-1);
  if (last !== undefined && last.at > now) {
    refusals.push(
      refusal(
        'time-order',
        'now',
        `上一步记录于${last.at}，新步骤不能更早。`,
        `The last step was recorded at ${last.at}; a new one cannot be earlier.`,
      ),
    );
  }
  if (refusals.length > 0) return refused(refusals);
  const against = guardsAgainst(workflow, instance, move, data, now, env);
  if (against.length > 0) return refused(against);
  const entry: LogEntry = { seq: instance.log.length + 1, move: request.move, by: request.by, at: now, data };
  return { moved: true, instance: { ...instance, log: [...instance.log, entry] }, entry, effects: move.effects };
}

function guardsAgainst(
  workflow: Workflow,
  instance: WorkflowInstance,
  { guards }: Pick<MoveDefinition, 'guards'>,
  data: MoveData,
  now: Instant,
  env: WorkflowEnvironment,
): MoveRefusal[] {
  return guards.length === 0 ? [] : checkGuards(guards, workflow, foldLog(workflow, instance), data, now, env);
}

function refused(refusals: readonly MoveRefusal[]): MoveResult {
  return { moved: false, refusals };
}
