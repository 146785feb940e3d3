import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OccurrenceRow } from '../../../components/occurrences/occurrence-table.tsx';
import { useSay } from '../../../i18n/language.ts';
import type { RouterOutputs } from '../../../trpc.ts';
import { Table } from '../../../ui/table.tsx';
import { Tag } from '../../../ui/tag.tsx';

type Result = RouterOutputs['occurrences']['assignMany']['results'][number];

interface BulkResultsProps {
  title: string;
  rows: readonly OccurrenceRow[];
  results: readonly Result[];
  onClose: () => void;
}

/** What came of each item, what was refused first, with the reason of each refusal. */
export function BulkResults({ title, rows, results, onClose }: BulkResultsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const refused = results.filter(({ ok }) => !ok);
  const done = results.filter(({ ok }) => ok);
  const nameOf = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id);
    return row === undefined ? id : [say(row.action), row.dueOn].filter((part) => part !== null).join(' · ');
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('work.bulk.done')}
        </Button>
      }
    >
      <div className="zq-stack">
        <p className="zq-row" role="status">
          <Tag tone="success">{t('work.bulk.result', { count: done.length })}</Tag>
          {refused.length > 0 && <Tag tone="warning">{t('work.bulk.refused', { count: refused.length })}</Tag>}
        </p>
        <Table
          caption={title}
          rows={[...refused, ...done]}
          rowKey={({ occurrenceId }) => occurrenceId}
          columns={[
            {
              key: 'item',
              title: t('work.bulk.item'),
              lead: true,
              cell: ({ occurrenceId }) => nameOf(occurrenceId),
            },
            {
              key: 'outcome',
              title: t('work.bulk.outcome'),
              cell: ({ ok, error }) => (ok || error === null ? t('work.bulk.ok') : <Refusal error={error} />),
            },
          ]}
        />
      </div>
    </Modal>
  );
}

function Refusal({ error: { message, fields } }: { error: NonNullable<Result['error']> }) {
  const say = useSay();
  return (
    <ul>
      {(fields.length > 0 ? fields.map((field) => field.message) : [message]).map((words) => (
        <li key={words.zh}>{say(words)}</li>
      ))}
    </ul>
  );
}
