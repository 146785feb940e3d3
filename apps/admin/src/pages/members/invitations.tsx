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

type Invitation = RouterOutputs['invitations']['list']['items'][number];

/** Invitations that nobody has accepted yet; each can be taken back. */
export function Invitations() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const list = useQuery(trpc.invitations.list.queryOptions({ organisationId }));
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const rows = (list.data?.items ?? []).filter(({ status }) => status === 'open');
  const columns: Column<Invitation>[] = [
    { key: 'email', title: t('access.column.email'), lead: true, cell: ({ email }) => email },
    {
      key: 'role',
      title: t('access.column.role'),
      cell: ({ role, level }) => (role !== null ? t(`access.role.${role}`) : t(`access.level.${level ?? 'read'}`)),
    },
    { key: 'by', title: t('access.column.invitedBy'), cell: ({ by }) => by?.name ?? t('state.bySystem') },
    {
      key: 'expires',
      title: t('access.column.expires'),
      nowrap: true,
      cell: ({ expiresAt }) => <InstantText at={expiresAt} />,
    },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: (invitation) => (
        <Button size="small" danger onClick={() => setRevoking(invitation)}>
          {t('access.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <Card flush title={t('access.invitationsTitle')}>
      <FormFailure error={list.error} title={t('failure.title')} />
      {rows.length === 0 ? (
        <p className="zq-card-text zq-muted">{t('access.noInvitations')}</p>
      ) : (
        <Table caption={t('access.invitationsTitle')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      {revoking !== null && <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({ onSuccess: () => done(t('access.revoked'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('access.revokeTitle', { email: invitation.email })}
      confirm={t('access.revoke')}
      danger
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ organisationId, invitationId: invitation.id })}
      onClose={onClose}
    >
      <p>{t('access.revokeText')}</p>
      <FormFailure error={revoke.error} />
    </ConfirmDialog>
  );
}
