import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../auth/totp.ts';
import { call, createTestProduct, type TestProduct } from '../testing/product.ts';
import { cookieNamed, PASSWORD, signInAs } from '../testing/sign-in.ts';
import type { ProcedureMeta } from './init.ts';
import { appRouter } from './router.ts';

/** What opens a way in, takes data out or cannot be taken back. */
const DANGEROUS = [
  'apiKeys.create',
  'apiKeys.rotate',
  'apiKeys.grant',
  'dataExport.begin',
  'dataExport.page',
  'dataExport.requestErasure',
  'people.reveal',
  'people.export',
  'people.erase',
  'dataKeys.rotate',
  'organisations.close',
  'organisations.reopen',
  'organisations.rename',
  'invitations.create',
  'members.changeRole',
  'engagements.invite',
  'engagements.transfer',
  'engagements.setPeople',
  'engagements.change',
  'channels.create',
  'channels.setAddress',
  'channels.enable',
  'requests.makeLink',
  'requests.sendLink',
  'clientRequests.ask',
  'calendarFeeds.create',
  // For many companies at once.
  'ruleChanges.adopt',
  'operator.setStatus',
  'operator.enterNotice',
  'operator.openBreakGlass',
  'operator.handOver',
  'security.newRecoveryCodes',
  'security.beginPasskey',
  'security.addPasskey',
  'security.removePasskey',
  'security.removeTotp',
];
/** What may be done at any time in a session: it only takes rights away, can be undone, or asks for a proof of its own. */
const HARMLESS = [
  'session.setUp',
  'session.signIn',
  'session.secondFactor',
  'session.askForPasskey',
  'session.signInWithPasskey',
  'session.signOut',
  'security.endSession',
  'security.endOtherSessions',
  // In the place of a second factor they want a fresh proof as well: see below.
  'security.beginTotp',
  'security.confirmTotp',
  'security.stepUp',
  'security.askForPasskeyProof',
  'security.renamePasskey',
  'security.changePassword',
  'security.requestPasswordReset',
  'security.resetPassword',
  'licences.previewDocument',
  'licences.register',
  'licences.correct',
  'facts.answer',
  'events.record',
  'events.withdraw',
  'schedule.regenerate',
  'occurrences.assign',
  'occurrences.prepare',
  'occurrences.submit',
  'occurrences.recordReceipt',
  'occurrences.close',
  'occurrences.reopen',
  'occurrences.requestWaiver',
  'occurrences.withdrawWaiver',
  // A second person stands behind it, and it can be reopened.
  'occurrences.decideWaiver',
  // Cannot be taken back, but opens no way in: it wants a reason and names its author for ever.
  'occurrences.stateMissed',
  'occurrences.sign',
  'occurrences.assignMany',
  'occurrences.closeMany',
  'workflows.start',
  'workflows.move',
  'workflows.takeBack',
  'workflows.assign',
  'workflows.setMaterials',
  'workflows.replaceLicence',
  'ownDuties.check',
  'ownDuties.test',
  'ownDuties.create',
  'ownDuties.change',
  'ownDuties.retire',
  'ownDuties.restore',
  'ruleChanges.start',
  'ruleChanges.takeBack',
  'annualReport.set',
  'annualReport.setServices',
  'annualReport.carryOver',
  'campaigns.open',
  'campaigns.assign',
  'campaigns.askForMaterial',
  'evidence.attach',
  'evidence.withdraw',
  'comments.add',
  'comments.edit',
  'comments.withdraw',
  'reviews.setRhythm',
  'requests.ask',
  'requests.change',
  'requests.withdraw',
  'requests.answer',
  'requests.accept',
  'requests.sendBack',
  'requests.drop',
  'requests.revokeLink',
  // By the link: it opens one request, and what is given is looked at by somebody.
  'requestLink.show',
  'requestLink.answer',
  'calendarFeeds.revoke',
  'custody.add',
  'custody.change',
  'custody.handOver',
  'custody.handOverAll',
  'custody.lend',
  'custody.extendLoan',
  'custody.giveBack',
  'custody.reportLost',
  'custody.found',
  'custody.retire',
  'backFill.record',
  'people.find',
  'people.add',
  'people.addMany',
  'people.change',
  'people.end',
  'roster.add',
  'roster.addMany',
  'roster.change',
  'roster.end',
  'roster.withdraw',
  'roster.keep',
  'staffing.setParameter',
  'staffing.resetParameter',
  'apiKeys.revoke',
  'apiKeys.withdrawGrant',
  'apiKeys.endForeign',
  'notifications.markRead',
  'notifications.markAllRead',
  'notifications.unsubscribe',
  'reminders.setMine',
  'reminders.setCompany',
  'reminders.setDuty',
  'channels.change',
  'channels.test',
  'channels.disable',
  'channels.remove',
  'operator.endBreakGlass',
  'dataExport.cancelErasure',
  'account.signUp',
  'account.requestVerification',
  'account.chooseLanguage',
  'account.verifyEmail',
  'account.confirmAddress',
  'organisations.create',
  'organisations.createSandbox',
  'audit.setHeadMail',
  'invitations.show',
  'invitations.accept',
  'invitations.revoke',
  'members.remove',
  'members.leave',
  'engagements.createClient',
  'engagements.end',
];

