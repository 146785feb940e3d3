import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useLanguage } from '../../i18n/language.ts';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The address of the account, whether it is proven, and the language of the mails that go there. */
export function AccountCard() {
  const { t } = useTranslation();
  const done = useDone();
  const { language } = useLanguage();
  const account = useQuery(trpc.account.status.queryOptions());
  const send = useMutation(
    trpc.account.requestVerification.mutationOptions({ onSuccess: () => done(t('security.verifySent')) }),
  );
  const choose = useMutation(
    trpc.account.chooseLanguage.mutationOptions({ onSuccess: () => done(t('security.mailLanguageSaved')) }),
  );
  const { data } = account;
  const languages = (['zh', 'en'] as const).map((value) => ({ value, label: t(`security.languageName.${value}`) }));
  const none = { value: 'none' as const, label: t('security.mailLanguageNone') };
  return (
    <Card title={t('security.accountTitle')} note={t('security.accountText')}>
      <div className="zq-stack">
        <FormFailure error={account.error} title={t('failure.title')} />
        {data !== undefined && (
          <>
            <div className="zq-row">
              <span>{data.email}</span>
              <Tag tone={data.emailVerified ? 'success' : 'warning'}>
                {t(data.emailVerified ? 'security.addressVerified' : 'security.addressUnverified')}
              </Tag>
            </div>
            {!data.emailVerified && (
              <>
                <p className="zq-muted">{t('security.verifyWhy')}</p>
                <div>
                  <Button loading={send.isPending} onClick={() => send.mutate({ language: data.language ?? language })}>
                    {t('security.verifySend')}
                  </Button>
                </div>
                <FormFailure error={send.error} />
              </>
            )}
            <ChoiceField<'zh' | 'en' | 'none'>
              label={t('security.mailLanguage')}
              hint={t('security.mailLanguageHint')}
              value={data.language ?? 'none'}
              onChange={(value) => value !== 'none' && choose.mutate({ language: value })}
              options={data.language === null ? [none, ...languages] : languages}
            />
            <FormFailure error={choose.error} />
          </>
        )}
      </div>
    </Card>
  );
}
