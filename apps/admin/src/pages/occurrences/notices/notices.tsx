import { BellOutlined, PrinterOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NoticeTable } from '../../../components/notices/notice-table.tsx';
import { useItemNotices } from '../../../components/notices/use-item-notices.ts';
import { PagedList } from '../../../components/paged-list/paged-list.tsx';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { DetailsList } from '../../../ui/details-list.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';

const route = getRouteApi('/app/occurrences/$occurrenceId/notices');

/** Proof of notice: everything that was told about one item, fit for paper. */
export function ItemNoticesPage() {
  const { t } = useTranslation();
  const say = useSay();
  const organisationId = useOrganisationId();
  const { organisation, today } = useSession();
  const { occurrenceId } = route.useParams();
  const { data: item } = useSuspenseQuery(trpc.occurrences.get.queryOptions({ organisationId, occurrenceId }));
  const list = useItemNotices(occurrenceId);
  const name = say(item.action);
  return (
    <Page
      title={t('notice.proofTitle', { name })}
      lead={t('notice.proofLead')}
      crumbs={[
        { label: t('nav.occurrences'), link: { to: '/occurrences' } },
        { label: name, link: { to: '/occurrences/$occurrenceId', params: { occurrenceId } } },
      ]}
      actions={
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      }
    >
      <Card label={name}>
        <DetailsList
          items={[
            { label: t('notice.company'), value: organisation.name },
            { label: t('occurrence.column.what'), value: `${name} · ${say(item.title)}` },
            {
              label: t('occurrence.column.due'),
              value: item.dueOn === null ? t('occurrence.noDate') : <DateText date={item.dueOn} withWeekday />,
            },
            { label: t('notice.proofKey'), value: <code className="zq-small">{item.key}</code> },
            { label: t('notice.proofMade'), value: <DateText date={today} /> },
          ]}
        />
      </Card>
      <PagedList
        label={t('notice.itemTitle')}
        list={list}
        empty={<EmptyState icon={<BellOutlined />} title={t('notice.itemNone')} text={t('notice.ledgerEmptyText')} />}
      >
        {(rows, foot) => <NoticeTable rows={rows} foot={foot} />}
      </PagedList>
    </Page>
  );
}
