import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { publicId } from '../db/ids.ts';
import type { ChainHead } from '../features/audit/chain.ts';

const Anchor = z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Notes of where the audit chain of an organisation ended, one line a night, outside of the database: whoever can change
 * the database can make a chain that is whole, but not one that agrees with these.
 */
export class AuditAnchors {
  private readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = path.join(dataFolder, 'audit-anchors');
  }

  /** @throws Error when there is a file but no note in it that can be read: it is not taken for a missing one */
  latest(tenantId: string): ChainHead | null {
    const file = this.fileOf(tenantId);
    if (!fs.existsSync(file)) return null;
    const line = fs.readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    return Anchor.parse(JSON.parse(line));
  }

  /** Adds a note, unless it is the same as the last. */
  add(tenantId: string, at: string, head: ChainHead): void {
    if (head.seq === 0 || this.latest(tenantId)?.seq === head.seq) return;
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const handle = fs.openSync(this.fileOf(tenantId), 'a', 0o600);
    try {
      fs.writeSync(handle, `${JSON.stringify({ at, seq: head.seq, hash: head.hash })}\n`);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  }

  /** Takes the notes of an organisation away, when it is erased. */
  remove(tenantId: string): void {
    fs.rmSync(this.fileOf(tenantId), { force: true });
  }

  private fileOf(tenantId: string): string {
    return path.join(this.folder, `${publicId('organisation', tenantId)}.jsonl`);
  }
}
