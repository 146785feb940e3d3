import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '../db/ids.ts';
import { acceptInvitation } from '../features/invitations/accept-invitation.ts';
import { inviteMember } from '../features/invitations/invite-member.ts';
import { showInvitation } from '../features/invitations/show-invitation.ts';
import { endEngagement } from '../features/engagements/end-engagement.ts';
import { makePerson, tokenMailedTo } from '../testing/actors.ts';
import { arrange } from '../testing/people.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';
import { chooseLanguage } from './choose-language.ts';
import { accountStatus } from './confirm-address.ts';
import { requestPasswordReset } from './request-password-reset.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct();
  await makePerson(product);
});
afterAll(() => product.drop());

const languagesOf = async (address: string) =>
  (
    await product.database.admin.query<{ language: string }>(
      'select language from authz.mail where to_address = $1 order by created_at',
      [address],
    )
  ).rows.map(({ language }) => language);
const post = (name: string, input: unknown) => call(product.app, name, input, { mutation: true });

describe('a mail is in the language of its reader', () => {
  it('as chosen at sign-up, whoever makes it be sent later and in whatever language', async () => {
    const email = 'reader@example.cn';
    const input = { name: '赵六', email, password: 'correct horse battery', language: 'en', organisation: null };
    await post('account.signUp', input);
    await post('account.verifyEmail', { token: await tokenMailedTo(product, email), password: input.password });
    await post('security.requestPasswordReset', { email, language: 'zh' });
    await post('account.signUp', { ...input, language: 'zh' });
    expect(await languagesOf(email)).toEqual(['en', 'en', 'en']);
  });

  it('as chosen later, from the next mail on', async () => {
    const person = await makePerson(product);
    const reset = () => requestPasswordReset(person.signedIn, { email: person.email, language: 'zh' });
    await reset();
    await chooseLanguage(person.signedIn, { language: 'en' });
    expect(await accountStatus(person.signedIn)).toMatchObject({ language: 'en' });
    await reset();
    await chooseLanguage(person.signedIn, { language: 'zh' });
    await reset();
    expect(await languagesOf(person.email)).toEqual(['zh', 'en', 'zh']);
    await expect(chooseLanguage(person.signedIn, { language: 'fr' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('also when an engagement ends: each side reads its own', async () => {
    const make = arrange(product.database.admin);
    const [company, consultancy] = [await make.organisation(), await make.organisation('consultancy')];
    const [owner, partner, second] = [await makePerson(product), await makePerson(product), await makePerson(product)];
    await make.membership(owner.userId, company);
    await make.membership(partner.userId, consultancy);
    await make.membership(second.userId, consultancy);
    await chooseLanguage(partner.signedIn, { language: 'en' });
    const engagement = await make.engagement(consultancy, company, 'read', [partner.userId]);
    await endEngagement(owner.in(company), { engagementId: publicId('engagement', engagement) });
    expect([await languagesOf(partner.email), await languagesOf(second.email)]).toEqual([['en'], ['zh']]);
  });
});

it('who never chose one gets that of the screen on which an invitation was accepted; who did keeps it', async () => {
  const make = arrange(product.database.admin);
  const company = await make.organisation();
  const [owner, silent, chosen] = [await makePerson(product), await makePerson(product), await makePerson(product)];
  await make.membership(owner.userId, company);
  await chooseLanguage(chosen.signedIn, { language: 'zh' });
  for (const person of [silent, chosen]) {
    await inviteMember(owner.in(company), { email: person.email, role: 'member', language: 'zh' });
    const token = await tokenMailedTo(product, person.email);
    const { id } = await showInvitation(person.signedIn, { token });
    await acceptInvitation(person.signedIn, { token, invitationId: id, consultancyId: null, language: 'en' });
  }
  expect(await accountStatus(silent.signedIn)).toMatchObject({ language: 'en' });
  expect(await accountStatus(chosen.signedIn)).toMatchObject({ language: 'zh' });
});
