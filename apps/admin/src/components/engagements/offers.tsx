import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RevokeInvitationDialog } from '../invitations/revoke-invitation-dialog.tsx';
import { FormFailure } from '../failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

type Offer = RouterOutputs['invitations']['list']['items'][number];

interface OffersProps {
  title: string;
  /** Which of the invitations of this organisation. */
  only: (offer: Offer) => boolean;
}

const TONES = { open: 'info', accepted: 'success', revoked: 'neutral', expired: 'warning' } as const;

/** What was offered to consultancies or owners and what became of it; one that is open can be taken back. */
export function Offers({ title, only }: OffersProps) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const list = useQuery(trpc.invitations.list.queryOptions({ organisationId }));
  const [revoking, setRevoking] = useState<Offer | null>(null);
  const rows = (list.data?.items ?? []).filter(only);
  if (list.isError) return <FormFailure error={list.error} title={t('failure.title')} />;
  if (rows.length === 0) return null;
  const columns: Column<Offer>[] = [
    {
      key: 'email',
      title: t('access.column.email'),
      lead: true,
      cell: ({ email, purpose }) => (
        <div>
          {email}
          <div className="zq-small zq-faint">{t(`access.purpose.${purpose}`)}</div>
        </div>
      ),
    },
    {
      key: 'level',
      title: t('access.column.level'),
      cell: ({ level, role }) => (level === null ? role && t(`access.role.${role}`) : t(`access.level.${level}`)),
    },
    {
      key: 'ends',
      title: t('access.endsOn'),
      nowrap: true,
      cell: ({ endsOn }) => (endsOn === null ? null : <DateText date={endsOn} />),
    },
    {
      key: 'state',
      title: t('access.column.state'),
      cell: ({ status }) => <Tag tone={TONES[status]}>{t(`access.offerState.${status}`)}</Tag>,
    },
    {
      key: 'expires',
      title: t('access.column.expires'),
      nowrap: true,
      cell: ({ expiresAt, status }) => (status === 'open' ? <InstantText at={expiresAt} /> : null),
    },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: (offer) =>
        offer.status === 'open' ? (
          <Button size="small" danger onClick={() => setRevoking(offer)}>
            {t('access.revoke')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Card flush title={title}>
      <Table caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {revoking !== null && <RevokeInvitationDialog invitation={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  );
}
