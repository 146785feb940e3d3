import { describe, expect, it } from 'vitest';
import { CLASSIFICATION, parseServiceLine, PROVINCES, readAreas, serviceOfCode, serviceOfName } from './index.ts';

const service = (line: string) => parseServiceLine(line).service;

describe('classification', () => {
  it('holds both classes, their services and the basic services managed like them', () => {
    expect(CLASSIFICATION.map((c) => c.code)).toEqual([
      'B1',
      'B11',
      'B12',
      'B13',
      'B14',
      'B2',
      'B21',
      'B22',
      'B23',
      'B24',
      'B24-1',
      'B24-2',
      'B25',
      'B26',
      'B26-1',
      'A22',
      'A23-2',
      'A24-1',
      'A25-3',
      'A27',
    ]);
    for (const { parent } of CLASSIFICATION) if (parent !== null) expect(serviceOfCode(parent)).toBeDefined();
  });

  it('finds services by name and by wordings in use', () => {
    for (const { name, code, level } of CLASSIFICATION)
      if (level !== 'class') expect(serviceOfName(name.zh)?.code).toBe(code);
    expect(serviceOfName('因特网接入服务业务')?.code).toBe('B14');
    expect(serviceOfName('在线数据处理和交易处理业务')?.code).toBe('B21');
    expect(serviceOfName('天气预报业务')).toBeUndefined();
  });

  it('knows 31 provinces', () => {
    expect(PROVINCES).toHaveLength(31);
    expect(new Set(PROVINCES.flatMap((p) => [p.prefix, p.code, p.shortName])).size).toBe(93);
  });
});

describe('service line', () => {
  it.each([
    ['信息服务业务(仅限互联网信息服务)', 'B25', ['互联网信息服务'], [], '12345'],
    ['信息服务业务（不含互联网信息服务）', 'B25', [], ['互联网信息服务'], '12345'],
    [
      '信息服务业务(仅限互联网信息服务)不含信息搜索查询服务、信息即时交互服务。',
      'B25',
      ['互联网信息服务'],
      ['信息搜索查询服务', '信息即时交互服务'],
      '135',
    ],
    [
      '信息服务业务（仅限互联网信息服务；不含信息搜索查询服务）',
      'B25',
      ['互联网信息服务'],
      ['信息搜索查询服务'],
      '1345',
    ],
    ['信息服务业务（仅限信息社区平台服务）', 'B25', ['信息社区平台服务'], [], '3'],
    [
      '1、在线数据处理与交易处理业务(仅限经营类电子商务)【依法须经批准的项目，取得批准后开展】',
      'B21',
      ['经营类电子商务'],
      [],
      '',
    ],
    ['（二）国内呼叫中心业务', 'B24-1', [], [], ''],
    ['呼叫中心业务', 'B24', [], [], ''],
    ['互联网数据中心业务（不含互联网资源协作服务）', 'B11', [], ['互联网资源协作服务'], ''],
    ['国内甚小口径终端地球站通信业务', 'A23-2', [], [], ''],
  ])('%s', (line, code, limitedTo, excludes, items) => {
    expect(service(line)).toMatchObject({
      code,
      limitedTo,
      excludes,
      b25Items: [...items],
      printed: line,
      coverage: null,
    });
    expect(parseServiceLine(line).findings).toEqual([]);
  });

  it.each([
    ['国内呼叫中心业务：全国', 31],
    ['国内呼叫中心业务 覆盖范围：四川省', 1],
    ['互联网数据中心业务（北京市、上海市、江苏省）', 3],
    ['互联网接入服务业务：北京、上海和广东', 3],
  ])('reads the coverage of %s', (line, count) => {
    expect(service(line).coverage).toHaveLength(count);
    expect(parseServiceLine(line).coveragePrinted).not.toBeNull();
  });

  it('leaves an unknown service as printed, with a finding that names it', () => {
    const { service: unknown, findings } = parseServiceLine('星际通信业务（仅限火星）');
    expect(unknown).toMatchObject({ code: null, name: '星际通信业务', limitedTo: ['火星'], b25Items: [] });
    expect(findings).toMatchObject([{ code: 'unknown-service', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('星际通信业务');
  });

  it('names an area that is no province', () => {
    expect(parseServiceLine('国内呼叫中心业务：北京市、桃花源省').findings).toMatchObject([{ code: 'unknown-area' }]);
    expect(readAreas('内蒙古自治区（呼和浩特、包头）、黑龙江')).toEqual({ prefixes: ['蒙', '黑'], unknown: [] });
  });
});
