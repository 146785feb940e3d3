import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EMPTY_SIGN_UP, KINDS, type SignUpField, signUpProblems } from './sign-up-problems.ts';

const PATH: Record<SignUpField, string> = {
  organisationName: 'organisation.name',
  uscc: 'organisation.uscc',
  name: 'name',
  email: 'email',
  password: 'password',
};

/** Asks for an account. What follows is the same whether the address is known or not: only its mailbox learns which. */
export function SignUpPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { language } = useLanguage();
  const [form, setForm] = useState(EMPTY_SIGN_UP);
  const [tried, setTried] = useState(false);
  const signUp = useMutation(trpc.account.signUp.mutationOptions());
  const back = <Link to="/sign-in">{t('account.haveAccount')}</Link>;
  if (signUp.isSuccess) {
    return (
      <EntrancePage title={t('account.sentTitle')}>
        <Notice tone="info" live title={t('account.sentText', { email: signUp.variables.email })} />
        {back}
      </EntrancePage>
    );
  }
  const problems = signUpProblems(form);
  const { kind } = form;
  const submit = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const uscc = form.uscc.trim();
    signUp.mutate({
      name: form.name.trim(),
      email: form.email.trim(),
      password: form.password,
      language,
      organisation:
        kind === 'none'
          ? null
          : { kind, name: form.organisationName.trim(), uscc: uscc === '' ? null : uscc.toUpperCase() },
    });
  };
  const field = (key: SignUpField, label: string, autoComplete: string, hint?: string) => {
    const own = problems[key];
    const refused = fieldError(signUp.error, PATH[key]);
    return (
      <TextField
        label={label}
        type={key === 'email' || key === 'password' ? key : 'text'}
        autoComplete={autoComplete}
        value={form[key]}
        onChange={(value) => setForm({ ...form, [key]: value })}
        {...(hint === undefined ? {} : { hint })}
        problem={tried && own !== undefined ? t(own) : refused === null ? null : say(refused)}
      />
    );
  };
  return (
    <EntrancePage title={t('account.signUpTitle')} lead={t('account.signUpLead')} onSubmit={submit}>
      <FormFailure error={signUp.error} fieldsShown />
      <ChoiceField
        label={t('account.kind')}
        value={kind}
        onChange={(next) => setForm({ ...form, kind: next })}
        options={KINDS.map((value) => ({ value, label: t(`account.kinds.${value}`) }))}
      />
      {kind !== 'none' && (
        <>
          {field('organisationName', t(`account.organisationName.${kind}`), 'organization', t('account.nameHint'))}
          {field('uscc', t('session.uscc'), 'off', t('session.usccHint'))}
        </>
      )}
      {field('name', t('account.yourName'), 'name')}
      {field('email', t('session.email'), 'username')}
      {field('password', t('session.password'), 'new-password', t('session.passwordHint'))}
      <Button type="primary" size="large" htmlType="submit" loading={signUp.isPending}>
        {t('account.signUp')}
      </Button>
      {back}
    </EntrancePage>
  );
}
