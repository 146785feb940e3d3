import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

type DeviceSession = RouterOutputs['security']['sessions']['items'][number];

/** Where the person is signed in; each can be ended from here. */
export function SessionsCard() {
  const { t } = useTranslation();
  const done = useDone();
  const list = useQuery(trpc.security.sessions.queryOptions());
  const [ending, setEnding] = useState<string | null>(null);
  const endOthers = useMutation(
    trpc.security.endOtherSessions.mutationOptions({ onSuccess: () => done(t('security.othersEnded')) }),
  );
  const rows = list.data?.items ?? [];
  const columns: Column<DeviceSession>[] = [
    {
      key: 'device',
      title: t('security.column.device'),
      lead: true,
      cell: ({ device, current }) => (
        <div className="zq-row">
          {device ?? t('security.unknownDevice')}
          {current && <Tag tone="success">{t('security.thisDevice')}</Tag>}
        </div>
      ),
    },
    {
      key: 'factor',
      title: t('security.factorTitle'),
      cell: ({ secondFactor }) => t(secondFactor ? 'state.yes' : 'state.no'),
    },
    {
      key: 'started',
      title: t('security.column.started'),
      nowrap: true,
      cell: ({ startedAt }) => <InstantText at={startedAt} />,
    },
    {
      key: 'expires',
      title: t('security.column.expires'),
      nowrap: true,
      cell: ({ expiresAt }) => <InstantText at={expiresAt} />,
    },
    {
      key: 'actions',
      title: t('security.column.actions'),
      cell: ({ id, current }) =>
        current ? null : (
          <Button size="small" danger onClick={() => setEnding(id)}>
            {t('security.endSession')}
          </Button>
        ),
    },
  ];
  return (
    <Card
      flush
      title={t('security.sessionsTitle')}
      note={t('security.sessionsText')}
      extra={
        rows.length > 1 && (
          <Button size="small" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t('security.endOthers')}
          </Button>
        )
      }
    >
      <FormFailure error={list.error ?? endOthers.error} title={t('failure.title')} />
      <Table caption={t('security.sessionsTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {ending !== null && <EndSessionDialog sessionId={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

function EndSessionDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const end = useMutation(
    trpc.security.endSession.mutationOptions({ onSuccess: () => done(t('security.sessionEnded'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('security.endSessionTitle')}
      confirm={t('security.endSession')}
      danger
      pending={end.isPending}
      onConfirm={() => end.mutate({ sessionId })}
      onClose={onClose}
    >
      <p>{t('security.endSessionText')}</p>
      <FormFailure error={end.error} />
    </ConfirmDialog>
  );
}
