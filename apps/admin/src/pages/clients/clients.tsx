import { BankOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '../../components/engagements/engagement.ts';
import { EngagementTable } from '../../components/engagements/engagement-table.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { chooseOrganisation, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { SettledInput } from '../../ui/settled-input.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { NextItems } from './next-items.tsx';
import { NewClientDialog } from './new-client-dialog.tsx';

const route = getRouteApi('/app/clients');

/** The consultancy's side: its clients, found by name or credit code, and the way into each. */
export function ClientsPage() {
  const { t } = useTranslation();
  const { organisation, organisations, canAdminister, today } = useSession();
  const organisationId = organisation.id;
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(trpc.engagements.list.queryOptions({ organisationId }));
  const [creating, setCreating] = useState(false);
  const [handing, setHanding] = useState<Engagement | null>(null);
  const codeOf = (id: string) => organisations.find((candidate) => candidate.id === id)?.uscc ?? '';
  const all = list.data?.items ?? [];
  const wanted = q.toLowerCase();
  const rows = all.filter(
    ({ company }) => company.name.toLowerCase().includes(wanted) || codeOf(company.id).toLowerCase().includes(wanted),
  );
  const enter = (id: string, path = '/') => {
    chooseOrganisation(id);
    // A full load: nothing of one company may be left on the page of the next.
    window.location.assign(path);
  };
  const button = canAdminister && organisation.status === 'active' && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('access.newClient')}
    </Button>
  );
  return (
    <Page title={t('access.clientsTitle')} lead={t('access.clientsLead')} actions={all.length > 0 && button}>
      {all.length > 0 && (
        <search>
          <SettledInput
            label={t('access.clientsSearch')}
            prefix={<SearchOutlined aria-hidden />}
            value={q}
            onSettle={(next) => void navigate({ search: next === '' ? {} : { q: next }, replace: true })}
          />
        </search>
      )}
      {q === '' && <NextItems from={today} onEnter={enter} />}
      <FormFailure error={list.error} title={t('failure.title')} />
      {list.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('access.clientsTitle')}>
          {rows.length === 0 ? (
            <EmptyState
              icon={<BankOutlined />}
              title={t(all.length === 0 ? 'access.clientsEmptyTitle' : 'access.clientsNoneTitle')}
              text={t(all.length === 0 ? 'access.clientsEmptyText' : 'access.clientsNoneText')}
              action={all.length === 0 && button}
            />
          ) : (
            <EngagementTable
              rows={rows}
              side="consultancy"
              acts={(engagement) => (
                <>
                  {engagement.you && (
                    <Button size="small" onClick={() => enter(engagement.company.id)}>
                      {t('access.open')}
                    </Button>
                  )}
                  {canAdminister && engagement.you && (
                    <Button size="small" onClick={() => setHanding(engagement)}>
                      {t('access.handOver')}
                    </Button>
                  )}
                </>
              )}
            />
          )}
        </Card>
      )}
      {creating && <NewClientDialog onClose={() => setCreating(false)} />}
      {handing !== null && <HandOverDialog company={handing.company} onClose={() => setHanding(null)} />}
    </Page>
  );
}
