import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisationId } from '../../session.tsx';
import { trpc } from '../../trpc.ts';
import { InstantText } from '../../ui/date-text.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { FormFailure } from '../failure.tsx';
import type { RosterRecord } from './roster-fields.ts';
import { useRecordText } from './use-record-text.ts';

/** What a record said before, and who changed it. */
export function RecordHistoryDialog({ record, onClose }: { record: RosterRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const organisationId = useOrganisationId();
  const textOf = useRecordText();
  const history = useQuery(trpc.roster.history.queryOptions({ organisationId, recordId: record.id }));
  return (
    <Modal
      open
      title={t('roster.historyTitle')}
      onCancel={onClose}
      footer={null}
      closable={{ 'aria-label': t('action.close') }}
    >
      {history.isPending && <PageSkeleton />}
      <FormFailure error={history.error} title={t('failure.title')} />
      <ul className="zq-bullets">
        {(history.data?.items ?? []).map((version) => (
          <li key={version.version}>
            {textOf(version.entry, record.people).join(' · ')}
            <div className="zq-small zq-faint">
              {version.by?.name ?? t('state.bySystem')} <InstantText at={version.recordedAt} />
              {version.reason !== null && ` · ${version.reason}`}
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
