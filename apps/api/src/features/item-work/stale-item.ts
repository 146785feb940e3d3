import { type Bilingual, MOVE_RULES, parseInstant, type WorkMove } from '@zhengqi/obligations';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { type AppError, conflict } from '../../errors.ts';
import { readPeople } from '../people.ts';
import { readLastMove } from './queries.ts';

/** Somebody else was faster: who did what and when, so that nobody has to guess what became of the item. */
export async function staleItem(tx: TenantTransaction, occurrenceId: string): Promise<AppError> {
  const last = await readLastMove(tx, occurrenceId);
  const message = last === undefined ? unknownChange() : await changeInWords(tx, last);
  return conflict(message.zh, message.en, [{ path: 'version', message }]);
}

async function changeInWords(
  tx: TenantTransaction,
  last: { actorKind: string; actorId: string | null; move: string; at: string },
): Promise<Bilingual> {
  const name = last.actorKind === 'user' ? ((await readPeople(tx))(last.actorId)?.name ?? null) : null;
  const [zhName, enName] = last.actorKind === 'user' ? [name ?? '他人', name ?? 'Somebody'] : ['程序', 'A program'];
  const move = MOVE_RULES[last.move as WorkMove].name;
  const at = parseInstant(last.at).slice(0, 16).replace('T', ' ');
  return {
    zh: `${zhName}已于 ${at}（北京时间）对该事项做了“${move.zh}”。您的操作没有执行；请先看最新状态。`,
    en: `${enName} did “${move.en}” on this item at ${at} (Beijing time). Yours was not carried out: look at the new state first.`,
  };
}

function unknownChange(): Bilingual {
  return {
    zh: '该事项的版本不符；请先看最新状态。',
    en: 'This is not the version of the item: look at its state first.',
  };
}
