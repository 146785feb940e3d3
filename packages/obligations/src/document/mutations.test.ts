import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleText } from '../testing/samples.ts';
import { readLicenceDocument } from './index.ts';

const text = sampleText('sms.txt');
const annex = text.indexOf('特别规定事项');
const original = readLicenceDocument(text);
const texts = (source: string) =>
  [...readLicenceDocument(source).leads, ...readLicenceDocument(source).provisions].map((p) => [p.key, p.text]);

function changed(from: string | RegExp, to: string) {
  const mutant = text.replace(from, to);
  expect(mutant).not.toBe(text);
  const reading = readLicenceDocument(mutant);
  return {
    ...reading,
    codes: reading.findings.map((f) => f.code),
    deviations: Object.fromEntries(
      [...reading.leads, ...reading.provisions].flatMap((p) =>
        p.deviation?.severity === 'warning' ? [[p.key, p.deviation.kind]] : [],
      ),
    ),
  };
}

describe('a document that differs from the known print', () => {
  it('has no warning to begin with', () => {
    expect(original.findings.filter((f) => f.severity !== 'info')).toEqual([]);
  });

  it.each([
    ['30日内报我部审批', '20日内报我部审批', '11', '30日', '20日'],
    ['10个工作日内上报', '15个工作日内上报', '9', '10个工作日', '15个工作日'],
    ['10个工作日内上报', '10日内上报', '9', '10个工作日', '10日'],
    ['提前90日到', '提前60日到', '12', '90日', '60日'],
    ['评估完成后30日内', '评估完成后三个月内', '15.8', '30日', '3个月'],
    ['每年第一季度', '每年第二季度', '14', '第1季度', '第2季度'],
    ['每年第一季度', '每半年第一季度', '14', '每年', '每半年'],
  ])('reports the limit %s changed to %s', (from, to, key, known, printed) => {
    const { deviations, provisions } = changed(from, to);
    expect(deviations).toEqual({ [key]: 'limit-changed' });
    const detail = provisions
      .find((p) => p.key === key)
      ?.deviation?.details.map((d) => d.zh)
      .join('');
    expect(detail).toContain(`已知文本为 ${known}，本文件为 ${printed}`);
  });

  it.each([
    ['你公司不得制作', '你公司制作', '15.3'],
    ['明码标价以外的费用不得收取', '明码标价以外的费用收取', '15.5'],
    ['禁止其借用', '劝其停止借用', '4'],
  ])('reports a lost negation: %s to %s', (from, to, key) => {
    expect(changed(from, to).deviations).toEqual({ [key]: 'missing-negation' });
  });

  it('reports an added negation and words that turn a duty into an option', () => {
    expect(changed('用户日志要留存', '用户日志不得留存').deviations).toEqual({ '9': 'added-negation' });
    expect(changed('用户日志要留存', '用户日志可以留存').deviations).toEqual({ '9': 'element-added' });
  });

  it('reports a key term that is gone', () => {
    const { deviations, provisions } = changed('，并在解密等方面给予技术支持', '');
    // Half of the terms of 十 are gone: too little is left to call it the known clause.
    expect(deviations).toHaveProperty('10');
    expect(changed('保障制度与应急处置预案要齐备，', '').deviations).toEqual({ '15.6': 'element-missing' });
    expect(provisions).toHaveLength(28);
  });

  it('reports a new clause', () => {
    const { deviations, provisions } = changed(/$/, '\n十六、你公司要在本省设立数据备份中心。\n');
    expect(deviations).toEqual({ '16': 'new-clause' });
    expect(provisions.at(-1)).toMatchObject({ key: '16', ref: '十六', matched: false });
  });

  it('reports a missing clause, at the one before it', () => {
    const { codes, findings } = changed(/九、[^]*?\n\n(?=十、)/, '');
    expect(codes).toContain('clause-missing');
    expect(codes).toContain('numbering-gap');
    const missing = findings.find((f) => f.code === 'clause-missing');
    expect(missing?.message).toContain('第九条');
    const eight = text.indexOf('八、');
    expect(missing?.at).toMatchObject({ start: eight + 2 });
  });

  it('knows a clause by its content when it was renumbered', () => {
    const { provisions, codes } = changed(/五、(服务质量.*)\n\n六、(依据.*)\n/, '五、$2\n\n六、$1\n');
    expect(provisions.find((p) => p.key === '5')?.deviation?.details.at(-1)?.zh).toContain('第六条');
    expect(codes).toContain('provision-moved');
    expect(codes).not.toContain('clause-missing');
  });

  it('reports numbers that repeat or step back', () => {
    expect(changed('七、收集', '六、收集').codes).toContain('numbering-duplicate');
    expect(changed('七、收集', '三、收集').codes).toContain('numbering-out-of-order');
  });

  it('reports a document that ends in mid sentence', () => {
    const { codes, provisions } = changed(
      /（七）安全技术[^]*$/,
      '（七）安全技术保障措施要与网络、业务同步规划、同步建',
    );
    expect(codes).toContain('document-truncated');
    expect(codes).toContain('clause-missing');
    expect(provisions).toHaveLength(21);
  });

  it('warns of a page header with the number of another licence', () => {
    expect(changed(/(经营许可证编号：鲁B2-2024990)5(?=\n\n特别规定事项\n\n员)/, '$16').codes).toContain(
      'header-number-differs',
    );
  });
});

describe('page headers', () => {
  const headers = [
    '\n\n经营许可证编号：鲁B2-20249905\n\n特别规定事项\n\n',
    '\n经营许可证编号: 鲁B2-20249905  特别规定事项\n',
    '\n\n第 3 页 共 6 页\n\n',
    '\n- 3 -\n\f经营许可证编号：鲁Ｂ２－２０２４９９０５号\n特 别 规 定 事 项\n',
    '\n\n4/6\n\n',
  ];

  it('may stand anywhere in the annex and change no word of any provision', () => {
    const expected = texts(text);
    fc.assert(
      fc.property(fc.integer({ min: annex + 7, max: text.length }), fc.constantFrom(...headers), (at, header) => {
        expect(texts(text.slice(0, at) + header + text.slice(at))).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});

describe('places', () => {
  it('always cut the printed words out of the decoded text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: text.length }), fc.constantFrom(' ', '\n', '\r\n', '　', '\u200b')),
          { maxLength: 30 },
        ),
        (blanks) => {
          let noisy = text;
          for (const [at, blank] of blanks) noisy = noisy.slice(0, at) + blank + noisy.slice(at);
          const reading = readLicenceDocument(noisy);
          for (const { raw, at } of Object.values(reading.licence.fields)) {
            if (at !== null) expect(noisy.slice(at.start, at.end)).toBe(raw);
          }
          for (const { text: provision, at } of [...reading.leads, ...reading.provisions]) {
            expect(
              at
                .map(({ start, end }) => noisy.slice(start, end))
                .join('')
                .replace(/\s|\u200b/g, ''),
            ).toBe(provision);
            for (const place of at) {
              const lines = noisy.slice(0, place.start).split(/\r\n|\n|\r/);
              expect([place.line, place.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
