import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { makePerson, type TestPerson, tokenMailedTo, trailOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { listMembers } from '../members/queries.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { listInvitations } from './queries.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { showInvitation } from './show-invitation.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

let count = 0;
/** A company with its owner, and an invitation of its owner to an address. */
async function invited(options: { role?: string; email?: string } = {}) {
  count += 1;
  const owner = await makePerson(product);
  const make = arrange(product.database.admin);
  const tenantId = await make.organisation('company', `企业${count}`);
  await make.membership(owner.userId, tenantId);
  const email = options.email ?? `guest${count}@example.cn`;
  const { id } = await inviteMember(owner.in(tenantId), { email, role: options.role ?? 'member', language: 'zh' });
  return { owner, tenantId, email, id, token: await tokenMailedTo(product, email) };
}

const accept = (person: TestPerson, { token, id }: { token: string; id: string }) =>
  acceptInvitation(person.signedIn, { token, invitationId: id, consultancyId: null });
const rolesOf = async (owner: TestPerson, tenantId: string) =>
  (await listMembers(owner.in(tenantId), {})).items.map(({ role }) => role).sort();
const expire = (id: string) =>
  product.database.admin.query(
    `update authz.invitation set created_at = now() - interval '7 days', expires_at = now() - interval '1 second'
      where id = $1::uuid`,
    [id.slice(4)],
  );

describe('an invitation', () => {
  it('is shown as what it is, accepted by the account of its address, and leaves its trail', async () => {
    const invitation = await invited({ role: 'admin' });
    const guest = await makePerson(product, { email: invitation.email });
    expect(await showInvitation(guest.signedIn, { token: invitation.token })).toMatchObject({
      id: invitation.id,
      role: 'admin',
      purpose: 'membership',
      email: invitation.email,
      mayAccept: true,
      organisation: { id: publicId('organisation', invitation.tenantId) },
    });
    await accept(guest, invitation);
    expect(await rolesOf(invitation.owner, invitation.tenantId)).toEqual(['admin', 'owner']);
    expect((await listInvitations(invitation.owner.in(invitation.tenantId), {})).items[0]?.status).toBe('accepted');
    expect(await trailOf(product, invitation.tenantId)).toEqual(['invitation.created', 'member.joined']);
  });

  it('lasts seven days at most', async () => {
    const { id } = await invited();
    const { rows } = await product.database.admin.query(
      `select expires_at <= created_at + interval '7 days' as ok from authz.invitation where id = $1::uuid`,
      [id.slice(4)],
    );
    expect(rows).toEqual([{ ok: true }]);
    await expect(
      product.database.admin.query(
        `update authz.invitation set expires_at = created_at + interval '8 days' where id = $1::uuid`,
        [id.slice(4)],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('is kept as a hash only, and its link is in the mail alone', async () => {
    const invitation = await invited();
    const { rows } = await product.database.admin.query('select row_to_json(i)::text as text from authz.invitation i');
    for (const { text } of rows) expect(text).not.toContain(invitation.token);
    expect(JSON.stringify(await listInvitations(invitation.owner.in(invitation.tenantId), {}))).not.toContain(
      invitation.token,
    );
  });
});

describe('an attack by', () => {
  it('using it again changes nothing, also after the person was removed', async () => {
    const invitation = await invited();
    const guest = await makePerson(product, { email: invitation.email });
    await accept(guest, invitation);
    await expect(accept(guest, invitation)).rejects.toMatchObject({ code: 'not-found' });
    await product.database.admin.query('update authz.membership set revoked_at = now() where user_id = $1', [
      guest.userId,
    ]);
    await expect(accept(guest, invitation)).rejects.toMatchObject({ code: 'not-found' });
    expect(await rolesOf(invitation.owner, invitation.tenantId)).toEqual(['owner']);
  });

  it('using it late is refused', async () => {
    const invitation = await invited();
    const guest = await makePerson(product, { email: invitation.email });
    await expire(invitation.id);
    await expect(showInvitation(guest.signedIn, { token: invitation.token })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(accept(guest, invitation)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('another account that got hold of the link is refused', async () => {
    const invitation = await invited();
    const thief = await makePerson(product);
    expect(await showInvitation(thief.signedIn, { token: invitation.token })).toMatchObject({ mayAccept: false });
    await expect(accept(thief, invitation)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rolesOf(invitation.owner, invitation.tenantId)).toEqual(['owner']);
  });

  it('an account of the address that never proved it is refused', async () => {
    const invitation = await invited();
    const squatter = await makePerson(product, { email: invitation.email, verified: false });
    expect(await showInvitation(squatter.signedIn, { token: invitation.token })).toMatchObject({ mayAccept: false });
    await expect(accept(squatter, invitation)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rolesOf(invitation.owner, invitation.tenantId)).toEqual(['owner']);
  });

  it('accepting many times at once joins once', async () => {
    const invitation = await invited();
    const guest = await makePerson(product, { email: invitation.email });
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => accept(guest, invitation)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await trailOf(product, invitation.tenantId)).toEqual(['invitation.created', 'member.joined']);
  });

  it.each(['аdmin@example.cn', 'ａdmin@example.cn', 'admin@exаmple.cn', 'admin@ⓔxample.cn', 'ad\u200bmin@example.cn'])(
    'a look-alike of an address (%j) can neither be invited nor accept',
    async (lookalike) => {
      await expect(invited({ email: lookalike })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'email' }],
      });
      const invitation = await invited({ email: `admin${count}x@example.cn` });
      const other = await makePerson(product, { email: `${count}${lookalike}` });
      await expect(accept(other, invitation)).rejects.toMatchObject({ code: 'forbidden' });
    },
  );

  it('using one that was revoked, or replaced by a newer one, is refused', async () => {
    const invitation = await invited();
    const guest = await makePerson(product, { email: invitation.email });
    const ctx = invitation.owner.in(invitation.tenantId);
    const newer = await inviteMember(ctx, { email: invitation.email, role: 'viewer', language: 'en' });
    await expect(accept(guest, invitation)).rejects.toMatchObject({ code: 'not-found' });
    await revokeInvitation(ctx, { invitationId: newer.id });
    const token = await tokenMailedTo(product, invitation.email);
    await expect(accept(guest, { token, id: newer.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(revokeInvitation(ctx, { invitationId: newer.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('accepting another invitation than the one that was shown is refused', async () => {
    const [one, other] = [await invited(), await invited()];
    const guest = await makePerson(product, { email: one.email });
    await expect(accept(guest, { token: one.token, id: other.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('an admin cannot raise to owner, a member cannot invite, a stranger not even ask', async () => {
    const { tenantId, owner } = await invited();
    const make = arrange(product.database.admin);
    const [admin, member, stranger] = [await makePerson(product), await makePerson(product), await makePerson(product)];
    await make.membership(admin.userId, tenantId, 'admin');
    await make.membership(member.userId, tenantId, 'member');
    const input = { email: 'x@example.cn', role: 'owner', language: 'zh' };
    await expect(inviteMember(admin.in(tenantId), input)).rejects.toMatchObject({ code: 'forbidden' });
    for (const role of ['owner', 'viewer']) {
      await expect(inviteMember(member.in(tenantId), { ...input, role })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(inviteMember(stranger.in(tenantId), { ...input, role })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await expect(listInvitations(member.in(tenantId), {})).rejects.toMatchObject({ code: 'forbidden' });
    expect(await tokenMailedTo(product, 'x@example.cn')).toBe('');
    expect((await listInvitations(owner.in(tenantId), {})).items).toHaveLength(1);
  });

  it('accepting into an organisation that closes meanwhile is refused', async () => {
    const invitation = await invited();
    const guest = await makePerson(product, { email: invitation.email });
    for (const status of ['closing', 'suspended']) {
      await product.database.admin.query('update authz.org set status = $2 where id = $1', [
        invitation.tenantId,
        status,
      ]);
      await expect(accept(guest, invitation)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
