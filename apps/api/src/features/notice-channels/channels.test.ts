import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trailOf } from '../../testing/actors.ts';
import { createTestProduct, type TestCompany, type TestProduct } from '../../testing/product.ts';
import { ROBOT_SECRET, type RobotServer, startRobotServer } from '../../testing/robot-server.ts';
import { changeChannel, disableChannel, enableChannel, removeChannel, setAddress } from './change-channel.ts';
import { createChannel } from './create-channel.ts';
import { listChannels } from './list-channels.ts';
import { testChannel } from './test-channel.ts';

let product: TestProduct;
let robots: RobotServer;
let company: TestCompany;
beforeAll(async () => {
  robots = await startRobotServer(() => product.services.clock());
  product = await createTestProduct({ robots: robots.outbound });
});
afterAll(async () => {
  await product.drop();
  await robots.stop();
});
beforeEach(async () => {
  company = await product.company();
  robots.taken.length = 0;
});

const url = () => `https://oapi.dingtalk.com/robot/send?access_token=${randomUUID()}`;
const create = (change: object = {}) =>
  createChannel(company.ctx, { kind: 'dingtalk', name: '合规群', url: url(), secret: ROBOT_SECRET, ...change });

describe('a channel', () => {
  it('is made, tested, changed, disabled, enabled and removed, each with a row in the audit', async () => {
    const { channel } = await create();
    expect(channel).toMatchObject({ state: 'ok', hasSecret: true, language: 'zh', version: 1, lastError: null });
    expect(await testChannel(company.ctx, { channelId: channel.id })).toMatchObject({ ok: true, code: null });
    expect(robots.taken[0]?.text).toContain('证期测试消息');
    const changed = await changeChannel(company.ctx, {
      channelId: channel.id,
      version: 1,
      name: '值班群',
      language: 'en',
      kinds: ['overdue'],
    });
    expect(changed.channel).toMatchObject({ name: '值班群', language: 'en', kinds: ['overdue'], version: 2 });
    await disableChannel(company.ctx, { channelId: channel.id });
    await expect(disableChannel(company.ctx, { channelId: channel.id })).rejects.toMatchObject({ code: 'conflict' });
    expect((await enableChannel(company.ctx, { channelId: channel.id })).channel.state).toBe('ok');
    await removeChannel(company.ctx, { channelId: channel.id });
    expect((await listChannels(company.ctx, {})).items).toEqual([]);
    await expect(testChannel(company.ctx, { channelId: channel.id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await trailOf(product, company.tenantId)).toEqual(
      expect.arrayContaining([
        'channel.created',
        'channel.tested',
        'channel.changed',
        'channel.disabled',
        'channel.enabled',
        'channel.removed',
      ]),
    );
    const { rows } = await product.database.admin.query(
      'select sealed_url, sealed_secret from app.notice_channel where tenant_id = $1',
      [company.tenantId],
    );
    expect(rows).toEqual([{ sealed_url: '', sealed_secret: null }]);
  });

  it('shows what the vendor said to a test that failed, and takes a new address', async () => {
    const { channel } = await create({ secret: 'another-secret' });
    const tested = await testChannel(company.ctx, { channelId: channel.id });
    expect(tested).toEqual({ ok: false, code: '310000', text: 'sign not match' });
    const { items } = await listChannels(company.ctx, {});
    expect(items[0]?.lastError).toMatchObject({ code: '310000', text: 'sign not match' });
    const mended = await setAddress(company.ctx, {
      channelId: channel.id,
      version: 1,
      url: url(),
      secret: ROBOT_SECRET,
    });
    expect(mended.channel).toMatchObject({ state: 'ok', lastError: null, version: 2 });
    expect((await testChannel(company.ctx, { channelId: channel.id })).ok).toBe(true);
  });

  it.each<[string, object, string]>([
    ['an address in the own network', { url: 'https://169.254.169.254/robot/send?access_token=abcdefgh' }, 'url'],
    ['an address of another vendor', { kind: 'feishu' }, 'url'],
    ['plain http', { url: 'http://oapi.dingtalk.com/robot/send?access_token=abcdefgh' }, 'url'],
    ['another port', { url: 'https://oapi.dingtalk.com:444/robot/send?access_token=abcdefgh' }, 'url'],
    [
      'a secret where there is none',
      { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=12345678' },
      'secret',
    ],
    ['a name of blanks', { name: '   ' }, 'name'],
    ['something that is none of its fields', { state: 'ok' }, 'state'],
  ])('is not made with %s', async (_name, change, place) => {
    await expect(create(change)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path: place }] });
    expect((await listChannels(company.ctx, {})).items).toEqual([]);
  });

  it('is not changed over the head of somebody else', async () => {
    const { channel } = await create();
    const change = { channelId: channel.id, version: 1, name: '甲', language: 'zh', kinds: [] };
    const both = await Promise.allSettled([changeChannel(company.ctx, change), changeChannel(company.ctx, change)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('is for owners and admins; members see it, masked', async () => {
    const { channel } = await create();
    const { admin } = product.database;
    await admin.query(`update authz.membership set role = 'member' where user_id = $1`, [company.userId]);
    await expect(create()).rejects.toMatchObject({ code: 'forbidden' });
    await expect(testChannel(company.ctx, { channelId: channel.id })).rejects.toMatchObject({ code: 'forbidden' });
    const seen = await listChannels(company.ctx, {});
    expect(seen.mayManage).toBe(false);
    expect(seen.items[0]?.display).toMatch(/^oapi\.dingtalk\.com\/…\w{4}$/);
  });

  it('is one of twenty at most', async () => {
    for (let i = 0; i < 20; i += 1) await create();
    await expect(create()).rejects.toMatchObject({ code: 'conflict' });
  });
});
