import type { TenantContext } from '../../context.ts';
import type { TenantTransaction } from '../../db/tenant-transaction.ts';
import { invalidField } from '../../errors.ts';
import type { RobotAddress, RobotKind } from '../../robots/model.ts';
import { type AddressProblem, maskRobotAddress, readRobotAddress } from '../../robots/robot-address.ts';
import { VENDORS } from '../../robots/vendors.ts';
import { tenantCipher } from '../personal-data/tenant-cipher.ts';
import type { ChannelRow } from './queries.ts';

const TABLE = 'notice_channel';

const PROBLEMS: Readonly<Record<AddressProblem, readonly [zh: string, en: string]>> = {
  'not-an-address': ['请粘贴机器人的完整 Webhook 地址。', 'Paste the whole webhook address of the robot.'],
  'not-https': [
    '地址应以 https:// 开头，且不含端口和用户名。',
    'The address begins with https:// and has no port or user.',
  ],
  'other-host': ['这不是该平台的机器人地址。', 'This is not an address of this vendor.'],
  'other-path': ['这不是群机器人的 Webhook 地址。', 'This is not the webhook address of a group robot.'],
  'no-token': ['地址中缺少机器人的密钥。', 'The key of the robot is missing in the address.'],
};

/**
 * The address and secret of a robot as they are stored: sealed, with the part that may be shown beside them.
 * @throws AppError `invalid-input` at `url` or `secret`
 */
export async function sealAddress(
  tx: TenantTransaction,
  ctx: TenantContext,
  id: string,
  given: { kind: RobotKind; url: string; secret: string | null },
): Promise<Pick<ChannelRow, 'sealedUrl' | 'sealedSecret' | 'display'>> {
  const read = readRobotAddress(given.kind, given.url);
  if ('problem' in read) throw invalidField('url', ...PROBLEMS[read.problem]);
  if (given.secret !== null && !VENDORS[given.kind].signs) {
    throw invalidField(
      'secret',
      '企业微信机器人没有加签密钥，请留空。',
      'Robots of WeCom have no secret; leave it empty.',
    );
  }
  const cipher = await tenantCipher(tx, ctx);
  return {
    sealedUrl: cipher.seal({ table: TABLE, column: 'sealed_url', rowId: id }, read.url),
    sealedSecret:
      given.secret === null ? null : cipher.seal({ table: TABLE, column: 'sealed_secret', rowId: id }, given.secret),
    display: maskRobotAddress(read.url),
  };
}

/** The address and secret of a robot, for sending. They go no further. */
export async function openAddress(tx: TenantTransaction, ctx: TenantContext, row: ChannelRow): Promise<RobotAddress> {
  const cipher = await tenantCipher(tx, ctx);
  const open = (column: string, sealed: string) => cipher.open({ table: TABLE, column, rowId: row.id }, sealed);
  return {
    kind: row.kind as RobotKind,
    url: open('sealed_url', row.sealedUrl),
    secret: row.sealedSecret === null ? null : open('sealed_secret', row.sealedSecret),
  };
}
