import type { FieldName, Licence } from '@zhengqi/obligations';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from '../../../components/document/document-view.tsx';
import { useReadingPlaces } from '../../../components/document/reading-places.ts';
import { FindingsList, findingId } from '../../../components/findings/findings-list.tsx';
import { LicenceFields } from '../../../components/licence-form/licence-fields.tsx';
import { ProvisionsList } from '../../../components/provisions/provisions-list.tsx';
import type { RouterOutputs } from '../../../trpc.ts';
import { byteSize } from '../../../ui/byte-size.ts';
import { Card } from '../../../ui/card.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import './review-step.css';

export type Preview = RouterOutputs['licences']['previewDocument'];

interface ReviewStepProps {
  preview: Preview;
  licence: Licence;
  onChange: (licence: Licence) => void;
  refused: readonly { path: string; message: { zh: string; en: string } }[];
  bar: ReactNode;
}

/** The print and what was read from it, side by side: each value leads to its place, each place to its value. */
export function ReviewStep({ preview, licence, onChange, refused, bar }: ReviewStepProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'fields' | 'provisions' | 'findings'>('fields');
  const [active, setActive] = useState<string | null>(null);
  const { document, reading } = preview;
  const findings = [...reading.findings, ...preview.problems].filter(
    (finding, index, all) => all.findIndex((other) => findingId(other) === findingId(finding)) === index,
  );
  const places = useReadingPlaces(reading.licence.fields, reading.provisions, findings);
  const showPlace = (id: string) => {
    setActive(id);
    setTab(id.startsWith('finding') ? 'findings' : id.startsWith('provision') ? 'provisions' : 'fields');
  };
  return (
    <>
      <div className="zq-review">
        <section className="zq-review-document" aria-label={t('licence.document.label')}>
          <header>
            <h2>{t('licence.tab.document')}</h2>
            <span className="zq-small zq-faint">
              {document.encoding === 'given'
                ? t('importing.pastedMeta', { size: byteSize(document.sizeBytes) })
                : t('importing.fileMeta', { encoding: document.encoding, size: byteSize(document.sizeBytes) })}
            </span>
          </header>
          <DocumentView
            text={document.text}
            places={places}
            label={t('licence.document.label')}
            active={active}
            onActivate={showPlace}
          />
        </section>
        <Card>
          <Tabs
            label={t('importing.previewTitle')}
            active={tab}
            onChange={setTab}
            tabs={[
              {
                key: 'fields',
                label: t('importing.fields'),
                content: (
                  <LicenceFields
                    licence={licence}
                    onChange={onChange}
                    original={preview.licence}
                    readings={reading.licence.fields}
                    findings={findings}
                    refused={refused}
                    active={isField(active, reading.licence.fields) ? active : null}
                    onLocate={setActive}
                  />
                ),
              },
              {
                key: 'provisions',
                label: t('importing.provisions'),
                count: reading.provisions.length,
                content: (
                  <ProvisionsList
                    leads={reading.leads}
                    provisions={reading.provisions}
                    onLocate={({ key }) => setActive(`provision-${key}`)}
                  />
                ),
              },
              {
                key: 'findings',
                label: t('importing.findings'),
                count: findings.length,
                content: <FindingsList findings={findings} onLocate={(finding) => setActive(findingId(finding))} />,
              },
            ]}
          />
        </Card>
      </div>
      <div className="zq-review-bar">{bar}</div>
    </>
  );
}

function isField(id: string | null, fields: object): id is FieldName {
  return id !== null && id in fields;
}
