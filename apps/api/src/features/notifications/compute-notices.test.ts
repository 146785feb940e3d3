import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';
import { arrange } from '../../testing/people.ts';
import { setCompanySettings, setDutySettings } from '../reminders/change-settings.ts';
import { setMyPreferences } from '../reminders/my-preferences.ts';
import { viewReminderSettings } from '../reminders/view-settings.ts';

let world: NoticeWorld;
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(() => world.stop());

const at = (instant: string) => world.product.setNow(`${instant}+08:00`);
const make = () => arrange(world.product.database.admin);

describe('lead times', () => {
  it('are the company’s, then the duty’s, then the person’s own', async () => {
    at('2027-03-20T00:05:00');
    const { ctx, tenantId, userId } = await world.company();
    await setCompanySettings(ctx, { version: 0, settings: { leadDays: [3, 40] } });
    await world.item(tenantId);
    await world.compute(tenantId);
    expect(await world.ledger(tenantId, userId)).toContain('reminder d40 in-app sent');
    await setDutySettings(ctx, { dutyId: 'test-duty', version: 0, settings: { leadDays: [12] } });
    await world.compute(tenantId);
    expect(await world.ledger(tenantId, userId)).toContain('reminder d12 in-app sent');
    const [credentialHash] = [await make().session(userId)];
    const { authPool, clock } = world.product.services;
    const person = { authPool, clock, credential: Buffer.from(credentialHash, 'hex') };
    await setMyPreferences(person, { version: 0, preferences: { leadDays: [11] } });
    await world.compute(tenantId);
    expect(await world.ledger(tenantId, userId)).toContain('reminder d11 in-app sent');
    const view = await viewReminderSettings(ctx, {});
    expect(view.company).toEqual({ settings: { leadDays: [40, 3] }, version: 1 });
    expect(view.duties).toMatchObject([{ dutyId: 'test-duty', settings: { leadDays: [12] }, version: 1 }]);
    await setDutySettings(ctx, { dutyId: 'test-duty', version: 1, settings: null });
    expect((await viewReminderSettings(ctx, {})).duties).toMatchObject([{ settings: null, version: 2 }]);
    await expect(setCompanySettings(ctx, { version: 0, settings: {} })).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each<[string, object, string]>([
    ['twice the same', { leadDays: [7, 7] }, 'settings.leadDays'],
    ['of two years and more', { leadDays: [800] }, 'settings.leadDays.0'],
    ['an hour in the quiet hours', { digestHour: 22 }, 'settings.digestHour'],
    ['a time that is none', { quietFrom: '25:00' }, 'settings.quietFrom'],
    ['something unknown', { leadHours: [1] }, 'settings.leadHours'],
  ])('are refused: %s', async (_name, settings, path) => {
    const { ctx } = await world.company();
    await expect(setCompanySettings(ctx, { version: 0, settings })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path }],
    });
  });
});

describe('an item that was given to somebody', () => {
  it('is told to them alone, and to those in charge when they have not begun in time', async () => {
    at('2027-03-01T00:05:00');
    const { tenantId, userId } = await world.company();
    const worker = await world.person(tenantId, 'member');
    const begun = await world.item(tenantId, { assigneeId: worker, workState: 'prepared' });
    const idle = await world.item(tenantId, { assigneeId: worker });
    await world.compute(tenantId);
    expect(await world.ledger(tenantId, userId)).toEqual([]);
    at('2027-03-28T00:05:00');
    await world.compute(tenantId);
    const told = async () => {
      const { rows } = await world.product.database.admin.query(
        `select subject_id as id, kind from app.notice where tenant_id = $1 and recipient_id = $2 and channel = 'in-app' order by created_at`,
        [tenantId, userId],
      );
      return rows;
    };
    expect(await told()).toEqual([{ id: idle, kind: 'escalation' }]);
    // Overdue is neglected, whatever was begun.
    at('2027-04-01T00:05:00');
    await world.compute(tenantId);
    expect((await told()).map(({ id }) => id)).toEqual(expect.arrayContaining([begun]));
  });

  it('and whose holder has left is told to those in charge', async () => {
    at('2027-03-24T00:05:00');
    const { tenantId, userId } = await world.company();
    const gone = await world.person(tenantId, 'member');
    await world.product.database.admin.query('update authz.membership set revoked_at = now() where user_id = $1', [
      gone,
    ]);
    await world.item(tenantId, { assigneeId: gone });
    await world.compute(tenantId);
    expect(await world.ledger(tenantId, userId)).toContain('reminder d7 in-app sent');
    expect(await world.ledger(tenantId, gone)).toEqual([]);
  });
});

describe('an engagement that ends', () => {
  it('is told to both sides at 90, 30 and 7 days, each once', async () => {
    at('2026-11-24T00:05:00');
    const { tenantId, userId } = await world.company('甲公司');
    const firm = await make().organisation('consultancy', '乙咨询');
    const partner = await world.person(firm, 'owner');
    const named = await world.person(firm, 'member');
    const colleague = await world.person(firm, 'member');
    const id = await make().engagement(firm, tenantId, 'write', [named]);
    const { admin } = world.product.database;
    await admin.query(
      `update authz.engagement set starts_at = '2026-01-01', ends_at = '2027-02-01T00:00:00+08:00' where id = $1`,
      [id],
    );
    const run = async (day: string) => {
      at(`${day}T00:05:00`);
      for (const tenant of [tenantId, firm]) await world.compute(tenant);
    };
    // Real time decides whether the consultancy may still see the company; the clock of the product when it is told.
    await run('2026-11-01');
    expect(await world.ledger(tenantId)).toEqual([]);
    for (const day of ['2026-11-02', '2026-11-03', '2027-01-02', '2027-01-30', '2027-01-31']) await run(day);
    const stages = ['d90', 'd30', 'd7'].map((stage) => `engagement-ending ${stage} in-app sent`);
    const inApp = async (tenant: string, who: string) =>
      (await world.ledger(tenant, who)).filter((line) => line.includes('in-app'));
    expect(await inApp(tenantId, userId)).toEqual(stages);
    expect(await inApp(firm, partner)).toEqual(stages);
    expect(await inApp(firm, named)).toEqual(stages);
    expect(await inApp(firm, colleague)).toEqual([]);
    const { rows } = await admin.query(
      `select content -> 'title' ->> 'zh' as title from app.notice where tenant_id = $1 limit 1`,
      [firm],
    );
    expect(rows[0]?.title).toBe('客户“甲公司”的委托 2027-01-31 到期');
  });
});
