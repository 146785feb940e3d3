import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SourcesList } from '../../components/duty/sources-list.tsx';
import { FormFailure } from '../../components/failure.tsx';
import { useRosterWords } from '../../components/roster/use-record-text.ts';
import { useScheduled } from '../../components/use-scheduled.ts';
import { useSay } from '../../i18n/language.ts';
import { useOrganisationId, useSession } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Parameter } from './parameter.ts';
import { ParameterDialog } from './parameter-dialog.tsx';

type Chosen = Parameter['set'][number];
type Row = { parameter: Parameter; chosen: Chosen | null };

/** The numbers that the checks count with: the default and what was set instead, each with its source. */
export function ParametersTab() {
  const { t } = useTranslation();
  const say = useSay();
  const { canWrite } = useSession();
  const organisationId = useOrganisationId();
  const words = useRosterWords();
  const [setting, setSetting] = useState<Parameter | null>(null);
  const [resetting, setResetting] = useState<{ parameter: Parameter; chosen: Chosen } | null>(null);
  const parameters = useQuery(trpc.staffing.parameters.queryOptions({ organisationId }));
  const laws = useQuery(trpc.rulebook.laws.queryOptions());
  const rows: Row[] = (parameters.data?.items ?? []).flatMap((parameter) => [
    { parameter, chosen: null },
    ...parameter.set.map((chosen) => ({ parameter, chosen })),
  ]);
  const columns: Column<Row>[] = [
    {
      key: 'label',
      title: t('staffing.parameter.label'),
      lead: true,
      cell: ({ parameter }) => say(parameter.label),
    },
    {
      key: 'where',
      title: t('staffing.parameter.where'),
      cell: ({ chosen }) =>
        chosen === null
          ? t('staffing.parameter.default')
          : chosen.province === null
            ? t('staffing.parameter.all')
            : words.province(chosen.province),
    },
    {
      key: 'value',
      title: t('staffing.parameter.value'),
      align: 'end',
      cell: ({ parameter, chosen }) => <span className="zq-num">{(chosen ?? parameter.default).value}</span>,
    },
    {
      key: 'source',
      title: t('staffing.parameter.source'),
      cell: ({ parameter, chosen }) => (
        <div>
          <SourcesList sources={[(chosen ?? parameter.default).source]} laws={laws.data?.items ?? []} />
          {chosen !== null && (
            <div className="zq-small zq-faint">
              {t(`staffing.parameter.by.${chosen.setBy}`)} · {chosen.by?.name ?? t('state.bySystem')}{' '}
              <InstantText at={chosen.recordedAt} />
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'actions',
      title: t('roster.column.actions'),
      cell: ({ parameter, chosen }) =>
        !canWrite ? null : chosen === null ? (
          <Button size="small" onClick={() => setSetting(parameter)}>
            {t('staffing.parameter.set')}
          </Button>
        ) : (
          <Button size="small" onClick={() => setResetting({ parameter, chosen })}>
            {t('staffing.parameter.reset')}
          </Button>
        ),
    },
  ];
  return (
    <div className="zq-stack">
      <p className="zq-muted">{t('staffing.parametersLead')}</p>
      <FormFailure error={parameters.error} title={t('failure.title')} />
      {parameters.isPending ? (
        <PageSkeleton />
      ) : (
        <Card flush label={t('staffing.tab.parameters')}>
          <Table
            caption={t('staffing.tab.parameters')}
            columns={columns}
            rows={rows}
            rowKey={({ parameter, chosen }) => `${parameter.key} ${chosen?.setBy} ${chosen?.province}`}
          />
        </Card>
      )}
      {setting !== null && <ParameterDialog parameter={setting} onClose={() => setSetting(null)} />}
      {resetting !== null && <ResetDialog {...resetting} onClose={() => setResetting(null)} />}
    </div>
  );
}

function ResetDialog({ parameter, chosen, onClose }: { parameter: Parameter; chosen: Chosen; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useRosterWords();
  const scheduled = useScheduled();
  const organisationId = useOrganisationId();
  const reset = useMutation(
    trpc.staffing.resetParameter.mutationOptions({
      onSuccess: ({ schedule }) => scheduled(t('staffing.parameter.done'), schedule, onClose),
    }),
  );
  const where = chosen.province === null ? t('staffing.parameter.all') : words.province(chosen.province);
  return (
    <ConfirmDialog
      title={t('staffing.parameter.resetTitle')}
      confirm={t('staffing.parameter.reset')}
      pending={reset.isPending}
      onConfirm={() => reset.mutate({ organisationId, key: parameter.key, province: chosen.province })}
      onClose={onClose}
    >
      <p>{t('staffing.parameter.resetText', { label: say(parameter.label), where })}</p>
      <FormFailure error={reset.error} />
    </ConfirmDialog>
  );
}
