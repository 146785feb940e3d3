import { FileTextOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from '../../../components/document/document-view.tsx';
import { useReadingPlaces } from '../../../components/document/reading-places.ts';
import { useOrganisationId } from '../../../session.tsx';
import { type RouterOutputs, trpc } from '../../../trpc.ts';
import { byteSize } from '../../../ui/byte-size.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import './document-tab.css';

type LicenceData = RouterOutputs['licences']['get'];

export function DocumentTab({ data }: { data: LicenceData }) {
  const { t } = useTranslation();
  if (data.document === null) {
    return (
      <Card>
        <EmptyState
          icon={<FileTextOutlined />}
          title={t('licence.document.none')}
          text={t('licence.document.noneText')}
        />
      </Card>
    );
  }
  return <KeptDocument data={data} document={data.document} />;
}

/** The text as it came, with the places that were read; its fingerprint proves that it is the same file. */
function KeptDocument({ data, document }: { data: LicenceData; document: NonNullable<LicenceData['document']> }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const [active, setActive] = useState<string | null>(null);
  const { data: kept } = useSuspenseQuery(
    trpc.licences.document.queryOptions({ organisationId, documentId: document.id }, { staleTime: Infinity }),
  );
  const places = useReadingPlaces(data.readingFields ?? {}, data.provisions, data.readingFindings);
  return (
    <Card
      flush
      title={
        document.fileName === null
          ? t('importing.pastedMeta', { size: byteSize(document.sizeBytes) })
          : t('licence.document.meta', {
              name: document.fileName,
              encoding: document.encoding,
              size: byteSize(document.sizeBytes),
            })
      }
      note={
        <>
          <p>{t('licence.document.legend')}</p>
          <code>{t('licence.document.hash', { hash: document.sha256 })}</code>
        </>
      }
    >
      <div className="zq-kept-document">
        <DocumentView
          text={kept.text}
          places={places}
          label={t('licence.document.label')}
          active={active}
          onActivate={setActive}
        />
      </div>
    </Card>
  );
}
