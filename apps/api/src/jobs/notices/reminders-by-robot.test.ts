import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannel } from '../../features/notice-channels/create-channel.ts';
import { listChannels } from '../../features/notice-channels/list-channels.ts';
import { testChannel } from '../../features/notice-channels/test-channel.ts';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';
import type { TestCompany } from '../../testing/product.ts';
import { ROBOT_SECRET } from '../../testing/robot-server.ts';

const ADDRESS = {
  wecom: () => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${randomUUID()}`,
  dingtalk: () => `https://oapi.dingtalk.com/robot/send?access_token=${randomUUID()}`,
  feishu: () => `https://open.feishu.cn/open-apis/bot/v2/hook/${randomUUID()}`,
} as const;
let world: NoticeWorld;
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(() => world.stop());

const at = (instant: string) => world.product.setNow(`${instant}+08:00`);
const after = (seconds: number) =>
  world.product.setNow(new Date(world.product.services.clock().getTime() + seconds * 1000).toISOString());
const robotLines = async (tenantId: string) =>
  (await world.ledger(tenantId)).filter((line) => line.includes(' robot ')).toSorted();

async function companyWith(kind: keyof typeof ADDRESS, url = ADDRESS[kind]()) {
  at('2027-03-24T00:05:00');
  const company = await world.company('甲*科技[有限]公司');
  const secret = kind === 'wecom' ? null : ROBOT_SECRET;
  const { channel } = await createChannel(company.ctx, { kind, name: '合规群', url, secret });
  world.robots.taken.length = 0;
  world.robots.requests.length = 0;
  return { ...company, channelId: channel.id, url };
}
const channelOf = async ({ ctx }: TestCompany) => (await listChannels(ctx, {})).items[0];

