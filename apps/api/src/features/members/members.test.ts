import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { makePerson, type TestPerson, trailOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { inviteMember } from '../invitations/invite-member.ts';
import { closeOrganisation } from '../organisations/close-organisation.ts';
import { createOrganisation } from '../organisations/create-organisation.ts';
import { getOrganisation } from '../organisations/queries.ts';
import { changeRole } from './change-role.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { listMembers } from './queries.ts';
import { removeMember } from './remove-member.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

/** A company with one person of each of these roles. */
async function staffed(...roles: string[]): Promise<{ id: string; people: TestPerson[] }> {
  const make = arrange(product.database.admin);
  const id = await make.organisation();
  const people: TestPerson[] = [];
  for (const role of roles) {
    const person = await makePerson(product);
    await make.membership(person.userId, id, role);
    people.push(person);
  }
  return { id, people };
}
const at = (people: readonly TestPerson[], index: number): TestPerson => {
  const person = people[index];
  if (!person) throw new Error(`nobody at ${index}`);
  return person;
};
const usr = ({ userId }: TestPerson) => publicId('user', userId);
const sessionsOf = async ({ userId }: TestPerson) =>
  (await product.database.admin.query('select 1 from authz.credential where user_id = $1', [userId])).rowCount;

describe('the list of members', () => {
  it('shows addresses to owners and admins only, and to everybody their own', async () => {
    const { id, people } = await staffed('owner', 'admin', 'member', 'viewer');
    for (const [index, expected] of [4, 4, 1, 1].entries()) {
      const { items, mayManage } = await listMembers(at(people, index).in(id), {});
      expect(items.filter(({ email }) => email !== null)).toHaveLength(expected);
      expect(mayManage).toBe(index < 2);
    }
  });
});

describe('roles', () => {
  it('are changed with effect at the next call, and leave a trail', async () => {
    const { id, people } = await staffed('owner', 'member');
    await changeRole(at(people, 0).in(id), { userId: usr(at(people, 1)), role: 'admin' });
    expect(await listMembers(at(people, 1).in(id), {})).toMatchObject({ mayManage: true });
    await changeRole(at(people, 0).in(id), { userId: usr(at(people, 1)), role: 'admin' });
    expect(await trailOf(product, id)).toEqual(['member.role-changed']);
  });

  it('an admin neither makes nor unmakes owners; a member and a viewer change nothing', async () => {
    const { id, people } = await staffed('owner', 'owner', 'admin', 'member', 'viewer');
    const [owner, , admin, member, viewer] = people.map(usr);
    const as = (index: number, userId: string | undefined, role: string) =>
      changeRole(at(people, index).in(id), { userId, role });
    await expect(as(2, member, 'owner')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as(2, owner, 'viewer')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as(2, admin, 'owner')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as(3, viewer, 'member')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as(4, viewer, 'admin')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeMember(at(people, 2).in(id), { userId: owner })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await trailOf(product, id)).toEqual([]);
  });

  it('the last owner stays, also when two owners give up at once', async () => {
    const { id, people } = await staffed('owner', 'owner', 'member');
    const steps = await Promise.allSettled(
      [0, 1].map((index) => changeRole(at(people, index).in(id), { userId: usr(at(people, index)), role: 'member' })),
    );
    expect(steps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await listMembers(at(people, 2).in(id), {});
    expect(items.filter(({ role }) => role === 'owner')).toHaveLength(1);
    const last = steps.findIndex(({ status }) => status === 'rejected');
    const organisationId = publicId('organisation', id);
    await expect(leaveOrganisation(at(people, last).signedIn, { organisationId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('of another organisation are out of reach', async () => {
    const [one, other] = [await staffed('owner'), await staffed('owner', 'member')];
    const userId = usr(at(other.people, 1));
    const ctx = at(one.people, 0).in(one.id);
    await expect(changeRole(ctx, { userId, role: 'viewer' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeMember(ctx, { userId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeMember(at(one.people, 0).in(other.id), { userId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('who is removed', () => {
  it('is out at once, loses the sessions, and the engagements of the consultancy with it', async () => {
    const make = arrange(product.database.admin);
    const [owner, consultant] = [await makePerson(product), await makePerson(product)];
    const [consultancy, company] = [await make.organisation('consultancy'), await make.organisation()];
    await make.membership(owner.userId, consultancy);
    await make.membership(consultant.userId, consultancy, 'member');
    await make.engagement(consultancy, company, 'write', [consultant.userId]);
    await listMembers(consultant.in(company), {});
    await removeMember(owner.in(consultancy), { userId: usr(consultant) });
    expect(await sessionsOf(consultant)).toBe(0);
    await make.membership(consultant.userId, company, 'viewer');
    const { rowCount } = await product.database.admin.query(
      'select 1 from authz.engagement_member where user_id = $1',
      [consultant.userId],
    );
    expect(rowCount).toBe(0);
  });

  it('by leaving keeps the session; a viewer may leave too', async () => {
    const { id, people } = await staffed('owner', 'viewer');
    const viewer = at(people, 1);
    await leaveOrganisation(viewer.signedIn, { organisationId: publicId('organisation', id) });
    expect(await sessionsOf(viewer)).toBe(1);
    await expect(listMembers(viewer.in(id), {})).rejects.toMatchObject({ code: 'not-found' });
    expect(await trailOf(product, id)).toEqual(['member.left']);
  });
});

describe('an organisation', () => {
  it('is founded by a verified account only', async () => {
    const [known, unknown] = [await makePerson(product), await makePerson(product, { verified: false })];
    const input = { kind: 'company', name: '新公司', uscc: null };
    await expect(createOrganisation(unknown.signedIn, input)).rejects.toMatchObject({ code: 'forbidden' });
    const { organisationId } = await createOrganisation(known.signedIn, input);
    const id = organisationId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    expect(await getOrganisation(known.in(id), {})).toMatchObject({ role: 'owner', hasOwner: true, createdBy: null });
  });

  it('that closes is read by its people and changed by nobody', async () => {
    const { id, people } = await staffed('owner', 'admin');
    const [owner, admin] = [at(people, 0), at(people, 1)];
    const { name } = await getOrganisation(owner.in(id), {});
    await expect(closeOrganisation(admin.in(id), { name })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(closeOrganisation(owner.in(id), { name: '别的名称' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await closeOrganisation(owner.in(id), { name });
    expect(await getOrganisation(owner.in(id), {})).toMatchObject({ status: 'closing', level: 'read' });
    const invite = inviteMember(owner.in(id), { email: 'x@example.cn', role: 'member', language: 'zh' });
    await expect(invite).rejects.toMatchObject({ code: 'forbidden' });
    expect(await trailOf(product, id)).toEqual(['organisation.closing']);
  });

  it('that is suspended is not there for anybody', async () => {
    const { id, people } = await staffed('owner');
    await product.database.admin.query(`update authz.org set status = 'suspended' where id = $1`, [id]);
    await expect(getOrganisation(at(people, 0).in(id), {})).rejects.toMatchObject({ code: 'not-found' });
  });
});
