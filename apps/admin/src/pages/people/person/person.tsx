import { EditOutlined, PlusOutlined, UserDeleteOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordDrawer } from '../../../components/roster/record-drawer.tsx';
import { RecordTable } from '../../../components/roster/record-table.tsx';
import { PERSON_LISTS } from '../../../components/roster/roster-fields.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { PersonStatusTag } from '../person-facts.tsx';
import { AccessCard } from './access-card.tsx';
import { ChangesCard } from './changes-card.tsx';
import { DataCard } from './data-card.tsx';
import { EditDrawer } from './edit-drawer.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { ParticularsCard } from './particulars-card.tsx';

const route = getRouteApi('/app/people/$personId');

/** One person: particulars behind their masks, contracts, posts and proof, who saw what, and the way out. */
export function PersonPage() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite, organisation } = useSession();
  const { personId } = route.useParams();
  const [open, setOpen] = useState<'edit' | 'leave' | 'add' | null>(null);
  const { data: person } = useSuspenseQuery(trpc.people.get.queryOptions({ organisationId, personId }));
  const close = () => setOpen(null);
  const { role } = organisation;
  return (
    <Page
      title={person.name}
      crumbs={[{ label: t('nav.people'), link: { to: '/people' } }]}
      tags={<PersonStatusTag status={person.status} />}
      actions={
        canWrite && (
          <>
            <Button icon={<EditOutlined aria-hidden />} onClick={() => setOpen('edit')}>
              {t('people.edit')}
            </Button>
            {person.status === 'employed' && (
              <Button icon={<UserDeleteOutlined aria-hidden />} onClick={() => setOpen('leave')}>
                {t('people.end')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="zq-columns">
        <Card
          flush
          title={t('people.records')}
          extra={
            canWrite && (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('add')}>
                {t('people.addRecord')}
              </Button>
            )
          }
        >
          {person.records.length === 0 ? (
            <p className="zq-card-text zq-muted">{t('roster.none')}</p>
          ) : (
            <RecordTable caption={t('people.records')} rows={person.records} person={person} />
          )}
        </Card>
        <div className="zq-stack">
          <ParticularsCard person={person} />
          <ChangesCard person={person} />
          {(role === 'owner' || role === 'admin' || role === 'consultant') && <AccessCard personId={personId} />}
          {(role === 'owner' || role === 'admin') && <DataCard person={person} />}
        </div>
      </div>
      {open === 'add' && <RecordDrawer lists={PERSON_LISTS} person={person} onClose={close} />}
      {open === 'edit' && <EditDrawer person={person} onClose={close} />}
      {open === 'leave' && <LeaveDialog person={person} onClose={close} />}
    </Page>
  );
}
