export const EMPTY_SET_UP = { token: '', companyName: '', uscc: '', ownerName: '', email: '', password: '' };

export type SetUpForm = typeof EMPTY_SET_UP;
export type SetUpField = keyof SetUpForm;

/** Shortest password the server takes. */
const SHORTEST_PASSWORD = 12;

/** What is wrong with the form before it is sent; the keys of the texts that say so. The server checks all of it again. */
export function setUpProblems(form: SetUpForm) {
  const problems: Partial<
    Record<
      SetUpField,
      | 'tokenMissing'
      | 'companyNameMissing'
      | 'usccWrong'
      | 'ownerNameMissing'
      | 'emailMissing'
      | 'emailWrong'
      | 'passwordMissing'
      | 'passwordShort'
    >
  > = {};
  const uscc = form.uscc.trim();
  const email = form.email.trim();
  if (form.token.trim() === '') problems.token = 'tokenMissing';
  if (form.companyName.trim() === '') problems.companyName = 'companyNameMissing';
  if (uscc !== '' && !/^[0-9A-Za-z]{18}$/.test(uscc)) problems.uscc = 'usccWrong';
  if (form.ownerName.trim() === '') problems.ownerName = 'ownerNameMissing';
  if (email === '') problems.email = 'emailMissing';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.email = 'emailWrong';
  if (form.password === '') problems.password = 'passwordMissing';
  else if (form.password.length < SHORTEST_PASSWORD) problems.password = 'passwordShort';
  return problems;
}