const procedures = Object.entries(appRouter._def.procedures) as unknown as [
  string,
  { _def: { type: string; meta?: ProcedureMeta } },
][];

it('every procedure that changes something was judged dangerous or harmless, and the dangerous ones want a proof', () => {
  const tagged = procedures.filter(([, { _def }]) => _def.meta?.dangerous === true).map(([name]) => name);
  expect(tagged.sort()).toEqual([...DANGEROUS].sort());
  const mutations = procedures.filter(([, { _def }]) => _def.type === 'mutation').map(([name]) => name);
  expect(mutations.filter((name) => !DANGEROUS.includes(name)).sort()).toEqual([...HARMLESS].sort());
});

describe('a proof', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await createTestProduct({ sessionsFollowClock: true });
  });
  afterAll(() => product.drop());
  const at = (time: string) => {
    const instant = `2026-11-24T${time}+08:00`;
    product.setNow(instant);
    return new Date(instant);
  };
  const post = (name: string, input: unknown, cookie: string) =>
    call(product.app, name, input, { mutation: true, cookie });

  const kindOf = new Map(procedures.map(([name, { _def }]) => [name, _def.type]));
  const calling = (name: string, cookie: string) =>
    call(product.app, name, {}, { mutation: kindOf.get(name) === 'mutation', cookie });

  it.each(DANGEROUS)('that is older than ten minutes does not do for %s', async (name) => {
    at('10:00:00');
    const somebody = await signInAs(product, 'company', 'owner');
    const cookie = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    // The sign-in is a proof: whatever else is wrong with this input, it gets further.
    expect((await calling(name, cookie)).error?.code).not.toBe('step-up-required');
    at('10:10:01');
    const { status, error } = await calling(name, cookie);
    expect([status, error?.code]).toEqual([403, 'step-up-required']);
  });

  it('is the password for who has nothing else', async () => {
    at('11:00:00');
    const somebody = await signInAs(product, 'company', 'member');
    const cookie = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    at('11:30:00');
    expect((await post('security.stepUp', { code: '000000' }, cookie)).error?.fields[0]?.path).toBe('password');
    expect((await post('security.stepUp', { password: 'wrong' }, cookie)).error?.fields[0]?.path).toBe('password');
    expect((await post('security.removeTotp', {}, cookie)).error?.code).toBe('step-up-required');
    const proven = await post('security.stepUp', { password: PASSWORD }, cookie);
    expect(proven.data).toEqual({ ok: true, provenUntil: '2026-11-24T03:40:00.000Z' });
    expect((await post('security.removeTotp', {}, cookie)).status).toBe(200);
  });

  it('is the second factor for who has one; the password is not enough, and no code serves twice', async () => {
    const signedInAt = at('12:00:00');
    const somebody = await signInAs(product, 'company', 'member');
    const first = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    const { secret } = (await post('security.beginTotp', {}, first)).data as { secret: string };
    const code = codeAt(secret, signedInAt);
    const confirmed = await post('security.confirmTotp', { code }, first);
    const cookie = cookieNamed(confirmed.headers, 'session') ?? '';
    const moment = at('12:30:00');
    for (const name of ['security.beginTotp', 'security.newRecoveryCodes'])
      expect((await post(name, {}, cookie)).error?.code).toBe('step-up-required');
    expect((await post('security.stepUp', { password: PASSWORD }, cookie)).error?.fields[0]?.path).toBe('code');
    const fresh = codeAt(secret, moment);
    expect((await post('security.stepUp', { code: fresh }, cookie)).status).toBe(200);
    expect((await post('security.stepUp', { code: fresh }, cookie)).status).toBe(400);
    expect((await post('security.newRecoveryCodes', {}, cookie)).status).toBe(200);
  });

  it('of one session does not serve another', async () => {
    at('13:00:00');
    const somebody = await signInAs(product, 'company', 'member');
    const old = cookieNamed((await somebody.signIn()).headers, 'session') ?? '';
    at('13:30:00');
    await somebody.signIn();
    expect((await post('security.removeTotp', {}, old)).error?.code).toBe('step-up-required');
  });
});
