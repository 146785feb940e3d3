import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../context.ts';
import { publicId } from '../../db/ids.ts';
import { withTenant } from '../../db/tenant-transaction.ts';
import { makePerson, type TestPerson, tokenMailedTo, trailOf } from '../../testing/actors.ts';
import { addLicence } from '../../testing/licensed-company.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { acceptInvitation } from '../invitations/accept-invitation.ts';
import { inviteMember } from '../invitations/invite-member.ts';
import { listLicences } from '../licences/list-licences.ts';
import { changeEngagement } from './change-engagement.ts';
import { createClient } from './create-client.ts';
import { endEngagement } from './end-engagement.ts';
import { inviteConsultancy } from './invite-consultancy.ts';
import { offerTransfer } from './offer-transfer.ts';
import { listEngagements } from './queries.ts';
import { setPeople } from './set-people.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const endsOn = '2027-11-23';
interface Side {
  owner: TestPerson;
  id: string;
  ctx: TenantContext;
}

async function side(kind: 'company' | 'consultancy'): Promise<Side> {
  const owner = await makePerson(product);
  const make = arrange(product.database.admin);
  const id = await make.organisation(kind, `${kind} ${owner.userId}`);
  await make.membership(owner.userId, id);
  return { owner, id, ctx: owner.in(id) };
}

async function colleagueOf(consultancy: Side, role = 'member'): Promise<TestPerson> {
  const person = await makePerson(product);
  await arrange(product.database.admin).membership(person.userId, consultancy.id, role);
  return person;
}

const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const usr = ({ userId }: TestPerson) => publicId('user', userId);
const reads = (ctx: TenantContext) => listLicences(ctx, {});
const writes = (ctx: TenantContext) => withTenant(ctx, 'write', async () => 'written');

/** Accepts what was mailed to a person for one of the person's consultancies. */
async function takeUp({ owner, id }: Side, invitationId: string) {
  const token = await tokenMailedTo(product, owner.email);
  const consultancyId = publicId('organisation', id);
  return acceptInvitation(owner.signedIn, { token, invitationId, consultancyId });
}

/** A company that engaged a consultancy. */
async function engaged(level: 'read' | 'write' = 'write') {
  const [company, consultancy] = [await side('company'), await side('consultancy')];
  const offer = await inviteConsultancy(company.ctx, { email: consultancy.owner.email, level, endsOn, language: 'zh' });
  await takeUp(consultancy, offer.id);
  const engagementId = (await listEngagements(company.ctx, {})).items[0]?.id ?? '';
  return { company, consultancy, engagementId };
}

/** A company that a consultancy entered. */
async function client(people?: (consultancy: Side) => Promise<TestPerson[]>) {
  const consultancy = await side('consultancy');
  const named = [consultancy.owner, ...((await people?.(consultancy)) ?? [])];
  const input = { name: '新客户有限公司', uscc: null, endsOn, people: named.map(usr) };
  const { organisationId, engagementId } = await createClient(consultancy.ctx, input);
  return { consultancy, named, companyId: uuidOf(organisationId), engagementId };
}

