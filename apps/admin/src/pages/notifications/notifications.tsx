import { BellOutlined, SettingOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useSession } from '../../session.tsx';
import { client, queryClient, trpc } from '../../trpc.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { NotificationRow } from './notification-row.tsx';
import '../../ui/filter-tabs.css';
import '../../ui/table.css';
import './notifications.css';

const route = getRouteApi('/app/notifications');

/** Everything that was sent to the person who is signed in, latest first, over all of their companies. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { organisations } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { unread = false, company } = search;
  const input = { unread, organisationId: company };
  const list = usePagedList(trpc.notifications.list.queryKey(input), (cursor) =>
    client.notifications.list.query({ ...input, cursor }),
  );
  const markAll = useMutation(
    trpc.notifications.markAllRead.mutationOptions({
      onSuccess: async ({ marked }) => {
        await queryClient.invalidateQueries(trpc.notifications.pathFilter());
        notification.success({ title: t('notice.marked', { count: marked }) });
      },
    }),
  );
  const set = (change: typeof search) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Page
      title={t('notice.title')}
      lead={t('notice.lead')}
      actions={
        <>
          <ButtonLink to="/notifications/preferences" icon={<SettingOutlined aria-hidden />}>
            {t('notice.toPreferences')}
          </ButtonLink>
          <Button
            loading={markAll.isPending}
            onClick={() => markAll.mutate(company === undefined ? {} : { organisationId: company })}
          >
            {t('notice.markAll')}
          </Button>
        </>
      }
    >
      <search className="zq-row" aria-label={t('notice.title')}>
        <div className="zq-filter-tabs" role="group" aria-label={t('notice.title')}>
          {[false, true].map((only) => (
            <button
              key={String(only)}
              type="button"
              className="zq-filter-tab"
              aria-pressed={unread === only}
              onClick={() => set({ unread: only ? true : undefined })}
            >
              {t(only ? 'notice.unread' : 'notice.all')}
            </button>
          ))}
        </div>
        {organisations.length > 1 && (
          <Select
            className="zq-notification-company"
            aria-label={t('notice.company')}
            placeholder={t('notice.company')}
            allowClear
            value={company ?? null}
            onChange={(id: string | null | undefined) => set({ company: id ?? undefined })}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </search>
      <FormFailure error={markAll.error} />
      <PagedList
        label={t('notice.title')}
        list={list}
        empty={
          <EmptyState
            icon={<BellOutlined />}
            title={t(unread ? 'notice.noUnreadTitle' : 'notice.emptyTitle')}
            text={t(unread ? 'notice.noUnreadText' : 'notice.emptyText')}
          />
        }
      >
        {(rows, foot) => (
          <>
            <ul>
              {rows.map((row) => (
                <NotificationRow key={row.id} row={row} withCompany={organisations.length > 1} />
              ))}
            </ul>
            <div className="zq-table-foot">{foot}</div>
          </>
        )}
      </PagedList>
    </Page>
  );
}
