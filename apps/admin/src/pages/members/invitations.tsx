import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { RevokeInvitationDialog } from '../../components/invitations/revoke-invitation-dialog.tsx';
import { useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Invitation = RouterOutputs['invitations']['list']['items'][number];

/** Invitations that nobody has accepted yet; each can be taken back. */
export function Invitations() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const organisationId = organisation.id;
  const list = useQuery(trpc.invitations.list.queryOptions({ organisationId }));
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  // A consultancy also invites owners into its clients: those stand with the client.
  const rows = (list.data?.items ?? []).filter(
    ({ status, purpose, organisationName }) =>
      status === 'open' && purpose === 'membership' && organisationName === organisation.name,
  );
  const columns: Column<Invitation>[] = [
    { key: 'email', title: t('access.column.email'), lead: true, cell: ({ email }) => email },
    {
      key: 'role',
      title: t('access.column.role'),
      cell: ({ role }) => t(`access.role.${role ?? 'member'}`),
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
      {revoking !== null && <RevokeInvitationDialog invitation={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  );
}
