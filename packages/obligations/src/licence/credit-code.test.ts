import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacterOf, organisationCheckCharacterOf, parseCreditCode } from './index.ts';

describe('unified social credit code', () => {
  // Published codes of real registers: the check digit was not computed by us.
  it.each(['91110000802100433B', '91440300708461136T'])('%s holds', (code) => {
    expect(parseCreditCode(code)).toMatchObject({
      ok: true,
      code,
      checkDigitHolds: true,
      findings: [],
      registration: '91',
    });
  });

  it('tells the parts', () => {
    expect(parseCreditCode('91440300708461136T')).toMatchObject({
      division: '440300',
      province: '粤',
      organisationCode: '708461136',
    });
  });

  it('accepts blanks, full width and lower case', () => {
    expect(parseCreditCode(' 9111 0000 8021 0043 3b ')).toMatchObject({ ok: true, code: '91110000802100433B' });
    expect(parseCreditCode('９１１１００００８０２１００４３３Ｂ')).toMatchObject({
      ok: true,
      code: '91110000802100433B',
    });
  });

  it('warns of a wrong check digit and never refuses for it', () => {
    const result = parseCreditCode('91110000802100433C');
    expect(result).toMatchObject({ ok: true, checkDigitHolds: false });
    if (result.ok) expect(result.findings.map((f) => f.code)).toEqual(['uscc-check-digit']);
  });

  it('warns of a wrong check digit of the organisation code', () => {
    const body = '9111000080210043' + '4';
    const result = parseCreditCode(body + checkCharacterOf(body));
    expect(result.ok && result.findings.map((f) => f.code)).toEqual(['uscc-organisation-check-digit']);
  });

  it('names letters that no code uses, with position and what was meant', () => {
    const result = parseCreditCode('9111OOOO802100433B');
    expect(result).toMatchObject({ ok: false, kind: 'bad-character', suggestion: '91110000802100433B' });
    if (!result.ok) {
      expect(result.finding.message).toContain('第 5 位“O”（可能是“0”）');
      expect(result.finding.messageEn).toContain('position 8');
    }
    for (const letter of 'IOSVZ') expect(parseCreditCode(`911100008021004${letter}3B`)).toMatchObject({ ok: false });
  });

  it.each([
    ['', 'empty'],
    ['9111000080210043', 'wrong-length'],
    ['110000012345678', 'wrong-length'],
    ['91AB0000802100433B', 'bad-structure'],
    ['9111000080210043?B', 'bad-character'],
    ['9'.repeat(200), 'too-long'],
  ])('refuses %s', (text, kind) => {
    expect(parseCreditCode(text)).toMatchObject({ ok: false, kind });
  });

  it('detects every single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const code = '91110000802100433B';
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(code[at] !== character);
        const result = parseCreditCode(code.slice(0, at) + character + code.slice(at + 1));
        expect(result.ok && result.findings.length > 0).toBe(true);
      }),
    );
  });

  it('computes the organisation check character with X and 0', () => {
    expect(organisationCheckCharacterOf('80210043')).toBe('3');
    const characters = new Set(
      Array.from({ length: 200 }, (_, i) => organisationCheckCharacterOf(String(10_000_000 + i))),
    );
    expect(characters.has('X')).toBe(true);
    expect(characters.has('0')).toBe(true);
  });
});
