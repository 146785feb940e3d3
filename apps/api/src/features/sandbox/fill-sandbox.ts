import fs from 'node:fs';
import path from 'node:path';
import { today } from '../../clock.ts';
import type { TenantContext } from '../../context.ts';
import { takeLicence } from '../licences/take-licence.ts';

const SAMPLE = path.join(import.meta.dirname, '../../../../../samples/information-services.txt');

/** Registers the fictional licence of the repository, in force for as long as a rehearsal may go on. */
export async function fillSandbox(ctx: TenantContext): Promise<void> {
  const document = { kind: 'text', text: fs.readFileSync(SAMPLE, 'utf8') } as const;
  const year = Number(today(ctx.clock).slice(0, 4));
  await takeLicence(ctx, { document, licence: { issuedOn: `${year - 1}-03-01`, validTo: `${year + 4}-03-01` } });
}
