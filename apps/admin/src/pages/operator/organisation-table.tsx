import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../palette.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Organisation, OrganisationAct } from './organisation.ts';

const TONES: Record<Organisation['status'], Tone> = { active: 'success', closing: 'warning', suspended: 'danger' };

interface OrganisationTableProps {
  rows: readonly Organisation[];
  onAct: (act: OrganisationAct, on: Organisation) => void;
  foot: ReactNode;
}

export function OrganisationTable({ rows, onAct, foot }: OrganisationTableProps) {
  const { t } = useTranslation();
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      title: t('operator.column.name'),
      lead: true,
      cell: ({ name, uscc, isSandbox, ownerless }) => (
        <div>
          <div className="zq-row">
            {name}
            {isSandbox && <Tag tone="info">{t('operator.sandbox')}</Tag>}
            {ownerless && <Tag tone="warning">{t('operator.ownerless')}</Tag>}
          </div>
          {uscc !== null && <div className="zq-small zq-faint">{uscc}</div>}
        </div>
      ),
    },
    { key: 'kind', title: t('operator.column.kind'), cell: ({ kind }) => t(`operator.kind.${kind}`) },
    {
      key: 'status',
      title: t('operator.column.status'),
      cell: ({ status }) => <Tag tone={TONES[status]}>{t(`operator.status.${status}`)}</Tag>,
    },
    {
      key: 'members',
      title: t('operator.column.members'),
      align: 'end',
      cell: ({ members }) => <span className="zq-num">{members}</span>,
    },
    {
      key: 'engagements',
      title: t('operator.column.engagements'),
      align: 'end',
      cell: ({ engagements }) => <span className="zq-num">{engagements}</span>,
    },
    {
      key: 'created',
      title: t('operator.column.created'),
      nowrap: true,
      cell: ({ createdAt }) => <InstantText at={createdAt} />,
    },
    {
      key: 'actions',
      title: t('operator.column.actions'),
      cell: (organisation) => (
        <div className="zq-row">
          <Button size="small" onClick={() => onAct('status', organisation)}>
            {t('operator.change')}
          </Button>
          <Button size="small" onClick={() => onAct('open', organisation)}>
            {t('operator.open')}
          </Button>
          {organisation.ownerless && (
            <Button size="small" onClick={() => onAct('hand-over', organisation)}>
              {t('operator.handOver')}
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <Table
      caption={t('operator.tab.organisations')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      foot={foot}
    />
  );
}
