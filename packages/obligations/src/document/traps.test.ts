import { describe, expect, it } from 'vitest';
import { sampleText } from '../testing/samples.ts';
import { readLicenceDocument } from './index.ts';

const reading = readLicenceDocument(sampleText('information-services.txt'), {
  duties: [
    { id: 'report-illegal-content', provision: '9' },
    { id: 'keep-logs', provision: '9' },
    { id: 'operate-as-stated', provision: 'P0' },
    { id: 'other-law', provision: null },
  ],
});
const provision = (key: string) => reading.provisions.find((p) => p.key === key);
const codes = reading.findings.map((f) => f.code);

describe('the nine traps of a real licence', () => {
  it('1: reads 28 provisions, and the two leading sentences apart', () => {
    expect(reading.provisions.map((p) => p.key)).toEqual([
      ...Array.from({ length: 14 }, (_, i) => String(i + 1)),
      ...Array.from({ length: 14 }, (_, i) => `15.${i + 1}`),
    ]);
    expect(reading.provisions.map((p) => p.ref).slice(12)).toEqual([
      '十三',
      '十四',
      '十五（一）',
      '十五（二）',
      '十五（三）',
      '十五（四）',
      '十五（五）',
      '十五（六）',
      '十五（七）',
      '十五（八）',
      '十五（九）',
      '十五（十）',
      '十五（十一）',
      '十五（十二）',
      '十五（十三）',
      '十五（十四）',
    ]);
    expect(reading.leads.map((l) => l.key)).toEqual(['P0', '15']);
    expect([...reading.leads, ...reading.provisions].every((p) => p.matched)).toBe(true);
    expect(codes).not.toContain('clause-missing');
  });

  it('2: joins the sentences that a page header cuts, and keeps both places', () => {
    expect(provision('9')?.text).toContain('违法信息要监测');
    expect(provision('15.6')?.text).toContain('安全管理人员和相应的管理机构');
    expect(provision('9')?.at).toHaveLength(2);
    expect(provision('15.6')?.at).toHaveLength(2);
    for (const { text } of reading.provisions) expect(text).not.toMatch(/特别规定事项|苏B2/);
  });

  it('3: reports the 不得 that is missing in 十五（三）, and changes no word of it', () => {
    expect(provision('15.3')?.text).toContain('你公司制作、复制');
    expect(provision('15.3')?.deviation).toMatchObject({ kind: 'missing-negation', severity: 'warning' });
    const others = reading.provisions.filter((p) => p.key !== '15.3').map((p) => p.deviation?.severity ?? 'info');
    expect(others.every((s) => s === 'info')).toBe(true);
    expect(reading.findings).toContainEqual(
      expect.objectContaining({
        code: 'provision-missing-negation',
        severity: 'warning',
        at: provision('15.3')?.at[0],
      }),
    );
  });

  it('4: keeps 我部 as printed and says who receives filings of a provincial licence', () => {
    const told = reading.findings.filter((f) => f.code === 'ministry-named-on-provincial-licence');
    expect(told).toHaveLength(3);
    expect(told[0]?.message).toContain('江苏省通信管理局');
    expect(provision('11')?.text).toContain('我部');
    expect(reading.licence.fields.authorityPrinted.origin).toBe('not-printed');
    expect(reading.licence.fields.authorityEffective).toMatchObject({ value: '江苏省通信管理局', origin: 'inferred' });
  });

  it('5: reads 十三 like any other; that the licence is provincial decides whether it applies', () => {
    expect(provision('13')?.matched).toBe(true);
    expect(reading.licence).toMatchObject({ isCrossRegional: false, province: '苏' });
  });

  it('6: names the system of today beside the one printed in 十二', () => {
    expect(provision('12')?.text).toContain('电信业务市场综合管理信息系统');
    expect(codes).toContain('old-system-name');
  });

  it('7: reads half-width and full-width punctuation alike', () => {
    expect(reading.licence).toMatchObject({ number: '苏B2-20209901', holder: '江苏示例云桥信息技术有限公司' });
    expect(reading.licence.services).toMatchObject([
      {
        code: 'B25',
        limitedTo: ['互联网信息服务'],
        excludes: ['信息即时交互服务', '信息搜索查询服务'],
        b25Items: ['1', '3', '5'],
      },
    ]);
  });

  it('8: takes 帐号 and 账号 for the same word', () => {
    expect(provision('15.13')?.text).toMatch(/帐号.*账号/);
    expect(provision('15.13')?.deviation?.kind).toBe('wording');
  });

  it('9: reads an expired licence; whether it has expired depends on the day asked, not on the document', () => {
    expect(reading.licence).toMatchObject({ issuedOn: '2020-12-22', validTo: '2025-12-22' });
    expect(reading.findings.filter((f) => f.severity === 'error')).toEqual([]);
  });

  it('does not conclude the coverage from the number', () => {
    expect(reading.licence.coveragePrinted).toBeNull();
    expect(reading.licence.services[0]?.coverage).toBeNull();
    expect(reading.licence.fields.coverage).toMatchObject({ origin: 'not-printed', value: null });
  });

  it('names the duties of the rulebook that rest on a provision', () => {
    expect(provision('9')?.dutyIds).toEqual(['report-illegal-content', 'keep-logs']);
    expect(reading.leads[0]?.dutyIds).toEqual(['operate-as-stated']);
    expect(provision('10')?.dutyIds).toEqual([]);
  });
});
