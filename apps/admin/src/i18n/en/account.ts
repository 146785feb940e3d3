import type { SameShape } from '../same-shape.ts';
import type { account as zh } from '../zh/account.ts';

/** Sign-up, verification of an address, invitations by link. */
export const account = {
  signUpTitle: 'Sign up',
  signUpLead: 'Sign up a licence holder or a consultancy, or only an account to accept an invitation.',
  signUp: 'Sign up',
  toSignUp: 'No account yet? Sign up',
  haveAccount: 'You have an account? Sign in',
  kind: 'Sign up as',
  kinds: { company: 'Licence holder', consultancy: 'Consultancy', none: 'Account only (I was invited)' },
  organisationName: { company: 'Company name', consultancy: 'Name of the consultancy' },
  nameHint: 'As on the business licence.',
  nameMissing: 'Enter the name.',
  yourName: 'Your name',
  sentTitle: 'Look into your e-mail',
  sentText: 'We sent an e-mail to {{email}}. Open its link and enter your password; then the account is ready.',
  verifyTitle: 'Verify your address',
  verifyText: 'Enter the password you chose, to confirm that the address is yours.',
  verify: 'Confirm address',
  verified: 'Address verified',
  verifiedText: 'Your account is ready. Please sign in.',
  confirmText: 'Confirm that this address belongs to the account you are signed in with.',
  invitationTitle: 'Accept an invitation',
  membership: '{{inviter}} invites you to join “{{organisation}}” as: {{role}}.',
  engagement: '“{{organisation}}” asks your consultancy to work for it: {{level}}, until {{endsOn}}.',
  transfer:
    '{{inviter}} asks your consultancy to take over the client “{{organisation}}”: {{level}}, until {{endsOn}}. The engagement of the other consultancy ends when you accept.',
  sentTo: 'The invitation was sent to {{email}}; its link works until',
  accept: 'Accept',
  consultancy: 'Accept as',
  otherAccount: 'You are signed in as {{email}}, which is not the address invited, and cannot accept.',
  notVerified: 'First verify your address, then accept.',
  signInFirst:
    'Sign in with the address that was invited, then open the link in the e-mail again; without an account, sign up first.',
  refused: 'Not accepted',
} satisfies SameShape<typeof zh>;
