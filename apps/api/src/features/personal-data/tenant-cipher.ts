import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { AppError } from '../../errors.ts';
import { fieldCipher } from './data-keys.ts';
import type { FieldCipher } from './field-cipher.ts';

/** The key that wraps the keys of all tenants. @throws AppError `unavailable` when the process has no data folder */
export function masterKeyOf(ctx: TenantContext): Buffer {
  if (ctx.sealingKey) return ctx.sealingKey;
  throw new AppError('unavailable', {
    zh: '服务器未配置数据目录（DATA_DIR），无法保存或显示加密内容。',
    en: 'The server has no data folder (DATA_DIR), so sealed fields can be neither stored nor shown.',
  });
}

/** The cipher of the tenant, with the key of this process. The first use of a tenant must be in a writing transaction. */
export function tenantCipher(tx: TenantTransaction, ctx: TenantContext): Promise<FieldCipher> {
  return fieldCipher(tx, ctx, masterKeyOf(ctx));
}
