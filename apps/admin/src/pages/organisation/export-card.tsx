import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { refreshAll } from '../../trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useExport } from './use-export.ts';

export function ExportCard() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { run, progress, stop, wasStopped } = useExport();
  const begin = () =>
    run.mutate(undefined, {
      onSuccess: (count) => {
        notification.success({ title: t('organisation.exported', { count }) });
        void refreshAll();
      },
    });
  const percent = progress === null || progress.total === 0 ? 0 : Math.floor((progress.rows / progress.total) * 100);
  return (
    <Card title={t('organisation.exportTitle')} note={t('organisation.exportText')}>
      <div className="zq-stack-tight">
        {progress !== null && (
          <>
            <Progress percent={percent} status="active" aria-label={t('organisation.exportProgress')} />
            <p role="status" className="zq-small">
              {t('organisation.exporting', { rows: progress.rows, total: progress.total })}{' '}
              <span className="zq-faint">{t('organisation.exportLeave')}</span>
            </p>
          </>
        )}
        {wasStopped && <Notice tone="info" title={t('organisation.exportStopped')} />}
        {!wasStopped && <FormFailure error={run.error} title={t('organisation.notExported')} />}
        <div className="zq-row">
          <Button icon={<DownloadOutlined aria-hidden />} loading={run.isPending} onClick={begin}>
            {t('organisation.exportBegin')}
          </Button>
          {progress !== null && <Button onClick={stop}>{t('organisation.exportStop')}</Button>}
        </div>
      </div>
    </Card>
  );
}
