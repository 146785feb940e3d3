import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { myPreferences, setMyPreferences } from '../reminders/my-preferences.ts';
import { makePerson, type TestPerson } from '../../testing/actors.ts';
import { headerOf } from '../../testing/mail-server.ts';
import { createNoticeWorld, type NoticeWorld } from '../../testing/notice-world.ts';
import { arrange } from '../../testing/people.ts';
import { ORIGIN } from '../../testing/product.ts';
import { listNotices } from './list-notices.ts';
import { listNotifications, type ReaderContext, unreadCount } from './list-notifications.ts';
import { markAllRead, markRead } from './mark-read.ts';
import { answerNotices, notify, type NoticeToSend } from './notify.ts';

let world: NoticeWorld;
beforeAll(async () => {
  world = await createNoticeWorld();
});
afterAll(() => world.stop());

const at = (instant: string) => world.product.setNow(`${instant}+08:00`);
const make = () => arrange(world.product.database.admin);
const readerOf = ({ userId, signedIn }: TestPerson): ReaderContext => {
  const { portfolioPool, authPool, clock } = world.product.services;
  return { portfolioPool, authPool, clock, userId, credentialHash: signedIn.session.credentialHash };
};
const tell = (ctx: TenantContext, change: Partial<NoticeToSend> = {}) =>
  withTenant(ctx, 'write', (tx) =>
    notify(tx, ctx, {
      kind: 'request',
      subject: { type: 'request', id: randomUUID() },
      stage: 'asked',
      recipients: 'all',
      title: { zh: '请补充材料', en: 'Material is asked for' },
      detail: null,
      path: '/requests',
      ...change,
    }),
  );
async function companyWithPeople() {
  at('2026-11-24T10:00:00');
  const company = await world.company();
  const person = async (role: string) => {
    const somebody = await makePerson(world.product);
    await make().membership(somebody.userId, company.tenantId, role);
    return somebody;
  };
  return { ...company, viewer: await person('viewer'), member: await person('member'), admin: await person('admin') };
}

