import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Invitations } from './invitations.tsx';
import { MemberTable } from './member-table.tsx';

/** Who works in this organisation, and who is asked to. */
export function MembersPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const list = useQuery(trpc.members.list.queryOptions({ organisationId }));
  const [inviting, setInviting] = useState(false);
  const mayManage = list.data?.mayManage === true;
  return (
    <Page
      title={t('access.membersTitle')}
      lead={t('access.membersLead')}
      actions={
        mayManage && (
          <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => setInviting(true)}>
            {t('access.invite')}
          </Button>
        )
      }
    >
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('access.membersTitle')}>
          <MemberTable rows={list.data?.items ?? []} mayManage={mayManage} />
        </Card>
      )}
      {mayManage && <Invitations />}
      {inviting && <InviteDialog organisationId={organisationId} onClose={() => setInviting(false)} />}
    </Page>
  );
}
