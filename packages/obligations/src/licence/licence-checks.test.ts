import { describe, expect, it } from 'vitest';
import { licenceOf } from '../testing/licence.ts';
import { checkLicence } from './index.ts';
import type { Licence } from './model.ts';

const sound = licenceOf({
  number: '苏B2-20201234',
  province: '苏',
  isCrossRegional: false,
  issuedOn: '2020-12-22',
  validTo: '2025-12-22',
  authorityPrinted: null,
  uscc: null,
  registeredAddress: null,
  holder: '示例信息技术有限公司',
});
const found = (overrides: Partial<Licence>) =>
  checkLicence({ ...sound, ...overrides }).map((i) => `${i.field} ${i.finding.code}`);
const service = (code: string, coverage: string[] | null) => ({
  code,
  name: '业务',
  printed: '业务',
  limitedTo: [],
  excludes: [],
  b25Items: [],
  coverage,
});

describe('a licence that does not fit together', () => {
  it('has nothing to report when it does', () => {
    expect(found({})).toEqual([]);
    expect(found({ authorityPrinted: '江苏省通信管理局', registeredAddress: '江苏省南京市示例路1号' })).toEqual([]);
    expect(found({ issuedOn: null, validTo: null, number: null, services: [] })).toEqual([]);
    expect(found({ issuedOn: '2024-02-29', validTo: '2029-02-28', number: '苏B2-20201234' })).toEqual([]);
  });

  it.each<[string, Partial<Licence>, string]>([
    ['expiry before issue', { issuedOn: '2025-12-22', validTo: '2020-12-22' }, 'validTo expiry-before-issue'],
    ['expiry on the day of issue', { validTo: '2020-12-22' }, 'validTo expiry-before-issue'],
    ['more than five years', { validTo: '2025-12-23' }, 'validTo validity-longer-than-usual'],
    ['ten years', { validTo: '2030-12-22' }, 'validTo validity-longer-than-usual'],
    ['year of the number after issue', { number: '苏B2-20211234' }, 'number number-year-after-issue'],
    [
      'authority of another province',
      { authorityPrinted: '浙江省通信管理局' },
      'authorityPrinted authority-prefix-mismatch',
    ],
    [
      'ministry on a provincial licence',
      { authorityPrinted: '工业和信息化部' },
      'authorityPrinted authority-prefix-mismatch',
    ],
    [
      'province on a cross-regional licence',
      { number: 'B2-20201234', province: null, isCrossRegional: true, authorityPrinted: '江苏省通信管理局' },
      'authorityPrinted authority-prefix-mismatch',
    ],
    [
      'holder in another province, by address',
      { registeredAddress: '浙江省杭州市示例路1号' },
      'number prefix-holder-mismatch',
    ],
    ['holder in another province, by credit code', { uscc: '91440300708461136T' }, 'number prefix-holder-mismatch'],
    ['holder in another province, by name', { holder: '广东示例有限公司' }, 'number prefix-holder-mismatch'],
    ['service of another class', { services: [service('B11', null)] }, 'services service-class-mismatch'],
    [
      'coverage beyond the province',
      { services: [service('B25', ['苏', '沪'])] },
      'services coverage-outside-province',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(found(overrides)).toEqual([expected]);
  });
});
