import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-transaction.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { fieldCipher, rotateDataKey } from './data-keys.ts';
import { maskIdentityNumber, maskPhone } from './mask.ts';

const ID_NUMBER = '11010519491231002X';
const master = randomBytes(32);
const place = { table: 'person', column: 'id_number', rowId: 'row-1' };

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const cipherOf = ({ ctx }: TestCompany, key = master) => withTenant(ctx, 'write', (tx) => fieldCipher(tx, ctx, key));

describe('a sealed field', () => {
  it('opens in its place and is another text each time', async () => {
    const cipher = await cipherOf(await product.company());
    const sealed = cipher.seal(place, ID_NUMBER);
    expect(cipher.open(place, sealed)).toBe(ID_NUMBER);
    expect(cipher.seal(place, ID_NUMBER)).not.toBe(sealed);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(ID_NUMBER)).toBe(false);
  });

  it.each([{ table: 'other' }, { column: 'phone' }, { rowId: 'row-2' }])('does not open with %o', async (change) => {
    const cipher = await cipherOf(await product.company());
    const sealed = cipher.seal(place, ID_NUMBER);
    expect(() => cipher.open({ ...place, ...change }, sealed)).toThrow();
  });

  it('does not open for another tenant, nor changed, nor when it is something else', async () => {
    const [one, other] = [await cipherOf(await product.company()), await cipherOf(await product.company())];
    const sealed = one.seal(place, ID_NUMBER);
    expect(() => other.open(place, sealed)).toThrow();
    const at = sealed.length - 4;
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => one.open(place, changed)).toThrow();
    expect(() => one.open(place, ID_NUMBER)).toThrow('not a sealed field');
  });

  it('opens with the key of its time after a change of keys, and is known to be old', async () => {
    const company = await product.company();
    const { ctx } = company;
    const sealed = (await cipherOf(company)).seal(place, ID_NUMBER);
    const next = await withTenant(ctx, 'write', (tx) => rotateDataKey(tx, ctx, master));
    expect(next.version).toBe(2);
    expect(next.open(place, sealed)).toBe(ID_NUMBER);
    expect([next.isOld(sealed), next.isOld(next.seal(place, ID_NUMBER))]).toEqual([true, false]);
  });
});

describe('the blind index', () => {
  it('is the same for the same value however it is written, and for no other tenant or column', async () => {
    const company = await product.company();
    const [cipher, other] = [await cipherOf(company), await cipherOf(await product.company())];
    const index = cipher.blindIndex('person', 'id_number', ID_NUMBER);
    expect(cipher.blindIndex('person', 'id_number', ' 110105 19491231 002x')).toBe(index);
    expect(other.blindIndex('person', 'id_number', ID_NUMBER)).not.toBe(index);
    expect(cipher.blindIndex('person', 'phone', ID_NUMBER)).not.toBe(index);
    const { ctx } = company;
    const next = await withTenant(ctx, 'write', (tx) => rotateDataKey(tx, ctx, master));
    expect(next.blindIndex('person', 'id_number', ID_NUMBER)).toBe(index);
  });
});

describe('the keys of a tenant', () => {
  it('are the same for all who ask at once', async () => {
    const company = await product.company();
    const ciphers = await Promise.all([1, 2, 3, 4].map(() => cipherOf(company)));
    const sealed = ciphers[0]?.seal(place, ID_NUMBER) ?? '';
    expect(ciphers.map((cipher) => cipher.open(place, sealed))).toEqual(Array(4).fill(ID_NUMBER));
  });

  it('do not open with another master key, nor for another tenant whose row they were moved to', async () => {
    const [one, other] = [await product.company(), await product.company()];
    await cipherOf(one);
    await expect(cipherOf(one, randomBytes(32))).rejects.toThrow();
    await product.database.admin.query('update app.data_key set tenant_id = $2 where tenant_id = $1', [
      one.tenantId,
      other.tenantId,
    ]);
    await expect(cipherOf(other)).rejects.toThrow();
  });
});

it.each([
  [maskPhone, '13812345678', '138****5678'],
  [maskPhone, '12345', '*****'],
  [maskIdentityNumber, ID_NUMBER, '1****************X'],
] as const)('%o hides what is between', (mask, value, shown) => expect(mask(value)).toBe(shown));
