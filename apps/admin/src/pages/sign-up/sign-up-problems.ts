export const KINDS = ['company', 'consultancy', 'none'] as const;

export const EMPTY_SIGN_UP = {
  kind: 'company' as (typeof KINDS)[number],
  organisationName: '',
  uscc: '',
  name: '',
  email: '',
  password: '',
};

export type SignUpForm = typeof EMPTY_SIGN_UP;
export type SignUpField = Exclude<keyof SignUpForm, 'kind'>;

/** Shortest password the server takes. */
const SHORTEST_PASSWORD = 12;

type Problem =
  | 'account.nameMissing'
  | 'session.usccWrong'
  | 'session.ownerNameMissing'
  | 'session.emailMissing'
  | 'session.emailWrong'
  | 'session.passwordMissing'
  | 'session.passwordShort';

/** What is wrong with the form before it is sent, as keys of texts. The server checks all of it again. */
export function signUpProblems(form: SignUpForm): Partial<Record<SignUpField, Problem>> {
  const problems: Partial<Record<SignUpField, Problem>> = {};
  const uscc = form.uscc.trim();
  const email = form.email.trim();
  if (form.kind !== 'none') {
    if (form.organisationName.trim() === '') problems.organisationName = 'account.nameMissing';
    if (uscc !== '' && !/^[0-9A-Za-z]{18}$/.test(uscc)) problems.uscc = 'session.usccWrong';
  }
  if (form.name.trim() === '') problems.name = 'session.ownerNameMissing';
  if (email === '') problems.email = 'session.emailMissing';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.email = 'session.emailWrong';
  if (form.password === '') problems.password = 'session.passwordMissing';
  else if (form.password.length < SHORTEST_PASSWORD) problems.password = 'session.passwordShort';
  return problems;
}
