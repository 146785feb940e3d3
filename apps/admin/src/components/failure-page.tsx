import { CompassOutlined } from '@ant-design/icons';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../app-error.ts';
import { queryClient } from '../trpc.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { FailureText } from './failure.tsx';
import { Notice } from '../ui/notice.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.notFoundTitle')}>
      <EmptyState
        icon={<CompassOutlined />}
        title={t('failure.notFoundTitle')}
        text={t('failure.notFoundText')}
        action={<ButtonLink to="/">{t('action.home')}</ButtonLink>}
      />
    </Page>
  );
}

/** Whether the address names a record that is not there, or that could not even be one. */
function isAboutNothing(error: unknown): boolean {
  const app = appErrorOf(error);
  if (app?.code === 'not-found') return true;
  return app?.code === 'invalid-input' && app.fields.length > 0 && app.fields.every(({ path }) => path.endsWith('Id'));
}

/** A page that could not be shown: what the server said, the number to quote, and another try. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (isAboutNothing(error)) return <NotFound />;
  const again = () => {
    queryClient.removeQueries({ predicate: ({ state }) => state.status === 'error' });
    reset();
  };
  return (
    <Page title={t('failure.title')}>
      <Notice
        tone="danger"
        live
        title={<FailureText error={error} />}
        actions={
          <>
            <Button type="primary" onClick={again}>
              {t('action.retry')}
            </Button>
            <ButtonLink to="/">{t('action.home')}</ButtonLink>
          </>
        }
      />
    </Page>
  );
}
