import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROBOT_SECRET, type RobotServer, startRobotServer } from '../testing/robot-server.ts';
import { signDingtalk } from './dingtalk.ts';
import { escapeDingtalk, escapeFeishu, escapeWecom } from './escape.ts';
import { signFeishu } from './feishu.ts';
import { fitLines } from './fit-lines.ts';
import { RobotKind, type RobotMessage } from './model.ts';
import { maskRobotAddress, readRobotAddress } from './robot-address.ts';
import { outcomeOf, sendRobot } from './send-robot.ts';
import { VENDORS } from './vendors.ts';

const ADDRESS = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=abcdef0123456789',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/11111111-2222-3333-4444-555555555555',
} as const;
const NOW = new Date('2026-11-24T09:17:00+08:00');
const LINK = 'https://zq.example/occurrences?org=org_1';
const message = (lines: readonly string[], title = '3 项事项 7 日内到期'): RobotMessage => ({
  title,
  lines,
  more: (left) => `…等 ${left} 项`,
  link: { text: '打开', url: LINK },
});
const addressOf = (kind: RobotKind) => ({
  kind,
  url: ADDRESS[kind],
  secret: VENDORS[kind].signs ? ROBOT_SECRET : null,
});

describe('a signature', () => {
  it('of DingTalk has the secret as key', () => {
    const sign = signDingtalk('SECthis-is-a-test-secret', 1_700_000_000_000);
    expect(sign).toBe('IRZT287QybIa2F/xrEkTcyuBS3Hp0ycAceupV5IhA5s=');
    const { url } = VENDORS.dingtalk.request(message([]), addressOf('dingtalk'), new Date(1_700_000_000_000));
    expect(url).toContain(`&timestamp=1700000000000&sign=${encodeURIComponent(sign)}`);
  });
  it('of Feishu has time and secret as key, and stands in the body', () => {
    expect(signFeishu('this-is-a-test-secret', 1_700_000_000)).toBe('d7BfrFte9SHf0t5aQQHVH+TOd89Jqd1rTxHBnTG5s/w=');
    const address = { ...addressOf('feishu'), secret: 'this-is-a-test-secret' };
    const { url, body } = VENDORS.feishu.request(message([]), address, new Date(1_700_000_000_999));
    expect(url).toBe(ADDRESS.feishu);
    expect(JSON.parse(body)).toMatchObject({
      timestamp: '1700000000',
      sign: 'd7BfrFte9SHf0t5aQQHVH+TOd89Jqd1rTxHBnTG5s/w=',
      msg_type: 'interactive',
    });
  });
});

