import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useDone } from '../../components/use-done.ts';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Feed = RouterOutputs['calendarFeeds']['list']['items'][number];

/** One's own feeds: what each holds, when it was last read, and its end. */
export function FeedTable({ rows }: { rows: readonly Feed[] }) {
  const { t } = useTranslation();
  const [revoking, setRevoking] = useState<Feed | null>(null);
  const nameOf = ({ scope, organisation }: Feed) =>
    scope === 'mine' ? t('feed.mine') : t('feed.company', { company: organisation?.name ?? '' });
  const columns: Column<Feed>[] = [
    { key: 'what', title: t('feed.column.what'), lead: true, cell: nameOf },
    {
      key: 'language',
      title: t('feed.language'),
      cell: ({ language }) => (language === 'zh' ? '中文' : 'English'),
    },
    {
      key: 'read',
      title: t('feed.column.read'),
      cell: ({ lastReadAt }) => (lastReadAt === null ? t('feed.neverRead') : <InstantText at={lastReadAt} />),
    },
    { key: 'ends', title: t('feed.column.ends'), cell: ({ expiresAt }) => <InstantText at={expiresAt} /> },
    {
      key: 'act',
      title: t('feed.column.act'),
      cell: (feed) => (
        <Button
          size="small"
          danger
          aria-label={t('feed.revokeOf', { name: nameOf(feed) })}
          onClick={() => setRevoking(feed)}
        >
          {t('feed.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <Table caption={t('feed.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {revoking !== null && <RevokeDialog feedId={revoking.id} onClose={() => setRevoking(null)} />}
    </>
  );
}

function RevokeDialog({ feedId, onClose }: { feedId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const revoke = useMutation(
    trpc.calendarFeeds.revoke.mutationOptions({ onSuccess: () => done(t('feed.revoked'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('feed.revokeTitle')}
      confirm={t('feed.revoke')}
      danger
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ feedId })}
      onClose={onClose}
    >
      <p>{t('feed.revokeText')}</p>
      <FormFailure error={revoke.error} />
    </ConfirmDialog>
  );
}
