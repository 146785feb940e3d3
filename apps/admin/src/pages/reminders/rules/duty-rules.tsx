import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../../components/failure.tsx';
import { useDone } from '../../../components/use-done.ts';
import { useSay } from '../../../i18n/language.ts';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { DutyRuleDialog } from './duty-rule-dialog.tsx';
import { useRuleText } from './rule-text.ts';
import type { ReminderSettings } from './settings.ts';

/** Duties that have rules of their own. */
export function DutyRules({ settings }: { settings: ReminderSettings }) {
  const { t } = useTranslation();
  const say = useSay();
  const done = useDone();
  const text = useRuleText();
  const organisationId = useOrganisationId();
  const [editing, setEditing] = useState<{ dutyId: string | null } | null>(null);
  const reset = useMutation(trpc.reminders.setDuty.mutationOptions({ onSuccess: () => done(t('notice.resetDone')) }));
  const rows = settings.duties.filter((duty) => duty.settings !== null);
  return (
    <Card
      flush
      title={t('notice.dutiesTitle')}
      extra={settings.mayChange && <Button onClick={() => setEditing({ dutyId: null })}>{t('notice.addDuty')}</Button>}
    >
      <FormFailure error={reset.error} />
      {rows.length === 0 ? (
        <p className="zq-muted zq-card-text">{t('notice.dutiesEmpty')}</p>
      ) : (
        <Table
          caption={t('notice.dutiesTitle')}
          rows={rows}
          rowKey={({ dutyId }) => dutyId}
          columns={[
            { key: 'duty', title: t('notice.duty'), lead: true, cell: ({ title }) => say(title) },
            {
              key: 'lead',
              title: t('notice.ruleColumn.lead'),
              cell: ({ settings: rule }) => text.lead(rule?.leadDays ?? null),
            },
            {
              key: 'overdue',
              title: t('notice.ruleColumn.overdue'),
              cell: ({ settings: rule }) => text.overdue(rule?.overdueEveryDays ?? null),
            },
            {
              key: 'escalate',
              title: t('notice.ruleColumn.escalate'),
              cell: ({ settings: rule }) => text.escalate(rule?.escalateAtDays ?? null),
            },
            {
              key: 'actions',
              title: t('notice.robotColumn.actions'),
              cell: ({ dutyId, version }) =>
                settings.mayChange ? (
                  <span className="zq-row">
                    <Button size="small" onClick={() => setEditing({ dutyId })}>
                      {t('notice.edit')}
                    </Button>
                    <Button
                      size="small"
                      onClick={() => reset.mutate({ organisationId, dutyId, version, settings: null })}
                    >
                      {t('notice.reset')}
                    </Button>
                  </span>
                ) : null,
            },
          ]}
        />
      )}
      {editing !== null && (
        <DutyRuleDialog settings={settings} dutyId={editing.dutyId} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}