describe('telling', () => {
  it('the same twice tells it once, and says who heard of it anew', async () => {
    const { ctx, viewer, member, admin, userId } = await companyWithPeople();
    const subject = { type: 'request' as const, id: randomUUID() };
    const first = await tell(ctx, { subject, recipients: [member.userId] });
    expect(first.told).toEqual([member.userId]);
    const again = await tell(ctx, { subject, except: viewer.userId });
    expect(again.told.toSorted()).toEqual([admin.userId, userId].toSorted());
    expect((await tell(ctx, { subject, recipients: 'managers' })).told).toEqual([]);
  });

  it('in a transaction that is taken back told nobody', async () => {
    const { ctx, tenantId } = await companyWithPeople();
    const failing = withTenant(ctx, 'write', async (tx) => {
      await notify(tx, ctx, {
        kind: 'request',
        subject: { type: 'request', id: randomUUID() },
        stage: 'x',
        recipients: 'all',
        title: { zh: '甲', en: 'a' },
        detail: null,
        path: '/',
      });
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await world.ledger(tenantId)).toEqual([]);
    const { rows } = await world.product.database.admin.query('select * from authz.notice_due where tenant_id = $1', [
      tenantId,
    ]);
    expect(rows).toEqual([]);
  });

  it('leaves out who has no access, whoever names them', async () => {
    const { ctx } = await companyWithPeople();
    const stranger = await makePerson(world.product);
    expect((await tell(ctx, { recipients: [stranger.userId] })).told).toEqual([]);
  });

  it('something urgent by night waits for the morning, and what hours count for does not', async () => {
    const { ctx, member } = await companyWithPeople();
    at('2026-11-24T23:00:00');
    const mails = () => world.mails.received.filter(({ to }) => to.includes(member.email)).length;
    await tell(ctx, { recipients: [member.userId], urgent: true });
    await world.send();
    expect(mails()).toBe(0);
    await tell(ctx, { recipients: [member.userId], urgent: 'now' });
    await world.send();
    expect(mails()).toBe(1);
    at('2026-11-25T09:00:00');
    await world.send();
    expect(mails()).toBe(2);
  });
});

describe('the messages of a person', () => {
  it('come from every organisation that is open to them, and from none that is so no longer', async () => {
    const [first, second] = [await companyWithPeople(), await companyWithPeople()];
    const { member } = first;
    await make().membership(member.userId, second.tenantId, 'viewer');
    await tell(first.ctx);
    await tell(second.ctx);
    const reader = readerOf(member);
    const { items } = await listNotifications(reader, {});
    expect(items.map(({ organisation }) => organisation.id).toSorted()).toEqual(
      [first.tenantId, second.tenantId].map((id) => publicId('organisation', id)).toSorted(),
    );
    expect(await unreadCount(reader)).toEqual({ count: 2, more: false });
    await world.product.database.admin.query(
      'update authz.membership set revoked_at = now() where user_id = $1 and org_id = $2',
      [member.userId, second.tenantId],
    );
    expect((await listNotifications(reader, {})).items).toHaveLength(1);
    expect(await unreadCount(reader)).toEqual({ count: 1, more: false });
  });

  it('are never those of somebody else', async () => {
    const { ctx, member, admin } = await companyWithPeople();
    await tell(ctx, { recipients: [admin.userId] });
    expect((await listNotifications(readerOf(member), {})).items).toEqual([]);
  });

  it('come in pages, each once', async () => {
    const { ctx, member } = await companyWithPeople();
    for (let i = 0; i < 7; i += 1) await tell(ctx, { stage: `s${i}`, recipients: [member.userId] });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listNotifications(readerOf(member), { cursor, limit: 3 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(7);
  });
});

describe('reading', () => {
  it('is proof of its own, with its time, once, and nobody reads for another', async () => {
    const { ctx, member, viewer, tenantId } = await companyWithPeople();
    await tell(ctx, { recipients: [viewer.userId] });
    const organisationId = publicId('organisation', tenantId);
    const [message] = (await listNotifications(readerOf(viewer), { unread: true })).items;
    const ids = [message?.id ?? ''];
    expect(await markRead(readerOf(member), { organisationId, ids })).toEqual({ marked: 0 });
    at('2026-11-24T11:00:00');
    // A viewer changes nothing in the organisation, and can read all the same.
    expect(await markRead(readerOf(viewer), { organisationId, ids })).toEqual({ marked: 1 });
    at('2026-11-24T12:00:00');
    expect(await markRead(readerOf(viewer), { organisationId, ids })).toEqual({ marked: 0 });
    const { items } = await listNotices(ctx, { channel: 'in-app' });
    expect(items[0]).toMatchObject({
      readAt: '2026-11-24T03:00:00.000Z',
      state: 'sent',
      recipient: { id: publicId('user', viewer.userId), name: '李小红' },
    });
    expect((await listNotifications(readerOf(viewer), { unread: true })).items).toEqual([]);
  });

  it('everything goes over all organisations, a closing one included', async () => {
    const [first, second] = [await companyWithPeople(), await companyWithPeople()];
    const { viewer } = first;
    await make().membership(viewer.userId, second.tenantId, 'viewer');
    await tell(first.ctx);
    await tell(second.ctx);
    await world.product.database.admin.query(`update authz.org set status = 'closing' where id = $1`, [
      second.tenantId,
    ]);
    const one = { organisationId: publicId('organisation', first.tenantId) };
    expect(await markAllRead(readerOf(viewer), one)).toEqual({ marked: 1 });
    expect(await markAllRead(readerOf(viewer), {})).toEqual({ marked: 1 });
    expect(await unreadCount(readerOf(viewer))).toEqual({ count: 0, more: false });
  });

  it('in an organisation that is not open is the same as in one that does not exist', async () => {
    const { tenantId } = await companyWithPeople();
    const stranger = readerOf(await makePerson(world.product));
    for (const id of [tenantId, randomUUID()])
      await expect(markAllRead(stranger, { organisationId: publicId('organisation', id) })).rejects.toMatchObject({
        code: 'not-found',
      });
  });

  it('is answered by doing it', async () => {
    const { ctx, member } = await companyWithPeople();
    const subject = { type: 'request' as const, id: randomUUID() };
    await tell(ctx, { subject, recipients: [member.userId] });
    await withTenant(ctx, 'write', (tx) => answerNotices(tx, ctx, subject));
    const { items } = await listNotices(ctx, {});
    expect(items.map(({ answeredAt }) => answeredAt)).toEqual(items.map(() => '2026-11-24T02:00:00.000Z'));
  });
});

describe('the link in a mail', () => {
  it('ends such mails without a sign-in, and nothing else; the person can switch them on again', async () => {
    const { ctx, member, tenantId } = await companyWithPeople();
    await tell(ctx, { recipients: [member.userId], urgent: true });
    await world.send();
    const raw = world.mails.received.findLast(({ to }) => to.includes(member.email))?.raw ?? '';
    const link = new URL(/<([^>]+)>/.exec(headerOf(raw, 'List-Unsubscribe'))?.[1] ?? '');
    const press = (method: string, search: string) =>
      world.product.app.request(
        new Request(`${ORIGIN}${link.pathname}${search}`, {
          method,
          headers: {
            host: 'localhost:3000',
            origin: 'https://mail.example',
            'content-type': 'application/x-www-form-urlencoded',
          },
          ...(method === 'POST' ? { body: 'List-Unsubscribe=One-Click' } : {}),
        }),
      );
    // A program that merely looks at the link changes nothing.
    const looked = await press('GET', link.search);
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      `/unsubscribe#${link.searchParams.get('token')}`,
    ]);
    const person = {
      authPool: world.product.services.authPool,
      clock: world.product.services.clock,
      credential: Buffer.from(member.signedIn.session.credentialHash, 'hex'),
    };
    expect((await myPreferences(person)).preferences.email).toBe(true);
    const forged = `?token=${link.searchParams.get('token')?.slice(0, -2)}AA`;
    expect((await press('POST', forged)).status).toBe(404);
    expect((await press('POST', link.search)).status).toBe(200);
    expect((await press('POST', link.search)).status).toBe(200);
    const mine = await myPreferences(person);
    expect(mine.preferences.email).toBe(false);
    await tell(ctx, { stage: 'again', recipients: [member.userId] });
    const told = await world.ledger(tenantId, member.userId);
    expect(told.filter((line) => line.includes('again'))).toEqual(['request again in-app sent']);
    await setMyPreferences(person, { version: mine.version, preferences: { ...mine.preferences, email: true } });
    await tell(ctx, { stage: 'third', recipients: [member.userId] });
    expect(await world.ledger(tenantId, member.userId)).toContain('request third email pending');
    expect(world.product.log()).not.toContain(link.searchParams.get('token'));
  });
});
