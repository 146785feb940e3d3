import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { ROLES } from '../../components/roles.ts';
import { useDone } from '../../components/use-done.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { type RouterOutputs, trpc } from '../../trpc.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

type Member = RouterOutputs['members']['list']['items'][number];

/** The last owner can be neither removed nor given another role: nobody could appoint the next one. */
export function MemberTable({ rows, mayManage }: { rows: readonly Member[]; mayManage: boolean }) {
  const { t } = useTranslation();
  const done = useDone();
  const { organisation } = useSession();
  const organisationId = organisation.id;
  const [removing, setRemoving] = useState<Member | null>(null);
  const change = useMutation(
    trpc.members.changeRole.mutationOptions({ onSuccess: () => done(t('access.roleChanged')) }),
  );
  const onlyOwner = rows.filter(({ role }) => role === 'owner').length === 1;
  // Owners are made and changed by owners alone.
  const roles = organisation.role === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner');
  const isFixed = ({ role }: Member) =>
    !mayManage || (role === 'owner' && (onlyOwner || organisation.role !== 'owner'));
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('access.column.name'),
      lead: true,
      cell: ({ name, email, you }) => (
        <div>
          <div className="zq-row">
            {name}
            {you && <Tag tone="info">{t('access.you')}</Tag>}
          </div>
          {email !== null && <div className="zq-small zq-faint">{email}</div>}
        </div>
      ),
    },
    {
      key: 'role',
      title: t('access.column.role'),
      cell: (member) =>
        isFixed(member) ? (
          <div>
            {t(`access.role.${member.role}`)}
            {mayManage && member.role === 'owner' && onlyOwner && (
              <div className="zq-small zq-faint">{t('access.lastOwner')}</div>
            )}
          </div>
        ) : (
          <Select<Member['role']>
            size="small"
            aria-label={t('access.roleOf', { name: member.name })}
            value={member.role}
            disabled={change.isPending}
            popupMatchSelectWidth={false}
            options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))}
            onChange={(role) => change.mutate({ organisationId, userId: member.userId, role })}
          />
        ),
    },
    {
      key: 'since',
      title: t('access.column.since'),
      nowrap: true,
      cell: ({ since }) => <InstantText at={since} />,
    },
    {
      key: 'actions',
      title: t('access.column.actions'),
      cell: (member) =>
        isFixed(member) || member.you ? null : (
          <Button size="small" danger onClick={() => setRemoving(member)}>
            {t('access.removeMember')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <FormFailure error={change.error} />
      <Table caption={t('access.membersTitle')} columns={columns} rows={rows} rowKey={({ userId }) => userId} />
      {removing !== null && <RemoveDialog member={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const organisationId = useOrganisationId();
  const remove = useMutation(
    trpc.members.remove.mutationOptions({ onSuccess: () => done(t('access.removed'), onClose) }),
  );
  return (
    <ConfirmDialog
      title={t('access.removeTitle', { name: member.name })}
      confirm={t('access.removeMember')}
      danger
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ organisationId, userId: member.userId })}
      onClose={onClose}
    >
      <p>{t('access.removeText')}</p>
      <FormFailure error={remove.error} />
    </ConfirmDialog>
  );
}
