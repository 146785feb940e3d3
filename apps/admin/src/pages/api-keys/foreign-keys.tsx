import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { useOrganisationId } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useScopes } from './use-scopes.ts';

type ForeignKey = RouterOutputs['apiKeys']['foreign']['items'][number];

/** Keys of consultancies that reach this company; the company ends their access alone and at once. */
export function ForeignKeys() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { labelOf } = useScopes();
  const { data, error } = useQuery(trpc.apiKeys.foreign.queryOptions({ organisationId }));
  const [ending, setEnding] = useState<ForeignKey | null>(null);
  const rows = data?.items ?? [];
  if (rows.length === 0) return <FormFailure error={error} title={t('failure.title')} />;
  const columns: Column<ForeignKey>[] = [
    {
      key: 'name',
      title: t('apiKey.column.name'),
      lead: true,
      cell: ({ name, display }) => (
        <div>
          {name}
          <div className="zq-small zq-faint">
            <code>{display}</code>
          </div>
        </div>
      ),
    },
    { key: 'owner', title: t('apiKey.column.owner'), cell: ({ ownerName }) => ownerName },
    {
      key: 'level',
      title: t('apiKey.column.level'),
      cell: ({ effective }) =>
        effective === null ? (
          <Tag tone="neutral">{t('apiKey.noEffect')}</Tag>
        ) : (
          <Tag tone={effective === 'write' ? 'warning' : 'info'}>{t(`apiKey.level.${effective}`)}</Tag>
        ),
    },
    {
      key: 'scopes',
      title: t('apiKey.column.scopes'),
      cell: ({ scopes }) => (
        <ul className="zq-small">
          {scopes.map((scope) => (
            <li key={scope}>{labelOf(scope)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'granted',
      title: t('apiKey.column.granted'),
      nowrap: true,
      cell: ({ grantedAt }) => <InstantText at={grantedAt} />,
    },
    {
      key: 'used',
      title: t('apiKey.column.lastUsed'),
      nowrap: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('apiKey.never') : <InstantText at={lastUsedAt} />),
    },
    {
      key: 'actions',
      title: t('apiKey.column.actions'),
      cell: (key) => (
        <Button size="small" danger onClick={() => setEnding(key)}>
          {t('apiKey.foreignEnd')}
        </Button>
      ),
    },
  ];
  return (
    <Card flush title={t('apiKey.foreignTitle')} note={t('apiKey.foreignNote')}>
      <Table caption={t('apiKey.foreignTitle')} columns={columns} rows={rows} rowKey={({ keyId }) => keyId} />
      {ending !== null && <EndForeignDialog foreign={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function EndForeignDialog({ foreign, onClose }: { foreign: ForeignKey; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const end = useMutation(
    trpc.apiKeys.endForeign.mutationOptions({ onSuccess: () => done(t('apiKey.foreignEnded'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('apiKey.foreignEndTitle', { name: foreign.name })}
      confirm={t('apiKey.foreignEnd')}
      danger
      pending={end.isPending}
      onConfirm={() => end.mutate({ organisationId, keyId: foreign.keyId })}
      onClose={onClose}
    >
      <p>{t('apiKey.foreignEndText', { owner: foreign.ownerName })}</p>
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}
