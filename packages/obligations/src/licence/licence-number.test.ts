import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVINCES, parseLicenceNumber } from './index.ts';

const codes = (text: string, issuedOn?: string) => parseLicenceNumber(text, issuedOn === undefined ? {} : { issuedOn });

function accepted(text: string, issuedOn?: string) {
  const result = codes(text, issuedOn);
  if (!result.ok) throw new Error(`${text}: ${result.finding.messageEn}`);
  return result;
}

describe('licence number', () => {
  it.each([
    ['苏B2-20201234', '苏B2-20201234', ['B2'], 2020, '1234'],
    ['苏B2-20201234号', '苏B2-20201234', ['B2'], 2020, '1234'],
    ['苏 B2 － 2020 1234', '苏B2-20201234', ['B2'], 2020, '1234'],
    ['苏Ｂ２－２０２０１２３４', '苏B2-20201234', ['B2'], 2020, '1234'],
    ['苏b2—20201234', '苏B2-20201234', ['B2'], 2020, '1234'],
    ['B1.B2-20150516', 'B1.B2-20150516', ['B1', 'B2'], 2015, '0516'],
    ['A2．B1·B2-20090001', 'A2.B1.B2-20090001', ['A2', 'B1', 'B2'], 2009, '0001'],
    ['B1B2-20150516', 'B1.B2-20150516', ['B1', 'B2'], 2015, '0516'],
    ['京ICP证030173号', '京ICP证030173号', ['B2'], 2003, '0173'],
    ['京icp证030173', '京ICP证030173号', ['B2'], 2003, '0173'],
    ['辽B-2-4-20080039', '辽B-2-4-20080039', ['B2'], 2008, '0039'],
  ])('%s', (text, number, classes, year, serial) => {
    expect(accepted(text)).toMatchObject({ number, classes, year, serial, findings: [] });
  });

  it('keeps the number of the site apart', () => {
    expect(accepted('苏B2-20201234号-3')).toMatchObject({ number: '苏B2-20201234', site: '3' });
    expect(accepted('京ICP证030173号-12')).toMatchObject({ site: '12' });
  });

  it('tells the issuing authority from the prefix', () => {
    expect(accepted('苏B2-20201234')).toMatchObject({
      province: '苏',
      crossRegional: false,
      foreignInvested: false,
      authorityEffective: { zh: '江苏省通信管理局' },
    });
    expect(accepted('B1-20201234')).toMatchObject({
      province: null,
      crossRegional: true,
      foreignInvested: false,
      authorityEffective: { zh: '工业和信息化部' },
    });
    expect(accepted('合字B2-20201234')).toMatchObject({
      number: '合字B2-20201234',
      crossRegional: true,
      foreignInvested: true,
    });
    expect(accepted('江苏B2-20201234')).toMatchObject({ number: '苏B2-20201234', province: '苏' });
  });

  it('says what to check, and reads on', () => {
    const found = (text: string, issuedOn?: string) => accepted(text, issuedOn).findings.map((f) => f.code);
    expect(found('浙B2-2011034')).toEqual(['number-short-serial']);
    expect(found('苏B2-19991234')).toEqual(['number-year-too-early']);
    expect(found('苏B2-20211234', '2020-12-24')).toEqual(['number-year-after-issue']);
    expect(found('苏B2-20201234', '2020-12-24')).toEqual([]);
    expect(found('苏B2-2O2Ol234')).toEqual(['number-slip-repaired']);
    expect(found('苏82-20201234')).toEqual(['number-slip-repaired']);
    expect(accepted('港B2-20201234')).toMatchObject({ province: null, crossRegional: null, authorityEffective: null });
    expect(found('港B2-20201234')).toEqual(['number-unknown-province']);
  });

  it.each([
    ['京ICP备12345678号-1', 'icp-filing', 'ICP 备案号'],
    ['粤 ICP 备 2021012345 号', 'icp-filing', 'ICP 备案号'],
    ['京公网安备 11010502030123号', 'police-filing', '公安机关联网备案号'],
    ['91110000802100433B', 'credit-code', '统一社会信用代码'],
    ['苏B2-202012345', 'unknown-form', '格式'],
    ['苏B9-20201234', 'unknown-form', '格式'],
    ['沪网文〔2020〕1234-567号', 'unknown-form', '格式'],
    ['', 'empty', '没有填写'],
    [' \u3000 ', 'empty', '没有填写'],
    ['1'.repeat(101), 'too-long', '100'],
  ])('refuses %s by name', (text, kind, word) => {
    const result = parseLicenceNumber(text);
    expect(result).toMatchObject({ ok: false, kind, finding: { severity: 'error' } });
    if (!result.ok) {
      expect(result.finding.message).toContain(word);
      expect(result.finding.messageEn).toMatch(/[A-Za-z]/);
      expect(result.finding.message.length).toBeLessThan(250);
    }
  });

  it('reads its own output again, for every province, class and year', () => {
    const prefixes = ['', '合字', ...PROVINCES.map((p) => p.prefix)];
    fc.assert(
      fc.property(
        fc.constantFrom(...prefixes),
        fc.subarray(['A1', 'A2', 'B1', 'B2'], { minLength: 1 }),
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 0, max: 9999 }),
        (prefix, classes, year, serial) => {
          const number = `${prefix}${classes.join('.')}-${year}${String(serial).padStart(4, '0')}`;
          expect(accepted(number)).toMatchObject({ number, classes, year, findings: [] });
        },
      ),
    );
  });

  it('answers to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        expect(typeof parseLicenceNumber(text).ok).toBe('boolean');
      }),
    );
  });
});
