import { checkMove, dutyById, evidenceNeeds, MOVE_RULES, WORK_MOVES, type WorkMove } from '@zhengqi/obligations';
import { isPermitted, type Permission } from '../../auth/permissions.ts';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { publicId, publicIdOrNull } from '../../db/ids.ts';
import { type TenantTransaction, withTenant } from '../../db/tenant-transaction.ts';
import { forbidden, notFound } from '../../errors.ts';
import { parseInput } from '../../parse-input.ts';
import { readPeople } from '../people.ts';
import { evidencePieces } from './evidence-pieces.ts';
import { evidenceView } from './evidence-view.ts';
import { standingOfItem } from './item-standing.ts';
import { type ItemRow, readEvidence, readItem, readReceipts, readStatements, readWaivers } from './queries.ts';
import { ItemInput, StatementView, WorkView } from './schemas.ts';

/** Which permission a move stands on besides the table. */
const PERMISSIONS: Readonly<Partial<Record<WorkMove, Permission>>> = {
  'approve-waiver': 'item:waive',
  'refuse-waiver': 'item:waive',
  'request-waiver': 'item:sign',
  'withdraw-waiver': 'item:sign',
  'state-missed': 'item:sign',
  sign: 'item:sign',
};

/** Everything about the work on one item, and what the caller may do next. */
export async function viewWork(ctx: TenantContext, raw: unknown): Promise<WorkView> {
  const { occurrenceId } = parseInput(ItemInput, raw);
  return withTenant(ctx, 'read', async (tx) => {
    const row = await readItem(tx, occurrenceId);
    if (!row) throw notFound();
    const people = await readPeople(tx);
    const waivers = await readWaivers(tx, occurrenceId);
    const duty = dutyById(tx.rules.rulebook, row.dutyId);
    const asker = waivers.find(({ decision }) => decision === null)?.requestedBy ?? null;
    return {
      occurrenceId: publicId('occurrence', row.id),
      version: row.version,
      workState: WorkView.shape.workState.parse(row.workState),
      isReview: standingOfItem(row).isReview,
      assignee: people(row.assigneeId),
      moves: movesOf(tx, ctx, row, asker),
      requiredEvidence: evidenceNeeds(
        duty,
        await evidencePieces(tx, occurrenceId),
        row.submittedOn ?? row.doneOn ?? today(ctx.clock),
      ),
      evidence: (await readEvidence(tx, occurrenceId, true)).map((piece) => evidenceView(piece, people)),
      receipts: (await readReceipts(tx, occurrenceId)).map((one) => ({
        id: one.id,
        number: one.number,
        fileId: publicIdOrNull('file', one.fileId),
        receivedOn: one.receivedOn,
        noneReason: one.noneReason,
        by: people(one.recordedBy),
        at: one.recordedAt,
      })),
      waivers: waivers.map((one) => ({
        id: publicId('waiver', one.id),
        reason: one.reason,
        requestedBy: people(one.requestedBy),
        requestedAt: one.requestedAt,
        decision: WorkView.shape.waivers.element.shape.decision.parse(one.decision),
        decidedBy: people(one.decidedBy),
        decidedAt: one.decidedAt,
        decisionReason: one.decisionReason,
      })),
      statements: (await readStatements(tx, occurrenceId)).map((one) => ({
        id: publicId('statement', one.id),
        verdict: StatementView.shape.verdict.parse(one.verdict),
        text: one.text,
        post: one.post,
        signedBy: people(one.signedBy),
        signedAs: one.signedAs,
        signedOn: one.signedOn,
        signedAt: one.signedAt,
        ruleVersion: one.ruleVersion,
        evidence: one.evidence,
      })),
      submitted: row.submittedOn === null ? null : { on: row.submittedOn, by: people(row.submittedBy) },
      closedAt: row.closedAt,
      doneOn: row.doneOn,
      daysLate: row.daysLate,
      minutesLate: row.minutesLate,
      missed: row.missed,
    };
  });
}

function movesOf(tx: TenantTransaction, ctx: TenantContext, row: ItemRow, asker: string | null): WorkView['moves'] {
  const { access } = tx;
  const by = { isPerson: access.userId !== null, today: today(ctx.clock) };
  const standing = standingOfItem(row);
  return WORK_MOVES.map((move) => {
    const name = MOVE_RULES[move].name;
    const isTheirs = access.level === 'write' && isPermitted(access, PERMISSIONS[move] ?? 'item:work');
    const why =
      checkMove(standing, move, by)?.text ?? (isTheirs ? waiverPerson(move, access.userId, asker) : forbidden().text);
    return { move, name, allowed: why === null, why };
  });
}

/** A request is withdrawn by who made it and decided by somebody else. */
function waiverPerson(move: WorkMove, userId: string | null, asker: string | null): { zh: string; en: string } | null {
  const isAsker = userId !== null && userId === asker;
  if (move === 'withdraw-waiver' && !isAsker) {
    return { zh: '只有申请人可以撤回申请。', en: 'Only who asked can withdraw the request.' };
  }
  if ((move === 'approve-waiver' || move === 'refuse-waiver') && isAsker) {
    return {
      zh: '豁免须由申请人以外的另一人决定。',
      en: 'A waiver is decided by another person than who asked for it.',
    };
  }
  return null;
}
