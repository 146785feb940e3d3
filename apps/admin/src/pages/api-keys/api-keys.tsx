import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { CreateKeyDrawer } from './create-key-drawer.tsx';
import { ForeignKeys } from './foreign-keys.tsx';
import { KeyTable } from './key-table.tsx';
import { NewSecretDialog, type NewSecret } from './new-secret-dialog.tsx';

/** Keys of this organisation, and for a company also the keys of others that reach it. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const organisationId = organisation.id;
  const list = useQuery(trpc.apiKeys.list.queryOptions({ organisationId }));
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const rows = list.data?.items ?? [];
  const button = organisation.status === 'active' && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('apiKey.create')}
    </Button>
  );
  return (
    <Page title={t('apiKey.title')} lead={t('apiKey.lead')} actions={rows.length > 0 && button}>
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('apiKey.title')}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<KeyOutlined />}
              title={t('apiKey.emptyTitle')}
              text={t('apiKey.emptyText')}
              action={button}
            />
          ) : (
            <KeyTable rows={rows} onSecret={setSecret} />
          )}
        </Card>
      )}
      {organisation.kind === 'company' && <ForeignKeys />}
      {creating && (
        <CreateKeyDrawer
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false);
            setSecret(created);
          }}
        />
      )}
      {secret !== null && <NewSecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  );
}
