import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkflowStateTag } from '../../components/workflows/state-tag.tsx';
import type { WorkflowRow } from '../../components/workflows/workflow.ts';
import { useSay } from '../../i18n/language.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

export function WorkflowTable({ rows, foot }: { rows: readonly WorkflowRow[]; foot: ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const columns: Column<WorkflowRow>[] = [
    {
      key: 'what',
      title: t('workflow.column.what'),
      lead: true,
      cell: ({ id, name, subject, year }) => (
        <div>
          <Link to="/workflows/$workflowId" params={{ workflowId: id }}>
            {say(name)}
            {year !== null && ` ${year}`}
          </Link>
          <div className="zq-small zq-faint">{subject.label}</div>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('workflow.column.state'),
      cell: (row) => (
        <div className="zq-row">
          <WorkflowStateTag {...row} />
          {row.asksNewLicence && <Tag tone="warning">{t('workflow.asksNewLicence')}</Tag>}
        </div>
      ),
    },
    {
      key: 'waits',
      title: t('workflow.column.waits'),
      cell: ({ waitsOn, since }) => (
        <div>
          {t(`workflow.waitsOn.${waitsOn}`)}
          <div className="zq-small zq-faint">
            <InstantText at={since} />
          </div>
        </div>
      ),
    },
    {
      key: 'due',
      title: t('workflow.column.due'),
      cell: ({ dueOn, daysLeft }) =>
        dueOn === null ? null : (
          <div>
            <DateText date={dueOn} withWeekday />
            {daysLeft !== null && (
              <div className="zq-small zq-faint">
                {daysLeft < 0 ? t('time.daysOver', { count: -daysLeft }) : t('time.daysLeft', { count: daysLeft })}
              </div>
            )}
          </div>
        ),
    },
    {
      key: 'responsible',
      title: t('workflow.column.responsible'),
      cell: ({ responsible }) => responsible?.name ?? <span className="zq-faint">{t('workflow.nobody')}</span>,
    },
  ];
  return <Table caption={t('workflow.title')} columns={columns} rows={rows} rowKey={({ id }) => id} foot={foot} />;
}
