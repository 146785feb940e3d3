import { ApartmentOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../components/paged-list/paged-list.tsx';
import { usePagedList } from '../../components/paged-list/use-paged-list.ts';
import { RecordDrawer } from '../../components/roster/record-drawer.tsx';
import { RecordTable } from '../../components/roster/record-table.tsx';
import { COMPANY_LISTS } from '../../components/roster/roster-fields.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { client, trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeptCard } from './kept-card.tsx';

/** Records of the company itself, one list at a time, and which lists are complete. */
export function RecordsTab() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { canWrite } = useSession();
  const [list, setList] = useState<(typeof COMPANY_LISTS)[number]>('bodies');
  const [adding, setAdding] = useState(false);
  const input = { organisationId, list };
  const records = usePagedList(trpc.roster.list.queryKey(input), (cursor) =>
    client.roster.list.query({ ...input, cursor }),
  );
  const name = t(`roster.list.${list}`);
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('staffing.recordsLead')}</p>
      <div className="zq-row zq-no-print">
        <Select
          aria-label={t('roster.whichList')}
          className="zq-staffing-licence"
          value={list}
          onChange={setList}
          options={COMPANY_LISTS.map((value) => ({ value, label: t(`roster.list.${value}`) }))}
        />
        {canWrite && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('roster.add')}
          </Button>
        )}
      </div>
      <PagedList
        label={name}
        list={records}
        empty={<EmptyState icon={<ApartmentOutlined />} title={t('roster.none')} text={t('roster.noneText')} />}
      >
        {(rows, foot) => <RecordTable caption={name} rows={rows} foot={foot} />}
      </PagedList>
      <KeptCard />
      {adding && <RecordDrawer lists={[list]} onClose={() => setAdding(false)} />}
    </div>
  );
}
