import { ExperimentOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { enterOrganisation, useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { NewSandboxDialog } from './new-sandbox-dialog.tsx';

type Sandbox = RouterOutputs['organisations']['sandboxes']['items'][number];

/** Companies to try things out on, apart from all real data. */
export function SandboxesTab() {
  const { t } = useTranslation();
  const { organisation, canAdminister } = useSession();
  const list = useQuery(trpc.organisations.sandboxes.queryOptions({ organisationId: organisation.id }));
  const [creating, setCreating] = useState(false);
  const columns: Column<Sandbox>[] = [
    {
      key: 'name',
      title: t('organisation.column.name'),
      lead: true,
      cell: ({ name }) => (
        <div className="zq-row">
          {name}
          <Tag tone="info">{t('organisation.sandbox')}</Tag>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('organisation.column.state'),
      cell: ({ status }) => t(`organisation.sandboxState.${status}`),
    },
    {
      key: 'since',
      title: t('organisation.since'),
      nowrap: true,
      cell: ({ createdAt }) => <InstantText at={createdAt} />,
    },
    {
      key: 'actions',
      title: t('organisation.column.actions'),
      cell: ({ id, open }) =>
        open ? (
          <Button size="small" onClick={() => enterOrganisation(id)}>
            {t('organisation.enter')}
          </Button>
        ) : null,
    },
  ];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  const { items: rows, limit } = list.data;
  const button = canAdminister && organisation.status === 'active' && rows.length < limit && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('organisation.sandboxCreate')}
    </Button>
  );
  return (
    <Card
      flush
      title={t('organisation.tab.sandboxes')}
      note={t('organisation.sandboxesText', { count: limit })}
      extra={rows.length > 0 && button}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={<ExperimentOutlined />}
          title={t('organisation.sandboxesEmptyTitle')}
          text={t('organisation.sandboxesEmptyText')}
          action={button}
        />
      ) : (
        <Table caption={t('organisation.tab.sandboxes')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      {creating && <NewSandboxDialog onClose={() => setCreating(false)} />}
    </Card>
  );
}
