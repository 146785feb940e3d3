import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { CompanySummary } from './client-rows.ts';

/** The licence of a company that ends first. */
export function ExpiryText({ summary: { licences, expiry } }: { summary: CompanySummary }) {
  const { t } = useTranslation();
  if (licences === 0) return <span className="zq-faint">{t('client.noLicence')}</span>;
  if (expiry === null) return t('state.notPrinted');
  const { validTo, daysLeft, expired } = expiry;
  return (
    <div>
      <DateText date={validTo} />
      <div className="zq-small zq-faint">
        {expired ? (
          <Tag tone="danger">{t('time.daysOver', { count: -daysLeft })}</Tag>
        ) : (
          t('time.daysLeft', { count: daysLeft })
        )}
      </div>
    </div>
  );
}
