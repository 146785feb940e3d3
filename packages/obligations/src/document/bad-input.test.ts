import { describe, expect, it } from 'vitest';
import { sampleText } from '../testing/samples.ts';
import { DocumentError, readLicenceDocument } from './index.ts';

const text = sampleText('information-services.txt');

function findings(from: string | RegExp, to: string) {
  const mutant = text.replace(from, to);
  expect(mutant).not.toBe(text);
  return readLicenceDocument(mutant).findings.filter((f) => f.severity !== 'info');
}

const known = 'provision-missing-negation';
const others = (from: string | RegExp, to: string) => findings(from, to).filter((f) => f.code !== known);

describe('bad input is answered with the place', () => {
  it('30 February', () => {
    expect(others('2020年12月22日', '2020年02月30日')).toMatchObject([
      {
        code: 'impossible-date',
        severity: 'error',
        at: { line: 23, column: 1 },
        message: expect.stringContaining('2020-02-30'),
      },
    ]);
    expect(readLicenceDocument(text.replace('2020年12月22日', '2020年02月30日')).licence.issuedOn).toBeNull();
  });

  it('expiry before issue', () => {
    expect(others('2025年12月22日', '2015年12月22日')).toMatchObject([
      { code: 'expiry-before-issue', severity: 'error', at: { line: 27 } },
    ]);
  });

  it('a date that is none', () => {
    expect(others('2025年12月22日', '长期有效')).toMatchObject([{ code: 'unreadable-date', at: { line: 27 } }]);
  });

  it('an unknown class of service', () => {
    expect(others('信息服务业务(仅限', '量子通信业务(仅限')).toMatchObject([
      { code: 'unknown-service', at: { line: 17, column: 1 } },
    ]);
  });

  it('an unknown province', () => {
    expect(others(/苏B2/g, '港B2')).toMatchObject([{ code: 'number-unknown-province', at: { line: 5, column: 10 } }]);
    expect(readLicenceDocument(text.replaceAll('苏B2', '港B2')).licence).toMatchObject({
      province: null,
      authorityEffective: null,
    });
  });

  it('a filing number where the licence number belongs', () => {
    expect(others('苏B2-20209901', '苏ICP备99990012号')).toMatchObject([
      { code: 'number-is-icp-filing', at: { line: 5 } },
    ]);
  });

  it('a field that is not there', () => {
    expect(others(/有效期至:\n\n.*/, '')).toMatchObject([{ code: 'field-missing', at: { path: 'licence.validTo' } }]);
  });

  it('look-alike letters in the credit code, put right only when its check digit then holds', () => {
    const edi = sampleText('online-data-processing.txt');
    const reading = readLicenceDocument(edi.replace('91330100MA0YL0029J', '9133O1OOMA0YLO029J'));
    expect(reading.licence.uscc).toBe('91330100MA0YL0029J');
    expect(reading.findings).toContainEqual(
      expect.objectContaining({ code: 'uscc-bad-character', at: reading.licence.fields.uscc.at }),
    );
    expect(readLicenceDocument(edi.replace('91330100MA0YL0029J', '9133O1OOMA0YLO02ZZ')).licence.uscc).toBeNull();
    expect(readLicenceDocument(edi.replace('91330100MA0YL0029J', '91330100MA0YL0029K')).licence.uscc).toBe(
      '91330100MA0YL0029K',
    );
  });
});

describe('other documents', () => {
  it.each([
    ['some text', '天气很好。\n今天没有许可证。', 'nothing-recognised'],
    [
      'a basic telecom licence',
      '中华人民共和国\n基础电信业务经营许可证\n经营许可证编号：A1-20200001',
      'basic-telecom-licence',
    ],
    ['a business licence', '营业执照\n(副本)\n名称：示例有限公司', 'business-licence'],
    ['an ICP filing', '网站备案/许可证号：苏ICP备99990012号', 'filing-certificate'],
    ['a police filing', '公安机关互联网站备案\n苏公网安备99990012345678号', 'filing-certificate'],
    ['the same licence twice', `${text}\n${text}`, 'two-licences'],
  ])('%s is refused', (_, document, code) => {
    expect(() => readLicenceDocument(document)).toThrow(expect.objectContaining({ code }));
    expect(() => readLicenceDocument(document)).toThrow(DocumentError);
  });
});

describe('text without line breaks', () => {
  it('is read all the same', () => {
    const expected = readLicenceDocument(text);
    for (const joint of ['', ' ']) {
      const reading = readLicenceDocument(text.replace(/\n+/g, joint));
      expect(reading.licence).toMatchObject({
        number: '苏B2-20209901',
        holder: expected.licence.holder,
        validTo: '2025-12-22',
      });
      expect(reading.provisions.map((p) => [p.key, p.text])).toEqual(expected.provisions.map((p) => [p.key, p.text]));
    }
  });
});

describe('hostile repetition', () => {
  const head = '中华人民共和国增值电信业务经营许可证\n经营许可证编号：苏B2-20209901\n业务种类：';
  const large = 1_000_000;
  const small = 200_000;
  it.each([
    '（',
    '((【[',
    '）',
    '1',
    '一',
    '一、',
    '（一）',
    '一、你公司不得\n',
    '（一）30日\n',
    '经营许可证编号：',
    '经营许可证编号：\n',
    '特别规定事项\n',
    '经营许可证编号：苏B2-20209901\n特别规定事项\n',
    '信息服务业务、',
    '信息服务业务(仅限\n',
    '北京、',
    '2020年',
    '二〇二〇年十二月',
    '第3页',
    '3\n',
    '-',
    '三十',
    '不得',
    'a ',
    '公司名称：',
    ' ',
    '\n',
    '备案\n',
    '《',
  ])('of %j returns', (piece) => {
    const documents = [head + piece.repeat(small / piece.length), text + piece.repeat(large / piece.length)];
    for (const document of documents) {
      try {
        expect(readLicenceDocument(document).provisions.length).toBeLessThanOrEqual(300);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentError);
      }
    }
  });
});
