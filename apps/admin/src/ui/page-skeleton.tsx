import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The shape of a page while its data is on the way. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="zq-page" role="status" aria-label={t('state.loading')}>
      <Skeleton active title={{ width: 220 }} paragraph={{ rows: 1, width: 380 }} />
      <div className="zq-card">
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      </div>
    </div>
  );
}
