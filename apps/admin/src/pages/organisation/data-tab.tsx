import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataHistory } from './data-history.tsx';
import { ErasureCard } from './erasure-card.tsx';
import { ExportCard } from './export-card.tsx';

/** All data of the organisation: taken out, or deleted, by its owner alone. */
export function DataTab() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  if (organisation.role !== 'owner') {
    return (
      <Card label={t('organisation.tab.data')}>
        <EmptyState
          icon={<LockOutlined />}
          title={t('organisation.ownersOnlyTitle')}
          text={t('organisation.ownersOnlyText')}
        />
      </Card>
    );
  }
  return (
    <div className="zq-stack">
      <ExportCard />
      <ErasureCard />
      <DataHistory />
    </div>
  );
}
