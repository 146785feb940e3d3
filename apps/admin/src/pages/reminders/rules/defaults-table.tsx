import { useTranslation } from 'react-i18next';
import { MarkTag } from '../../../components/marks.tsx';
import { useSay } from '../../../i18n/language.ts';
import { Table } from '../../../ui/table.tsx';
import { useRuleText } from './rule-text.ts';
import type { ReminderSettings } from './settings.ts';

/** What the product does where nobody has said anything, and why. */
export function DefaultsTable({ rows }: { rows: ReminderSettings['defaults'] }) {
  const { t } = useTranslation();
  const say = useSay();
  const text = useRuleText();
  return (
    <Table
      caption={t('notice.defaultsTitle')}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: 'kind',
          title: t('notice.ruleColumn.kind'),
          lead: true,
          cell: ({ label, mark }) => (
            <span className="zq-row">
              {say(label)} <MarkTag mark={mark} />
            </span>
          ),
        },
        {
          key: 'lead',
          title: t('notice.ruleColumn.lead'),
          cell: ({ policy: { leadDays, leadHours, tellsNew, tellsOpening } }) => (
            <ul>
              {tellsNew && <li>{t('notice.onNew')}</li>}
              {tellsOpening && <li>{t('notice.onOpening')}</li>}
              {leadDays.length > 0 && <li>{text.lead(leadDays)}</li>}
              {leadHours.length > 0 && <li>{t('notice.leadHours', { hours: leadHours.join('、') })}</li>}
            </ul>
          ),
        },
        {
          key: 'overdue',
          title: t('notice.ruleColumn.overdue'),
          nowrap: true,
          cell: ({ policy }) => text.overdue(policy.overdueEveryDays) ?? t('notice.never'),
        },
        {
          key: 'escalate',
          title: t('notice.ruleColumn.escalate'),
          nowrap: true,
          cell: ({ policy }) => text.escalate(policy.escalateAtDays),
        },
        {
          key: 'reason',
          title: t('notice.ruleColumn.reason'),
          cell: ({ reason }) => <span className="zq-small zq-muted">{say(reason)}</span>,
        },
      ]}
    />
  );
}
