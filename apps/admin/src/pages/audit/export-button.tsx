import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFailure } from '../../components/failure.tsx';
import { useSession } from '../../session.tsx';
import { client, refreshAll } from '../../trpc.ts';
import { saveAsFile } from '../../ui/save-as-file.ts';

/** The whole log as JSON Lines with its hashes, so that it can be verified without us. */
export function ExportButton() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const { organisation, today } = useSession();
  const download = useMutation({
    mutationFn: async () => {
      const parts: string[] = [];
      let count = 0;
      for (let after: number | null = 0; after !== null; ) {
        const page: { lines: string; entries: number; nextAfter: number | null } = await client.audit.export.query({
          organisationId: organisation.id,
          after,
        });
        parts.push(page.lines);
        count += page.entries;
        after = page.nextAfter;
      }
      saveAsFile(`audit-${organisation.id}-${today}.jsonl`, parts.join(''), 'application/jsonl');
      return count;
    },
    onSuccess: async (count) => {
      notification.success({ title: t('audit.exported', { count }) });
      await refreshAll();
    },
  });
  return (
    <div className="zq-stack-tight">
      <Button icon={<DownloadOutlined aria-hidden />} loading={download.isPending} onClick={() => download.mutate()}>
        {t(download.isPending ? 'audit.exporting' : 'audit.export')}
      </Button>
      <FormFailure error={download.error} title={t('failure.title')} />
    </div>
  );
}
