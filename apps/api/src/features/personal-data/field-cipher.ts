import { createHmac } from 'node:crypto';
import { seal, unseal } from '../../auth/sealing.ts';

/** Where a sealed value stands. It opens nowhere else. */
export interface FieldPlace {
  table: string;
  column: string;
  rowId: string;
}

/**
 * Seals single fields of one tenant: AES-256-GCM under the tenant's own key, bound to tenant, table, column and row. A
 * sealed text names the version of its key, so that a change of keys needs no stop.
 */
export class FieldCipher {
  private readonly tenantId: string;
  private readonly keys: ReadonlyMap<number, Buffer>;
  private readonly indexKey: Buffer;
  /** Version that seals. */
  readonly version: number;

  constructor(tenantId: string, keys: ReadonlyMap<number, Buffer>, indexKey: Buffer) {
    this.tenantId = tenantId;
    this.keys = keys;
    this.indexKey = indexKey;
    this.version = Math.max(...keys.keys());
  }

  seal(place: FieldPlace, text: string): string {
    const sealed = seal(this.keyOf(this.version), this.purpose(place), Buffer.from(text));
    return `zq1.${this.version}.${sealed.toString('base64url')}`;
  }

  /** @throws Error when it stands in another place, was changed, or its key is gone */
  open(place: FieldPlace, sealed: string): string {
    const match = /^zq1\.(\d{1,9})\.([\w-]+)$/.exec(sealed);
    if (!match) throw new Error('not a sealed field');
    const [, version, body = ''] = match;
    return unseal(this.keyOf(Number(version)), this.purpose(place), Buffer.from(body, 'base64url')).toString();
  }

  /** Whether a newer key should seal it again. */
  isOld(sealed: string): boolean {
    return !sealed.startsWith(`zq1.${this.version}.`);
  }

  /** The same for the same value in a column of the tenant, and says nothing of it: for finding by equality. */
  blindIndex(table: string, column: string, value: string): string {
    const normal = value.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
    return createHmac('sha256', this.indexKey).update([table, column, normal].join('\u0000')).digest('hex');
  }

  private keyOf(version: number): Buffer {
    const key = this.keys.get(version);
    if (!key) throw new Error('the key of this field is gone');
    return key;
  }

  private purpose({ table, column, rowId }: FieldPlace): string {
    return [this.tenantId, table, column, rowId].join('|');
  }
}
