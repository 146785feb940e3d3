import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ClosingNotice } from './closing-notice.tsx';
import { DataTab } from './data-tab.tsx';
import { GeneralTab } from './general-tab.tsx';
import { OutboxTab } from './outbox-tab.tsx';
import { SandboxesTab } from './sandboxes-tab.tsx';

const route = getRouteApi('/app/organisation');

/** The organisation itself: its name and end, its sandboxes, and all of its data in the hands of its owner. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const { tab = 'general' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery(trpc.organisations.get.queryOptions({ organisationId: organisation.id }));
  if (data === undefined && error === null) return <PageSkeleton />;
  return (
    <Page
      title={t('organisation.title')}
      lead={t('organisation.lead')}
      tags={data?.isSandbox === true && <Tag tone="info">{t('organisation.sandbox')}</Tag>}
    >
      <FormFailure error={error} title={t('failure.title')} />
      {data !== undefined && (
        <>
          {data.closing !== null && <ClosingNotice closing={data.closing} />}
          <Tabs
            label={t('organisation.tab.label')}
            active={tab}
            onChange={(key) => void navigate({ search: { tab: key }, replace: true })}
            tabs={[
              { key: 'general', label: t('organisation.tab.general'), content: <GeneralTab detail={data} /> },
              { key: 'data', label: t('organisation.tab.data'), content: <DataTab /> },
              data.isSandbox
                ? { key: 'outbox', label: t('organisation.tab.outbox'), content: <OutboxTab /> }
                : { key: 'sandboxes', label: t('organisation.tab.sandboxes'), content: <SandboxesTab /> },
            ]}
          />
        </>
      )}
    </Page>
  );
}
