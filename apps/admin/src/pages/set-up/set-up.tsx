import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../app-error.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLanguage, useSay } from '../../i18n/language.ts';
import { sessionQuery } from '../../session.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EMPTY_SET_UP, type SetUpField, setUpProblems } from './set-up-problems.ts';

const AUTOCOMPLETE: Record<SetUpField, string> = {
  token: 'one-time-code',
  companyName: 'organization',
  uscc: 'off',
  ownerName: 'name',
  email: 'username',
  password: 'new-password',
};
/** Where the server names a field that it refuses. */
const PATH: Record<SetUpField, string> = {
  token: 'token',
  companyName: 'company.name',
  uscc: 'company.uscc',
  ownerName: 'owner.name',
  email: 'owner.email',
  password: 'owner.password',
};

/** The first run: the token proves that whoever sits here also sees the terminal. */
export function SetUpPage() {
  const { t } = useTranslation();
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data: status } = useSuspenseQuery(sessionQuery());
  const [form, setForm] = useState(EMPTY_SET_UP);
  const [tried, setTried] = useState(false);
  const setUp = useMutation(
    trpc.session.setUp.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await queryClient.fetchQuery(sessionQuery());
        await navigate({ to: '/', replace: true });
      },
    }),
  );
  const title = t('session.setUpTitle');
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  if (!status.setUpRequired && !setUp.isPending) {
    return (
      <Entrance>
        <div className="zq-entrance-form">
          <Notice
            tone="info"
            title={t('session.alreadySetUp')}
            actions={<ButtonLink to="/sign-in">{t('session.toSignIn')}</ButtonLink>}
          >
            {t('session.alreadySetUpText')}
          </Notice>
        </div>
      </Entrance>
    );
  }
  const problems = setUpProblems(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const uscc = form.uscc.trim();
    setUp.mutate({
      token: form.token.trim(),
      company: { name: form.companyName.trim(), uscc: uscc === '' ? null : uscc.toUpperCase() },
      owner: { name: form.ownerName.trim(), email: form.email.trim(), password: form.password },
      language,
    });
  };
  const field = (name: SetUpField, hint?: 'tokenHint' | 'companyNameHint' | 'usccHint' | 'passwordHint') => {
    const refused = fieldError(setUp.error, PATH[name]);
    const own = problems[name];
    return (
      <TextField
        label={t(`session.${name}`)}
        type={name === 'email' || name === 'password' ? name : 'text'}
        autoComplete={AUTOCOMPLETE[name]}
        autoFocus={name === 'token'}
        value={form[name]}
        onChange={(value) => setForm({ ...form, [name]: value })}
        {...(hint === undefined ? {} : { hint: t(`session.${hint}`) })}
        problem={tried && own !== undefined ? t(`session.${own}`) : refused === null ? null : say(refused)}
      />
    );
  };
  return (
    <Entrance>
      <form className="zq-entrance-form" onSubmit={submit} noValidate>
        <div>
          <h1>{title}</h1>
          <p className="zq-muted">{t('session.setUpLead')}</p>
        </div>
        <FormFailure error={setUp.error} title={t('session.notSetUp')} fieldsShown />
        {field('token', 'tokenHint')}
        <fieldset>
          <legend>{t('session.company')}</legend>
          {field('companyName', 'companyNameHint')}
          {field('uscc', 'usccHint')}
        </fieldset>
        <fieldset>
          <legend>{t('session.owner')}</legend>
          {field('ownerName')}
          {field('email')}
          {field('password', 'passwordHint')}
        </fieldset>
        <Button type="primary" size="large" htmlType="submit" loading={setUp.isPending}>
          {t('session.finish')}
        </Button>
      </form>
    </Entrance>
  );
}