describe('a name in a message', () => {
  const evil = '甲*公司_<font color="red">x</font>[点我](https://evil.cn)`a`~\n# 标题 <@all>';
  it('never becomes markup for WeCom', () => {
    expect(escapeWecom(evil)).not.toMatch(/[<>[\]()*_`~#\n]/);
  });
  it('never becomes markup for DingTalk', () => {
    expect(escapeDingtalk(evil)).not.toMatch(/(^|[^\\])[[\]()*_`~#]/);
    expect(escapeDingtalk(evil)).not.toMatch(/[<>\n]/);
  });
  it('never becomes markup for Feishu', () => {
    expect(escapeFeishu(evil).replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>[\]()*_`~\n&]/);
  });
});

describe('a message that is too long', () => {
  const limit: Readonly<Record<RobotKind, (body: string) => [bytes: number, max: number]>> = {
    wecom: (body) => [
      Buffer.byteLength((JSON.parse(body) as { markdown: { content: string } }).markdown.content),
      4096,
    ],
    dingtalk: (body) => [Buffer.byteLength(body), 20_480],
    feishu: (body) => [Buffer.byteLength(body), 20_480],
  };
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  it.each(RobotKind.options)('for %s keeps its link, counts what is left out, and cuts no character', (kind) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 300 }), (lines) => {
        const { body } = VENDORS[kind].request(message(lines), addressOf(kind), NOW);
        const [bytes, max] = limit[kind](body);
        expect(bytes).toBeLessThanOrEqual(max);
        expect(body).toContain(LINK);
        expect(Buffer.from(body).toString()).toBe(body);
        expect(body).not.toContain('\uFFFD');
      }),
      { numRuns: 60 },
    );
  });
  it('shows the first lines and says how many are left', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `第 ${i + 1} 项：甲科技有限公司`);
    const { body } = VENDORS.wecom.request(message(lines), addressOf('wecom'), NOW);
    const { content } = (JSON.parse(body) as { markdown: { content: string } }).markdown;
    const shown = content.split('\n').filter((line) => line.startsWith('> 第'));
    expect(shown[0]).toBe('> 第 1 项：甲科技有限公司');
    expect(content).toContain(`> …等 ${300 - shown.length} 项`);
    expect(shown.length).toBeGreaterThan(50);
  });
  it('of one line is cut between two characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 30, max: 200 }), (line, max) => {
        const fitted = fitLines([line.repeat(50)], String, max, ({ lines }) => `[${lines.join('')}]`);
        expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(Math.max(max, 2));
        expect(Buffer.from(fitted).toString()).toBe(fitted);
      }),
    );
  });
});

describe('an address', () => {
  it.each(RobotKind.options)('of %s is taken as the vendor gives it, and shown masked', (kind) => {
    expect(readRobotAddress(kind, `${ADDRESS[kind]}${kind === 'feishu' ? '?' : '&'}x=1#y`)).toEqual({
      url: ADDRESS[kind],
    });
    const secret = ADDRESS[kind].slice(-20);
    expect(maskRobotAddress(ADDRESS[kind])).not.toContain(secret);
  });
  it.each<[string, string]>([
    ['http://oapi.dingtalk.com/robot/send?access_token=abcdef0123456789', 'not-https'],
    ['https://oapi.dingtalk.com:8443/robot/send?access_token=abcdef0123456789', 'not-https'],
    ['https://a@oapi.dingtalk.com/robot/send?access_token=abcdef0123456789', 'not-https'],
    ['https://oapi.dingtalk.com.evil.cn/robot/send?access_token=abcdef0123456789', 'other-host'],
    ['https://169.254.169.254/robot/send?access_token=abcdef0123456789', 'other-host'],
    ['https://oapi.dingtalk.com/robot/../x?access_token=abcdef0123456789', 'other-path'],
    ['https://oapi.dingtalk.com/robot/send', 'no-token'],
    ['https://oapi.dingtalk.com/robot/send?access_token=a%26b', 'no-token'],
    ['oapi.dingtalk.com', 'not-an-address'],
  ])('%s is refused: %s', (url, problem) => {
    expect(readRobotAddress('dingtalk', url)).toEqual({ problem });
  });
});

describe('what became of a message', () => {
  const of = (kind: RobotKind, body: unknown, status = 200, headers = {}) =>
    outcomeOf(VENDORS[kind], { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  it.each<[RobotKind, unknown, number, string, number]>([
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 200, 'permanent', 0],
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 200, 'transient', 60],
    ['wecom', { errcode: 40008 }, 200, 'transient', 60],
    ['dingtalk', { errcode: 310000, errmsg: 'keywords not in content' }, 200, 'permanent', 0],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast' }, 200, 'transient', 600],
    ['feishu', { code: 19001, msg: 'param invalid' }, 200, 'permanent', 0],
    ['feishu', { code: 19021 }, 200, 'permanent', 0],
    ['feishu', { code: 19022 }, 200, 'permanent', 0],
    ['feishu', { code: 19024 }, 400, 'permanent', 0],
    ['feishu', { code: 9499, msg: 'Bad Request' }, 200, 'permanent', 0],
    ['feishu', { code: 11232 }, 429, 'transient', 60],
    ['feishu', {}, 200, 'transient', 60],
    ['wecom', '<html>', 200, 'transient', 60],
    ['wecom', { errcode: 0 }, 500, 'transient', 60],
    ['dingtalk', '', 503, 'transient', 60],
  ])('%s %j with status %d is %s', (kind, body, status, result, atLeast) => {
    const outcome = of(kind, body, status);
    expect(outcome.result).toBe(result);
    expect(outcome.result === 'sent' ? 0 : outcome.waitSeconds).toBeGreaterThanOrEqual(atLeast);
  });
  it('is success only with both codes of success, in either form of Feishu', () => {
    expect(of('wecom', { errcode: 0, errmsg: 'ok' })).toEqual({ result: 'sent', text: 'ok' });
    expect(of('feishu', { code: 0, msg: 'success' }).result).toBe('sent');
    expect(of('feishu', { StatusCode: 0 }).result).toBe('sent');
  });
  it('waits as long as the server asks', () => {
    expect(of('feishu', '', 429, { 'retry-after': '900' })).toMatchObject({ waitSeconds: 900 });
  });
  it('keeps the words of the vendor, in one line, without addresses', () => {
    const errmsg = 'not allowed,\nmore info at https://open.work.weixin.qq.com/devtool?key=CANARY';
    expect(of('wecom', { errcode: 93000, errmsg })).toMatchObject({ text: 'not allowed, more info at …' });
  });
});

describe('a robot', () => {
  let server: RobotServer;
  beforeAll(async () => {
    server = await startRobotServer(() => NOW);
  });
  afterAll(() => server.stop());
  const send = (kind: RobotKind, secret?: string) =>
    sendRobot(
      server.outbound,
      { ...addressOf(kind), ...(secret === undefined ? {} : { secret }) },
      message(['甲']),
      NOW,
    );

  it.each(RobotKind.options)('of %s takes a message in its own protocol', async (kind) => {
    expect(await send(kind)).toMatchObject({ result: 'sent' });
    expect(server.taken.at(-1)).toMatchObject({ host: new URL(ADDRESS[kind]).hostname });
    expect(server.taken.at(-1)?.text).toContain('甲');
  });
  it.each(['dingtalk', 'feishu'] as const)(
    'of %s refuses a wrong secret with status 200, which is a failure',
    async (kind) => {
      expect(await send(kind, 'another')).toMatchObject({ result: 'permanent' });
    },
  );
  it.each([
    ['hang', 'timeout'],
    ['redirect', 'redirect'],
    ['huge', 'too-large'],
    ['reset', 'network'],
    ['no-json', 'unreadable'],
  ] as const)('that answers with %s is tried again later', async (behaviour, code) => {
    server.next.push(behaviour);
    expect(await send('wecom')).toMatchObject({ result: 'transient', code });
  });
});