describe('a group robot', () => {
  it.each(['wecom', 'dingtalk', 'feishu'] as const)(
    'of %s gets sixty items that are due at once in one message, with the link and the number of the rest',
    async (kind) => {
      const { tenantId } = await companyWith(kind);
      for (let i = 0; i < 60; i += 1)
        await world.item(tenantId, { action: `第 ${i} 项：提交*年度*报告及其全部附件材料的说明文字` });
      await world.compute(tenantId);
      at('2027-03-24T10:00:00');
      await world.send();
      await world.send();
      expect(world.robots.taken).toHaveLength(1);
      const text = world.robots.taken[0]?.text ?? '';
      expect(text).toContain('2027');
      if (kind === 'wecom')
        expect(text).toMatch(/…等 \d+ 项\n\[打开证期\]\(https:\/\/zq\.example\/notifications\?org=org_/);
      expect(await robotLines(tenantId)).toEqual(Array.from({ length: 60 }, () => 'reminder d7 robot sent'));
    },
  );

  it('that answers 200 with an error for good is switched off, with the words of the vendor, and owners are told', async () => {
    const company = await companyWith('wecom');
    await world.item(company.tenantId);
    await world.compute(company.tenantId);
    at('2027-03-24T10:00:00');
    world.robots.next.push({ status: 200, body: { errcode: 93000, errmsg: 'invalid webhook url' } });
    await world.send();
    expect(await robotLines(company.tenantId)).toEqual(['reminder d7 robot failed']);
    expect(await channelOf(company)).toMatchObject({
      state: 'disabled',
      lastError: { code: '93000', text: 'invalid webhook url' },
    });
    const ledger = await world.ledger(company.tenantId, company.userId);
    expect(ledger.filter((line) => line.startsWith('channel-problem'))).toEqual([
      expect.stringContaining('email'),
      expect.stringContaining('in-app sent'),
    ]);
    const before = world.robots.requests.length;
    await world.item(company.tenantId, { dueOn: '2027-03-27' });
    await world.compute(company.tenantId);
    at('2027-03-25T10:00:00');
    await world.send();
    expect(world.robots.requests.length).toBe(before);
  });

  it('that was too fast for DingTalk is left alone for ten minutes at least, also by others who know it', async () => {
    const { tenantId, url } = await companyWith('dingtalk');
    await world.item(tenantId);
    await world.compute(tenantId);
    at('2027-03-24T10:00:00');
    world.robots.next.push({ status: 200, body: { errcode: 130101, errmsg: 'send too fast' } });
    await world.send();
    after(599);
    await world.send();
    expect(world.robots.requests).toHaveLength(1);
    const second = await world.company();
    const { channel } = await createChannel(second.ctx, { kind: 'dingtalk', name: '群', url, secret: ROBOT_SECRET });
    await expect(testChannel(second.ctx, { channelId: channel.id })).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    expect(world.robots.requests).toHaveLength(1);
    after(62);
    await world.send();
    expect(world.robots.taken).toHaveLength(1);
    expect(await robotLines(tenantId)).toEqual(['reminder d7 robot sent']);
  });

  it.each(['hang', 'redirect', 'huge', 'reset', 'no-json'] as const)(
    'that answers with %s is tried again',
    async (behaviour) => {
      const { tenantId } = await companyWith('feishu');
      await world.item(tenantId);
      await world.compute(tenantId);
      at('2027-03-24T10:00:00');
      world.robots.next.push(behaviour);
      await world.send();
      expect(await robotLines(tenantId)).toEqual(['reminder d7 robot claimed']);
      after(61);
      await world.send();
      expect(world.robots.taken).toHaveLength(1);
      expect(await robotLines(tenantId)).toEqual(['reminder d7 robot sent']);
    },
  );

  it('that may not speak now takes what comes meanwhile into the same message', async () => {
    const { tenantId, url } = await companyWith('wecom');
    await world.item(tenantId, { action: '甲事项' });
    await world.compute(tenantId);
    at('2027-03-24T10:00:00');
    const hash = createHash('sha256').update(url).digest();
    const speak = () =>
      world.worker.pool.query('select authz.take_robot_turn($1, 20, null, $2) as until', [hash, world.worker.clock()]);
    for (let i = 0; i < 20; i += 1) await speak();
    await world.send();
    expect(world.robots.requests).toEqual([]);
    await world.item(tenantId, { action: '乙事项', dueOn: '2027-03-24' });
    await world.compute(tenantId);
    after(62);
    await world.send();
    expect(world.robots.taken).toHaveLength(1);
    expect(world.robots.taken[0]?.text).toMatch(/乙事项[\s\S]*甲事项/);
  });
});

describe('the pace of a robot', () => {
  it.each<[string, number, number | null]>([
    ['WeCom and DingTalk', 20, null],
    ['Feishu', 100, 5],
  ])('of %s is kept by all workers together', async (_name, perMinute, perSecond) => {
    const hash = createHash('sha256').update(randomUUID()).digest();
    const [first, second] = [
      world.product.database.poolFor('zq_worker', 4),
      world.product.database.poolFor('zq_app', 4),
    ];
    const begin = Date.parse('2026-11-24T10:00:00+08:00');
    const granted: number[] = [];
    for (let ms = 0; ms < 130_000; ms += 500) {
      const tries = Array.from({ length: perSecond === null ? 1 : 8 }, (_, i) =>
        (i % 2 === 0 ? first : second).query<{ until: Date | null }>(
          'select authz.take_robot_turn($1, $2, $3, $4) as until',
          [hash, perMinute, perSecond, new Date(begin + ms)],
        ),
      );
      for (const answer of await Promise.all(tries)) if (answer.rows[0]?.until === null) granted.push(ms);
    }
    const most = (span: number) =>
      Math.max(...granted.map((from) => granted.filter((t) => t >= from && t < from + span).length));
    expect(most(60_000)).toBe(perMinute);
    if (perSecond !== null) expect(most(1_000)).toBe(perSecond);
  });
});

it('no address and no secret of a robot is in the log, in the database in clear, or in an answer', async () => {
  const company = await companyWith('dingtalk');
  const answer = JSON.stringify(await listChannels(company.ctx, {}));
  const token = company.url.slice(-36);
  const { rows } = await world.product.database.admin.query(
    `select to_jsonb(t)::text as row from app.notice_channel t union all select to_jsonb(t)::text from app.audit_event t
     union all select to_jsonb(t)::text from app.notice t`,
  );
  for (const text of [answer, world.product.log(), ...rows.map(({ row }) => row as string)]) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(ROBOT_SECRET);
  }
});