describe('a company', () => {
  it('engages a consultancy by its address; nothing is open before it is accepted', async () => {
    const [company, consultancy] = [await side('company'), await side('consultancy')];
    const input = { email: consultancy.owner.email, level: 'read', endsOn, language: 'zh' };
    const offer = await inviteConsultancy(company.ctx, input);
    await expect(reads(consultancy.owner.in(company.id))).rejects.toMatchObject({ code: 'not-found' });
    await takeUp(consultancy, offer.id);
    await reads(consultancy.owner.in(company.id));
    await expect(writes(consultancy.owner.in(company.id))).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listEngagements(company.ctx, {})).items).toMatchObject([{ level: 'read', active: true, you: false }]);
    expect((await listEngagements(consultancy.ctx, {})).items).toMatchObject([{ level: 'read', you: true }]);
    expect(await trailOf(product, company.id)).toEqual(['invitation.created', 'engagement.begun']);
    expect(await trailOf(product, consultancy.id)).toEqual(['engagement.begun']);
  });

  it('ends it: the next statement of an open transaction sees nothing any more', async () => {
    const { company, consultancy, engagementId } = await engaged();
    await addLicence({ ...company, tenantId: company.id, userId: company.owner.userId });
    const [looked, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const counts = withTenant(consultancy.owner.in(company.id), 'read', async (tx) => {
      const count = async () =>
        (await tx.db.execute<{ n: number }>(sql`select count(*)::int as n from app.licence`)).rows[0]?.n;
      const before = await count();
      looked.resolve();
      await ended.promise;
      return [before, await count()];
    });
    await looked.promise;
    await endEngagement(company.ctx, { engagementId });
    ended.resolve();
    expect(await counts).toEqual([1, 0]);
    await expect(reads(consultancy.owner.in(company.id))).rejects.toMatchObject({ code: 'not-found' });
    expect(await trailOf(product, consultancy.id)).toEqual(['engagement.begun', 'engagement.ended']);
    const { rows } = await product.database.admin.query(
      `select template from authz.mail where to_address = $1 and template = 'engagement-ended'`,
      [consultancy.owner.email],
    );
    expect(rows).toHaveLength(1);
  });

  it('ends it while it closes too, without coming to write anything else; so does a consultancy that closes', async () => {
    for (const closing of ['company', 'consultancy'] as const) {
      const sides = await engaged();
      const { ctx, id, owner } = sides[closing];
      await product.database.admin.query(`update authz.org set status = 'closing' where id = $1`, [id]);
      const viewer = await colleagueOf(sides[closing], 'viewer');
      await expect(endEngagement(viewer.in(id), { engagementId: sides.engagementId })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(
        changeEngagement(ctx, { engagementId: sides.engagementId, level: 'read', endsOn }),
      ).rejects.toMatchObject({
        code: 'forbidden',
      });
      await endEngagement(ctx, { engagementId: sides.engagementId });
      expect((await listEngagements(ctx, {})).items).toMatchObject([{ active: false }]);
      expect(await trailOf(product, id)).toContain('engagement.ended');
      await expect(writes(owner.in(id))).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('that settles something while it closes writes no row of its own, and neither does a viewer', async () => {
    const company = await side('company');
    const viewer = await colleagueOf(company, 'viewer');
    const write = (ctx: TenantContext) =>
      withTenant(ctx, 'settle', (tx) =>
        tx.db.execute(
          sql`insert into app.outbox (tenant_id, id, task, payload, created_at) values (${company.id}, gen_random_uuid(), 'x', '{}', now())`,
        ),
      );
    await expect(write(viewer.in(company.id))).rejects.toMatchObject({ cause: { code: '42501' } });
    await product.database.admin.query(`update authz.org set status = 'closing' where id = $1`, [company.id]);
    await expect(write(company.ctx)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('lowers its level and shortens it, with effect at once', async () => {
    const { company, consultancy, engagementId } = await engaged();
    await writes(consultancy.owner.in(company.id));
    await changeEngagement(company.ctx, { engagementId, level: 'read', endsOn: '2026-12-31' });
    await expect(writes(consultancy.owner.in(company.id))).rejects.toMatchObject({ code: 'forbidden' });
    const change = changeEngagement(consultancy.ctx, { engagementId, level: 'write', endsOn });
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
    const late = changeEngagement(company.ctx, { engagementId, level: 'read', endsOn: '2030-01-01' });
    await expect(late).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path: 'endsOn' }] });
  });

  it('of others cannot be ended, changed or seen', async () => {
    const { consultancy, engagementId } = await engaged();
    const stranger = await side('company');
    await expect(endEngagement(stranger.ctx, { engagementId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listEngagements(stranger.ctx, {})).items).toEqual([]);
    const member = await colleagueOf(consultancy);
    await expect(endEngagement(member.in(consultancy.id), { engagementId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listEngagements(member.in(consultancy.id), {})).items).toEqual([]);
  });
});

describe('a consultant', () => {
  it('manages neither the members nor the consultancies of a company that has an owner', async () => {
    const { company, consultancy } = await engaged();
    const ctx = consultancy.owner.in(company.id);
    for (const role of ['owner', 'member']) {
      const attempt = inviteMember(ctx, { email: 'x@example.cn', role, language: 'zh' });
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    const other = inviteConsultancy(ctx, { email: 'x@example.cn', level: 'write', endsOn, language: 'zh' });
    await expect(other).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('who is named comes in, a colleague who is not stays out, and one named no more is out at once', async () => {
    const { company, consultancy, engagementId } = await engaged();
    const colleague = await colleagueOf(consultancy);
    await expect(reads(colleague.in(company.id))).rejects.toMatchObject({ code: 'not-found' });
    await setPeople(consultancy.ctx, { engagementId, people: [usr(colleague)] });
    await reads(colleague.in(company.id));
    await expect(reads(consultancy.owner.in(company.id))).rejects.toMatchObject({ code: 'not-found' });
    const stranger = await makePerson(product);
    const attempt = setPeople(consultancy.ctx, { engagementId, people: [usr(stranger)] });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-input', fields: [{ path: 'people' }] });
    await expect(setPeople(company.ctx, { engagementId, people: [usr(stranger)] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('cannot accept an offer for a consultancy of others', async () => {
    const [company, consultancy, other] = [await side('company'), await side('consultancy'), await side('consultancy')];
    const { email } = consultancy.owner;
    const offer = await inviteConsultancy(company.ctx, { email, level: 'write', endsOn, language: 'zh' });
    await expect(takeUp({ ...consultancy, id: other.id }, offer.id)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(takeUp({ ...consultancy, id: company.id }, offer.id)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a company that a consultancy entered', () => {
  it('is worked on by the people named, and by nobody else of the consultancy', async () => {
    const { consultancy, companyId, named } = await client(async (of) => [await colleagueOf(of)]);
    for (const person of named) await writes(person.in(companyId));
    await expect(reads((await colleagueOf(consultancy, 'admin')).in(companyId))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await trailOf(product, companyId)).toEqual(['organisation.created']);
    expect(await trailOf(product, consultancy.id)).toEqual(['client.created']);
  });

  it('is not entered by a member of the consultancy, nor by a company', async () => {
    const [consultancy, company] = [await side('consultancy'), await side('company')];
    const member = await colleagueOf(consultancy);
    const input = { name: '客户', uscc: null, endsOn, people: [usr(member)] };
    await expect(createClient(member.in(consultancy.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    const people = [usr(company.owner)];
    await expect(createClient(company.ctx, { ...input, people })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is handed over to its own people, who can end the engagement then; its data stays', async () => {
    const { consultancy, companyId, engagementId } = await client();
    const entered = consultancy.owner.in(companyId);
    await addLicence({ ctx: entered, tenantId: companyId, userId: consultancy.owner.userId });
    const boss = await makePerson(product);
    const { id } = await inviteMember(entered, { email: boss.email, role: 'owner', language: 'zh' });
    const token = await tokenMailedTo(product, boss.email);
    await acceptInvitation(boss.signedIn, { token, invitationId: id, consultancyId: null });
    // From now on the company decides, not the consultancy.
    const again = inviteMember(entered, { email: 'more@example.cn', role: 'owner', language: 'zh' });
    await expect(again).rejects.toMatchObject({ code: 'forbidden' });
    const offer = offerTransfer(consultancy.ctx, { engagementId, email: 'more@example.cn', endsOn, language: 'zh' });
    await expect(offer).rejects.toMatchObject({ code: 'conflict' });
    await endEngagement(boss.in(companyId), { engagementId });
    await expect(reads(entered)).rejects.toMatchObject({ code: 'not-found' });
    expect((await reads(boss.in(companyId))).items).toHaveLength(1);
  });

  it('moves to another consultancy in one step, with all its data', async () => {
    const { consultancy, companyId, engagementId } = await client();
    const old = consultancy.owner.in(companyId);
    await addLicence({ ctx: old, tenantId: companyId, userId: consultancy.owner.userId });
    const before = await reads(old);
    const next = await side('consultancy');
    const { email } = next.owner;
    const offer = await offerTransfer(consultancy.ctx, { engagementId, email, endsOn, language: 'zh' });
    await reads(old);
    const twice = await Promise.allSettled([takeUp(next, offer.id), takeUp(next, offer.id)]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(reads(old)).rejects.toMatchObject({ code: 'not-found' });
    expect(await reads(next.owner.in(companyId))).toEqual(before);
    await writes(next.owner.in(companyId));
    const guardian = await inviteMember(next.owner.in(companyId), {
      email: 'boss@example.cn',
      role: 'owner',
      language: 'zh',
    });
    expect(guardian.id).toMatch(/^inv_/);
  });

  it('stays with its data when the consultancy is erased', async () => {
    const { consultancy, companyId } = await client();
    await addLicence({ ctx: consultancy.owner.in(companyId), tenantId: companyId, userId: consultancy.owner.userId });
    const { admin } = product.database;
    await admin.query(`update authz.org set status = 'closing' where id = $1`, [consultancy.id]);
    await admin.query(
      `insert into authz.erasure (org_id, requested_by, requested_at, erase_after)
       values ($1, $2, now() - interval '31 days', now() - interval '1 day')`,
      [consultancy.id, consultancy.owner.userId],
    );
    await product.database.poolFor('zq_worker', 1).query('select authz.erase_organisation($1)', [consultancy.id]);
    const { rows } = await admin.query(
      `select o.created_by_org, (select count(*)::int from app.licence l where l.tenant_id = o.id) as licences,
              (select count(*)::int from authz.org x where x.id = $2) as consultancies
         from authz.org o where o.id = $1`,
      [companyId, consultancy.id],
    );
    expect(rows).toEqual([{ created_by_org: null, licences: 1, consultancies: 0 }]);
  });
});
