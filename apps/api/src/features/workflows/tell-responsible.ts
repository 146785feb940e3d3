import { workflowOf } from '@zhengqi/obligations';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { notify } from '../notifications/notify.ts';
import type { WorkflowTableRow } from './queries.ts';

/** Tells somebody that a piece of work is theirs now. */
export async function tellResponsible(tx: TenantTransaction, ctx: TenantContext, row: WorkflowTableRow): Promise<void> {
  if (row.responsibleId === null) return;
  const { name } = workflowOf(row.kind);
  await notify(tx, ctx, {
    kind: 'assigned',
    subject: { type: 'workflow', id: row.id },
    stage: `assigned:${row.version}`,
    recipients: [row.responsibleId],
    title: { zh: `由您负责：${name.zh}`, en: `Yours now: ${name.en}` },
    detail: null,
    path: `/workflows/${publicId('workflow', row.id)}`,
    except: tx.access.userId,
  });
}
