import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../../db/ids.ts';
import { addLicence } from '../../testing/licensed-company.ts';
import { makePerson, type TestPerson, trailOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/people.ts';
import { createTestProduct, type TestProduct } from '../../testing/product.ts';
import { leaveOrganisation } from '../members/leave-organisation.ts';
import type { OperatorContext } from '../operator/operator-context.ts';
import { setOrganisationStatus } from '../operator/set-organisation-status.ts';
import { cancelErasure } from '../personal-data/cancel-erasure.ts';
import { requestErasure } from '../personal-data/request-erasure.ts';
import { erasureState } from '../personal-data/queries.ts';
import { closeOrganisation } from './close-organisation.ts';
import { getOrganisation } from './queries.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { reopenOrganisation } from './reopen-organisation.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
});
afterAll(() => product.drop());

const NAME = '测试科技有限公司';
async function company() {
  const owner = await makePerson(product);
  const id = await arrange(product.database.admin).organisation('company', NAME);
  await arrange(product.database.admin).membership(owner.userId, id);
  return { owner, id, ctx: owner.in(id) };
}
async function member(id: string, role: string): Promise<TestPerson> {
  const person = await makePerson(product);
  await arrange(product.database.admin).membership(person.userId, id, role);
  return person;
}
const erasureOf = ({ owner, ctx }: Awaited<ReturnType<typeof company>>) => ({
  tenant: ctx,
  authPool: product.services.authPool,
  credential: Buffer.from(owner.signedIn.session.credentialHash, 'hex'),
});

describe('the name of an organisation', () => {
  it('is changed by owners and admins, with what it was in the audit', async () => {
    const { id, ctx } = await company();
    expect(await renameOrganisation((await member(id, 'admin')).in(id), { name: ' 新名称有限公司 ' })).toEqual({
      name: '新名称有限公司',
    });
    expect((await getOrganisation(ctx, {})).name).toBe('新名称有限公司');
    const { rows } = await product.database.admin.query(
      'select action, detail from app.audit_event where tenant_id = $1',
      [id],
    );
    expect(rows).toEqual([{ action: 'organisation.renamed', detail: { before: NAME, after: '新名称有限公司' } }]);
    await expect(renameOrganisation(ctx, { name: '新名称有限公司' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(renameOrganisation(ctx, { name: ' ' })).rejects.toMatchObject({ fields: [{ path: 'name' }] });
    for (const role of ['member', 'viewer'])
      await expect(renameOrganisation((await member(id, role)).in(id), { name: '甲' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    expect(await trailOf(product, id)).toEqual(['organisation.renamed']);
  });

  it('is not changed by a consultant, and not while it closes', async () => {
    const { id, ctx } = await company();
    const make = arrange(product.database.admin);
    const firm = await make.organisation('consultancy');
    const consultant = await member(firm, 'owner');
    await make.engagement(firm, id, 'write', [consultant.userId]);
    await expect(renameOrganisation(consultant.in(id), { name: '甲' })).rejects.toMatchObject({ code: 'forbidden' });
    await closeOrganisation(ctx, { name: NAME });
    await expect(renameOrganisation(ctx, { name: '甲' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an organisation that closes', () => {
  it('is taken back by an owner, and works as before', async () => {
    const it = await company();
    const { ctx, id } = it;
    await expect(reopenOrganisation(ctx, {})).rejects.toMatchObject({ code: 'conflict' });
    await closeOrganisation(ctx, { name: NAME });
    expect((await getOrganisation(ctx, {})).closing).toMatchObject({ by: 'owner', eraseAfter: null, canReopen: true });
    const admin = await member(id, 'admin');
    expect((await getOrganisation(admin.in(id), {})).closing).toMatchObject({ canReopen: false });
    await expect(reopenOrganisation(admin.in(id), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addLicence({ ctx, tenantId: id, userId: '' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await reopenOrganisation(ctx, {})).toEqual({ status: 'active' });
    expect(await getOrganisation(ctx, {})).toMatchObject({ status: 'active', closing: null });
    await addLicence({ ctx, tenantId: id, userId: '' });
    expect(await trailOf(product, id)).toEqual(
      expect.arrayContaining(['organisation.closing', 'organisation.reopened', 'licence.registered']),
    );
  });

  it('with a deletion that is not due loses the deletion; once it is due there is no way back', async () => {
    const one = await company();
    const { eraseAfter } = await requestErasure(erasureOf(one), { name: NAME, reason: '不再使用' });
    expect((await getOrganisation(one.ctx, {})).closing).toMatchObject({ by: 'owner', eraseAfter, canReopen: true });
    await reopenOrganisation(one.ctx, {});
    expect(await erasureState(erasureOf(one), {})).toEqual({ requested: null });
    expect((await trailOf(product, one.id)).sort()).toEqual([
      'data.erasure-cancelled',
      'data.erasure-requested',
      'organisation.reopened',
    ]);
    await requestErasure(erasureOf(one), { name: NAME, reason: '不再使用' });
    await product.database.admin.query(
      `update authz.erasure set requested_at = now() - interval '31 days', erase_after = now() where org_id = $1`,
      [one.id],
    );
    await expect(reopenOrganisation(one.ctx, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('by the word of the operator is not taken back by an owner, also not by way of a deletion', async () => {
    const one = await company();
    const staff = await makePerson(product);
    await product.database.admin.query('insert into authz.operator (user_id) values ($1)', [staff.userId]);
    const { authPool: pool, clock, newId, currentRules: rules } = product.services;
    const credential = Buffer.from(staff.signedIn.session.credentialHash, 'hex');
    const operator: OperatorContext = { pool, clock, newId, rules, requestId: 'test', credential };
    const organisationId = publicId('organisation', one.id);
    await setOrganisationStatus(operator, { organisationId, status: 'closing', reason: '欠费未缴' });
    expect((await getOrganisation(one.ctx, {})).closing).toMatchObject({ by: 'operator', canReopen: false });
    await expect(reopenOrganisation(one.ctx, {})).rejects.toMatchObject({ code: 'forbidden' });
    await requestErasure(erasureOf(one), { name: NAME, reason: '不再使用' });
    await expect(reopenOrganisation(one.ctx, {})).rejects.toMatchObject({ code: 'forbidden' });
    await cancelErasure(erasureOf(one), {});
    expect((await getOrganisation(one.ctx, {})).status).toBe('closing');
    await setOrganisationStatus(operator, { organisationId, status: 'active', reason: '已缴清' });
    expect((await getOrganisation(one.ctx, {})).closing).toBeNull();
  });
});

it('the last owner does not leave, and is told what to do', async () => {
  const { owner, id } = await company();
  await expect(
    leaveOrganisation(owner.signedIn, { organisationId: publicId('organisation', id) }),
  ).rejects.toMatchObject({
    code: 'conflict',
    text: { zh: expect.stringContaining('另一名所有者'), en: expect.stringContaining('close the organisation') },
  });
});
