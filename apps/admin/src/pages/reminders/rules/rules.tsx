import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../../session.tsx';
import { trpc } from '../../../trpc.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CompanyForm } from './company-form.tsx';
import { DefaultsTable } from './defaults-table.tsx';
import { DutyRules } from './duty-rules.tsx';

/** When people are told: what the company says, what single duties say, and what the product does otherwise. */
export function Rules() {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const { data } = useSuspenseQuery(trpc.reminders.settings.queryOptions({ organisationId }));
  return (
    <div className="zq-stack">
      {!data.mayChange && <Notice tone="info" title={t('notice.readOnly')} />}
      <CompanyForm settings={data} />
      <DutyRules settings={data} />
      <Card flush title={t('notice.defaultsTitle')} note={t('notice.defaultsNote')}>
        <DefaultsTable rows={data.defaults} />
      </Card>
    </div>
  );
}
