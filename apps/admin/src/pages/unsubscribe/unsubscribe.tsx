import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { EntrancePage } from '../../components/entrance-page.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useLinkToken } from '../../components/use-link-token.ts';
import { trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';

/** Ends the mails of notices by the link in one of them, without signing in. By a press: programs follow links as well. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const stop = useMutation(trpc.notifications.unsubscribe.mutationOptions());
  return (
    <EntrancePage title={t('notice.unsubscribeTitle')}>
      {token === null && <Notice tone="warning" title={t('security.linkMissingText')} />}
      {stop.isSuccess && <Notice tone="success" live title={t('notice.unsubscribed')} />}
      {token !== null && !stop.isSuccess && (
        <>
          <p>{t('notice.unsubscribeText')}</p>
          <FormFailure error={stop.error} />
          <Button type="primary" loading={stop.isPending} onClick={() => stop.mutate({ token })}>
            {t('notice.unsubscribe')}
          </Button>
        </>
      )}
    </EntrancePage>
  );
}
