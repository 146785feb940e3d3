import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteOf } from '../../features/notifications/send-slot.ts';
import { headerOf, partsOf } from '../../testing/mail-server.ts';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';
import { arrange } from '../../testing/people.ts';

let world: NoticeWorld;
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(() => world.stop());

const at = (instant: string) => world.product.setNow(`${instant}+08:00`);
const mailsTo = (userId: string) => world.mails.received.filter(({ to }) => to.includes(`${userId}@example.cn`));

describe('the daily message', () => {
  it('comes once a day, with everything in it, at a minute of its reader’s own', async () => {
    at('2027-03-24T00:05:00');
    const { tenantId, userId } = await world.company('甲科技有限公司');
    await world.item(tenantId, { dueOn: '2027-03-31', action: '提交年度报告' });
    await world.item(tenantId, { dueOn: '2027-03-25', action: '提交<b>整改</b>报告' });
    await world.compute(tenantId);
    await world.compute(tenantId);
    await world.send();
    expect(mailsTo(userId)).toEqual([]);
    const minute = String(minuteOf(userId)).padStart(2, '0');
    at(`2027-03-24T09:${minute}:00`);
    await world.send();
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
    const raw = mailsTo(userId)[0]?.raw ?? '';
    expect(headerOf(raw, 'Subject')).toBe('2 项事项待处理');
    const parts = partsOf(raw);
    // The most pressing first, with the dates as of today.
    expect(parts['text/plain']).toMatch(
      /整改[\s\S]*2027-03-25 到期，剩 1 天[\s\S]*年度报告[\s\S]*2027-03-31 到期，剩 7 天/,
    );
    expect(parts['text/html']).toContain('提交&lt;b&gt;整改&lt;/b&gt;报告');
    expect(parts['text/html']).not.toContain('<img');
    expect(headerOf(raw, 'List-Unsubscribe')).toMatch(/^<https:\/\/zq\.example\/api\/unsubscribe\?token=[\w.-]+>$/);
    expect(headerOf(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(raw, 'References').split(' ')).toHaveLength(2);
    expect(await world.ledger(tenantId)).toEqual([
      'reminder d7 email sent',
      'reminder d7 in-app sent',
      'reminder d1 email sent',
      'reminder d1 in-app sent',
    ]);
  });

  it('of a consultant holds all clients, and says whose each item is', async () => {
    at('2027-03-24T00:05:00');
    const make = arrange(world.product.database.admin);
    const firm = await make.organisation('consultancy', '咨询');
    const consultant = await world.person(firm, 'member');
    const clients = [await world.company('甲公司'), await world.company('乙公司'), await world.company('丙公司')];
    for (const { tenantId } of clients) {
      await make.engagement(firm, tenantId, 'write', [consultant]);
      await world.item(tenantId);
      await world.compute(tenantId);
    }
    at('2027-03-24T10:00:00');
    await world.send();
    expect(mailsTo(consultant)).toHaveLength(1);
    const { 'text/plain': text = '' } = partsOf(mailsTo(consultant)[0]?.raw ?? '');
    for (const name of ['甲公司', '乙公司', '丙公司']) expect(text).toContain(`【${name}】`);
  });

  it('waits for the working day, but never past the day it tells of', async () => {
    // A Friday evening; the calendar of 2026 is published.
    at('2026-11-27T18:00:00');
    const { tenantId, userId } = await world.company();
    await world.item(tenantId, { dueOn: '2026-12-04' });
    await world.compute(tenantId);
    at('2026-11-28T12:00:00');
    await world.send();
    expect(mailsTo(userId)).toEqual([]);
    at('2026-11-30T10:00:00');
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
    at('2026-12-05T00:05:00');
    await world.item(tenantId, { dueOn: '2026-12-06' });
    await world.compute(tenantId);
    at('2026-12-05T10:00:00');
    await world.send();
    expect(mailsTo(userId)).toHaveLength(2);
  });
});

it('the daily message is in the language of its reader', async () => {
  at('2027-03-24T00:05:00');
  const { tenantId, userId } = await world.company();
  await world.product.database.admin.query(`update authz.app_user set language = 'en' where id = $1`, [userId]);
  await world.item(tenantId);
  await world.compute(tenantId);
  at('2027-03-24T10:00:00');
  await world.send();
  const raw = mailsTo(userId)[0]?.raw ?? '';
  expect(headerOf(raw, 'Subject')).toBe('File the annual report: due 2027-03-31, 7 days left');
  expect(partsOf(raw)['text/plain']).toContain('due 2027-03-31, 7 days left');
  expect(partsOf(raw)['text/plain']).not.toMatch(/[\u4e00-\u9fff]/);
});

describe('an hour clock', () => {
  it('is told at night as well, to those in charge too, and at each of its hours', async () => {
    at('2026-11-24T23:00:00');
    const { tenantId, userId } = await world.company();
    const worker = await world.person(tenantId, 'member');
    await world.item(tenantId, {
      dueOn: '2026-11-25',
      dueAt: '2026-11-25T03:00:00+08:00',
      firstSeenAt: '2026-11-24T23:00:00+08:00',
      assigneeId: worker,
    });
    await world.compute(tenantId);
    await world.send();
    expect([mailsTo(worker).length, mailsTo(userId).length]).toEqual([1, 1]);
    expect(await world.ledger(tenantId, userId)).toEqual(['escalation h4 email sent', 'escalation h4 in-app sent']);
    // The organisation is looked at again by itself when the next hour has come.
    const { rows } = await world.product.database.admin.query(
      'select next_at from authz.notice_check where tenant_id = $1',
      [tenantId],
    );
    expect(rows[0]?.next_at.toISOString()).toBe('2026-11-24T18:00:00.000Z');
  });
});

describe('a worker that was away', () => {
  it('for three days tells of each due item once when it is back, of its latest stage', async () => {
    at('2027-03-01T00:05:00');
    const { tenantId, userId } = await world.company();
    const items = [];
    for (let i = 0; i < 12; i += 1)
      items.push(await world.item(tenantId, { dueOn: `2027-03-${String(4 + i).padStart(2, '0')}` }));
    await world.compute(tenantId);
    at('2027-03-01T10:00:00');
    await world.send();
    const before = (await world.ledger(tenantId, userId)).length;
    at('2027-03-05T10:00:00');
    await world.compute(tenantId);
    await world.send();
    await world.compute(tenantId);
    await world.send();
    const after = (await world.ledger(tenantId, userId)).slice(before);
    // The day to do it, and two days overdue are among them; no item is told of twice.
    const { rows } = await world.product.database.admin.query(
      `select subject_id, count(*)::int as n from app.notice
        where tenant_id = $1 and channel = 'email' and created_at > '2027-03-05' group by 1`,
      [tenantId],
    );
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    expect(after).toContain('overdue o1 email sent');
    expect(after).toContain('reminder d0 email sent');
    expect(after.filter((line) => line.includes('email')).length).toBe(rows.length);
    expect(mailsTo(userId)).toHaveLength(2);
  });

  it('after the message was written sends one for the stage that has come meanwhile', async () => {
    at('2027-03-24T12:00:00');
    const { tenantId, userId } = await world.company();
    await world.item(tenantId, { dueOn: '2027-03-31' });
    await world.compute(tenantId);
    at('2027-03-28T12:00:00');
    await world.compute(tenantId);
    await world.send();
    at('2027-03-29T12:00:00');
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
    expect((await world.ledger(tenantId)).filter((line) => line.includes('email'))).toEqual([
      'reminder d7 email merged',
      'reminder d3 email sent',
    ]);
  });
});

describe('what has lost its sense before it was sent', () => {
  const prepared = async () => {
    at('2027-03-24T00:05:00');
    const { tenantId, userId, ctx } = await world.company();
    const itemId = await world.item(tenantId);
    await world.compute(tenantId);
    at('2027-03-24T10:00:00');
    return { tenantId, userId, itemId, ctx };
  };
  const { query } = { query: (text: string, values: unknown[]) => world.product.database.admin.query(text, values) };
  const outcome = async (tenantId: string) => {
    const { rows } = await query(
      `select state, vendor_text as why from app.notice where tenant_id = $1 and channel = 'email'`,
      [tenantId],
    );
    return rows;
  };

  it.each<[string, (given: Awaited<ReturnType<typeof prepared>>) => Promise<unknown>]>([
    [
      'done',
      ({ itemId }) =>
        query(`update app.occurrence set work_state = 'closed', worked_at = now(), closed_at = now() where id = $1`, [
          itemId,
        ]),
    ],
    ['no-access', ({ userId }) => query('update authz.membership set revoked_at = now() where user_id = $1', [userId])],
    ['switched-off', ({ userId }) => query('select authz.unsubscribe_notices($1, now())', [userId])],
    ['sandbox', ({ tenantId }) => query('update authz.org set is_sandbox = true where id = $1', [tenantId])],
  ])('is put aside: %s', async (why, change) => {
    const given = await prepared();
    await change(given);
    await world.send();
    expect(mailsTo(given.userId)).toEqual([]);
    expect(await outcome(given.tenantId)).toEqual([{ state: 'obsolete', why }]);
  });

  it('waits while the organisation is suspended, and is sent when it is open again', async () => {
    const { tenantId, userId } = await prepared();
    const set = (status: string) => query('update authz.org set status = $2 where id = $1', [tenantId, status]);
    await set('suspended');
    await world.send();
    expect(mailsTo(userId)).toEqual([]);
    await set('active');
    at('2027-03-24T11:30:00');
    await world.send();
    expect(mailsTo(userId)).toHaveLength(1);
  });

  it('is noted as answered when the item is done, on every notice of it', async () => {
    const { tenantId, itemId } = await prepared();
    await query(`update app.occurrence set work_state = 'closed', worked_at = now(), closed_at = now() where id = $1`, [
      itemId,
    ]);
    await world.compute(tenantId);
    const { rows } = await query('select answered_at from app.notice where tenant_id = $1', [tenantId]);
    expect(rows).toHaveLength(2);
    expect(rows.every(({ answered_at: at }) => at !== null)).toBe(true);
  });
});

it('a run without anything to tell writes nothing at all, not even in the audit', async () => {
  at('2027-03-24T00:05:00');
  const { tenantId } = await world.company();
  await world.item(tenantId);
  await world.compute(tenantId);
  const state = async () =>
    (
      await world.product.database.admin.query(
        `select (select count(*) from app.notice where tenant_id = $1)::int as notices,
                (select count(*) from app.audit_event where tenant_id = $1)::int as audit`,
        [tenantId],
      )
    ).rows[0];
  const before = await state();
  await world.compute(tenantId);
  expect(await state()).toEqual(before);
  expect(before).toEqual({ notices: 2, audit: 1 });
});

it('of many at once leaves none out', async () => {
  at('2027-03-24T00:05:00');
  const companies = [];
  for (let i = 0; i < 25; i += 1) companies.push(await world.company(`第 ${i} 公司`));
  for (const { tenantId } of companies) {
    await world.item(tenantId);
    await world.compute(tenantId);
  }
  at('2027-03-24T10:00:00');
  // Two workers at the same time.
  await Promise.all([world.send(), world.send({ ...world.worker, rules: world.worker.rules, newId: randomUUID })]);
  for (const { userId } of companies) expect(mailsTo(userId)).toHaveLength(1);
});
