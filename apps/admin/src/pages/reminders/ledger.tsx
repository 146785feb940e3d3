import { AuditOutlined, PrinterOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNoticeKinds } from '../../components/notices/kinds.ts';
import { NoticeTable } from '../../components/notices/notice-table.tsx';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CHANNELS, STATES } from './search.ts';
import './reminders.css';

const route = getRouteApi('/app/reminders');

/** The ledger of notices of the whole company, narrowed by what the address says. */
export function Ledger() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { kinds } = useNoticeKinds();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { channel, state } = search;
  const kind = kinds.find((known) => known.kind === search.kind)?.kind;
  const input = { organisationId, kind, channel, state };
  const list = usePagedList(trpc.notices.list.queryKey(input), (cursor) =>
    client.notices.list.query({ ...input, cursor }),
  );
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('notice.ledgerLead')}</p>
      <search className="zq-ledger-filters zq-no-print" aria-label={t('notice.tab.ledger')}>
        <Select
          aria-label={t('notice.ledgerKind')}
          placeholder={t('notice.ledgerKind')}
          allowClear
          value={kind ?? null}
          onChange={(next: string | null | undefined) => set({ kind: next ?? undefined })}
          options={kinds.map(({ kind: value, label }) => ({ value, label: say(label) }))}
        />
        <Select
          aria-label={t('notice.ledgerColumn.channel')}
          placeholder={t('notice.ledgerColumn.channel')}
          allowClear
          value={channel ?? null}
          onChange={(next: (typeof CHANNELS)[number] | null | undefined) => set({ channel: next ?? undefined })}
          options={CHANNELS.map((value) => ({ value, label: t(`notice.channel.${value}`) }))}
        />
        <Select
          aria-label={t('notice.ledgerColumn.state')}
          placeholder={t('notice.ledgerColumn.state')}
          allowClear
          value={state ?? null}
          onChange={(next: (typeof STATES)[number] | null | undefined) => set({ state: next ?? undefined })}
          options={STATES.map((value) => ({ value, label: t(`notice.state.${value}`) }))}
        />
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      </search>
      <PagedList
        label={t('notice.tab.ledger')}
        list={list}
        empty={
          <EmptyState
            icon={<AuditOutlined />}
            title={t('notice.ledgerEmptyTitle')}
            text={t('notice.ledgerEmptyText')}
          />
        }
      >
        {(rows, foot) => <NoticeTable rows={rows} withLinks foot={foot} />}
      </PagedList>
    </div>
  );
}
