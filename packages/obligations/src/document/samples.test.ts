import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleBytes } from '../testing/samples.ts';
import { LicenceReading, readLicenceDocument } from './index.ts';

const folder = new URL('../../../../samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const read = (name: string) => readLicenceDocument(sampleBytes(name));

describe('samples', () => {
  it.each(names.filter((name) => !name.startsWith('refused')))('%s is read into the published shape', (name) => {
    const reading = read(name);
    expect(LicenceReading.parse(reading)).toEqual(reading);
    expect(reading.findings.filter((f) => f.severity === 'error')).toEqual([]);
    expect(reading.findings.map((f) => f.code)).not.toContain('clause-missing');
  });

  it.each([
    ['refused-business-licence.txt', 'business-licence', '营业执照'],
    ['refused-icp-filing.txt', 'filing-certificate', '备案'],
    ['refused-two-licences.txt', 'two-licences', '第 108 行'],
  ])('%s is refused by name', (name, code, word) => {
    expect(() => read(name)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(word) }));
  });

  it('reads every kind of service', () => {
    const services = (name: string) => read(name).licence.services.map((s) => s.code);
    expect(services('online-data-processing.txt')).toEqual(['B21']);
    expect(services('idc-isp.txt')).toEqual(['B11', 'B14']);
    expect(services('call-centre.txt')).toEqual(['B24-1']);
    expect(services('sms.txt')).toEqual(['B25']);
    expect(services('cross-regional.txt')).toEqual(['B11', 'B24-1', 'B25', 'B25']);
    expect(services('foreign-invested.txt')).toEqual(['B21']);
  });

  it('reads the fields of a licence that prints all of them', () => {
    const { licence } = read('online-data-processing.txt');
    expect(licence).toMatchObject({
      uscc: '91330100MA0YL0029J',
      registeredAddress: '浙江省杭州市示例区示例路2号',
      authorityPrinted: '浙江省通信管理局',
      legalRepresentative: '示例乙',
      issuedOn: '2022-03-15',
      validTo: '2027-03-15',
    });
    expect(licence.services[0]?.limitedTo).toEqual(['经营类电子商务']);
  });

  it('does not take clause 十五 of another service for that of information services', () => {
    const { provisions, leads } = read('call-centre.txt');
    const fifteen = [...leads, ...provisions].filter((p) => p.key.startsWith('15'));
    expect(fifteen.length).toBeGreaterThan(3);
    for (const p of fifteen)
      expect(p).toMatchObject({ matched: false, dutyIds: [], deviation: { kind: 'new-clause' } });
  });

  it('reads area lists per service, and the authority signed below', () => {
    const { licence } = read('cross-regional.txt');
    expect(licence).toMatchObject({ isCrossRegional: true, province: null, authorityEffective: '工业和信息化部' });
    expect(licence.services.map((s) => s.coverage?.length)).toEqual([4, 31, 31, 4]);
    expect(licence.services[3]?.coverage).toEqual(['京', '津', '冀', '蒙']);
    expect(licence.services[2]?.excludes).toEqual(['互联网信息服务']);
    expect(read('call-centre.txt').licence.authorityPrinted).toBe('四川省通信管理局');
  });

  it('applies coverage under a label of its own to every service', () => {
    expect(read('idc-isp.txt').licence.services.map((s) => s.coverage)).toEqual([['粤'], ['粤']]);
  });

  it('knows a foreign-invested holder by 合字', () => {
    expect(read('foreign-invested.txt').licence).toMatchObject({ isForeignInvested: true, isCrossRegional: true });
  });

  it('reads GB18030 like UTF-8', () => {
    const { licence, provisions } = read('gb18030.txt');
    expect(licence).toMatchObject({ holder: '湖北示例江城网络有限公司', issuedOn: '2022-08-08' });
    expect(provisions).toHaveLength(28);
  });

  it('reads through the noise of a scan and says what it put right', () => {
    const { licence, provisions, leads, findings } = read('scanned.txt');
    expect(licence).toMatchObject({ number: '京B2-20219909', issuedOn: '2021-07-31', validTo: '2026-07-31' });
    expect(licence.fields.number.confidence).toBeLessThan(1);
    expect(findings.map((f) => f.code)).toContain('number-slip-repaired');
    expect(provisions).toHaveLength(28);
    expect([...leads, ...provisions].map((p) => p.deviation?.kind)).toEqual(
      Array.from({ length: 30 }, () => 'wording'),
    );
  });

  it('uses a first page without annex, and says that the annex is missing', () => {
    const { licence, provisions, findings } = read('missing-annex.txt');
    expect(licence.number).toBe('闽B2-20209910');
    expect(provisions).toEqual([]);
    expect(findings.map((f) => f.code)).toEqual(['annex-missing']);
  });
});
