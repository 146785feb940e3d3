import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { fileAddress } from './upload-file.ts';

/** A stored file, to be downloaded. */
export function FileLink({ fileId, name }: { fileId: string; name: string }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  return (
    <a href={fileAddress(organisationId, fileId)} download={name} aria-label={t('work.download', { name })}>
      <DownloadOutlined aria-hidden /> {name}
    </a>
  );
}
