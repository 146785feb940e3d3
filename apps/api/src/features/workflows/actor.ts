import type { Actor } from '@zhengqi/obligations';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import { requirePeopleHere } from '../people-here.ts';

/**
 * Who makes a move. A person acts for themselves; a program names the person, because nothing is ever filed by nobody.
 * @throws AppError `invalid-input` at `by`
 */
export async function actorOf(
  tx: TenantTransaction,
  by: string | undefined,
): Promise<{ actor: Actor; userId: string }> {
  const own = tx.access.userId;
  if (own !== null && by !== undefined && by !== own) {
    throw invalidField('by', '只能以本人名义记录。', 'You can record only in your own name.');
  }
  const userId = own ?? by;
  if (userId === undefined) throw invalidField('by', '请写明由谁办理。', 'Say who made the move.');
  if (own === null) await requirePeopleHere(tx, [userId], 'by');
  return { actor: { kind: 'person', id: publicId('user', userId) }, userId };
}
